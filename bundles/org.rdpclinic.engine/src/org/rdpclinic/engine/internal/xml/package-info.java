// SPDX-License-Identifier: EPL-2.0
/** XML of guests, read with nothing that reaches beyond the text itself. */
package org.rdpclinic.engine.internal.xml;
