// SPDX-License-Identifier: EPL-2.0
/** The beans behind the interfaces, the cases that they open, and the port of their own. */
package org.rdpclinic.jmx.internal;
