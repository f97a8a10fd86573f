// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.server;

import java.io.InputStream;
import java.io.OutputStream;

import org.rdpclinic.rdp.tls.TlsVersion;

/**
 * A TLS session that a server has established.
 *
 * @param version the version agreed
 * @param cipherSuite the suite agreed
 * @param in what the client sends inside TLS; a read ends by the deadline that was last given
 * @param out what the client is sent inside TLS
 */
public record TlsServed(TlsVersion version, int cipherSuite, InputStream in, OutputStream out) {
}
