// SPDX-License-Identifier: EPL-2.0
/**
 * The clinic as managed beans: their interfaces, their names and notifications. Everything that crosses is of open
 * types, so that a client needs no class of the clinic.
 */
package org.rdpclinic.jmx;
