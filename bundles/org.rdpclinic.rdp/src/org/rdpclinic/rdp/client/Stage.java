// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

/** How far a connection had come when it ended, in the order of the wire. */
public enum Stage {

    /** The connection request was sent, no whole answer had come. */
    NEGOTIATION,
    /** The negotiation was done, our ClientHello was not yet sent: the server has not seen our versions and suites. */
    BEFORE_CLIENT_HELLO,
    /** The ClientHello was sent, no ServerHello had come. */
    CLIENT_HELLO,
    /** The ServerHello had come, no certificate yet. */
    SERVER_HELLO,
    /** The certificate had come, the handshake was not finished. */
    CERTIFICATE
}
