// SPDX-License-Identifier: EPL-2.0
/** Probes of the name, of TCP and of the path, and the addresses that they share with the others. */
package org.rdpclinic.probes.internal.network;
