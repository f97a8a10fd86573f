// SPDX-License-Identifier: EPL-2.0
/** Bundle files that third parties drop into the home: which there are, which are trusted, and their coming and going. */
package org.rdpclinic.engine.dropins;
