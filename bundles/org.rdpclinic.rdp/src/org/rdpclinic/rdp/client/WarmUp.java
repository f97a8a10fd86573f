// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import java.io.IOException;
import org.bouncycastle.tls.TlsClientProtocol;
import org.rdpclinic.rdp.internal.tls.ProbingClient;
import org.rdpclinic.rdp.tls.TlsOffer;

/**
 * Loads beforehand what the first TLS handshake of a process loads, some hundred classes and their keys' arithmetic: a
 * program that will connect soon does this beside its other preparations.
 */
public final class WarmUp {

    private WarmUp() {
    }

    /** Begins on a daemon thread of its own, which it returns at once. Nothing is sent. */
    public static Thread begin() {
        return Thread.ofPlatform().daemon().name("rdpclinic warm-up").start(WarmUp::writeHello);
    }

    private static void writeHello() {
        var protocol = new TlsClientProtocol();
        try {
            protocol.connect(new ProbingClient(TlsOffer.mstsc()));
            protocol.closeInput();
        } catch (IOException | RuntimeException unfinished) {
            // The handshake is never finished: its first message was what had to be made.
        }
    }
}
