// SPDX-License-Identifier: EPL-2.0
/** Typed settings: each with a default, limits and a sentence, seen alike by command line, preferences and JMX. */
package org.rdpclinic.api.settings;
