// SPDX-License-Identifier: EPL-2.0
/**
 * The simulated host's RDP server. What it does with a connection is decided from the host's state as it is then; the
 * decisions know no socket, so that a logged attempt can be played without one.
 */
package org.rdpclinic.lab.internal.server;
