// SPDX-License-Identifier: EPL-2.0
/**
 * The pieces of a server's side: read a request with bounds, answer it, look at the ClientHello, and serve TLS or not.
 * What a server does with them is its own affair.
 */
package org.rdpclinic.rdp.server;
