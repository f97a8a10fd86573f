// SPDX-License-Identifier: EPL-2.0
/** Probes that connect: as the client does, again and again, and to see what the server can do. */
package org.rdpclinic.probes.internal.attempt;
