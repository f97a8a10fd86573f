// SPDX-License-Identifier: EPL-2.0
/** The simulated path from the client to the host. */
package org.rdpclinic.lab.internal.net;
