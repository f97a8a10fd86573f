// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.client;

import java.io.IOException;
import java.time.Duration;

import org.rdpclinic.rdp.internal.io.Fault;
import org.rdpclinic.rdp.internal.io.Tap;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.wire.Deadline;
import org.rdpclinic.rdp.wire.MalformedException;
import org.rdpclinic.rdp.x224.Tpkt;

/** Tells in which way a step ended from what the tap saw. */
final class Endings {

    /** How long to wait for more of a message that is not understood anyway. */
    private static final Duration QUIET = Duration.ofMillis(200);

    private Endings() {
    }

    static Traffic traffic(Tap tap) {
        return new Traffic(tap.sent(), tap.received(), tap.first().first(Traffic.KEPT), tap.timeToFirstByte(),
                tap.elapsed());
    }

    static Ending of(Fault fault, Tap tap) {
        return switch (fault) {
            case CLOSED -> new Ending.Closed();
            case RESET -> new Ending.Reset();
            case SILENT -> new Ending.Silent();
            case ABANDONED -> new Ending.Abandoned();
            case FLOODED -> malformed("more bytes than any server sends", tap);
        };
    }

    static Ending malformed(String reason, Tap tap) {
        return new Ending.Malformed(reason, tap.first().first(Traffic.KEPT));
    }

    /** The ending by bytes that have no business where TLS is due. */
    static Ending foreign(Tap tap, Deadline deadline) {
        Bytes first = collect(tap, deadline);
        if (tap.fault().filter(Fault.ABANDONED::equals).isPresent()) {
            return new Ending.Abandoned();
        }
        return isTpkt(first) || isText(first) ? new Ending.ClearText(first)
                : malformed("neither TLS nor text", tap);
    }

    /**
     * Reads on to the first bytes of a message that is not understood: by its length where it is a TPKT, else until
     * enough is there or the peer pauses.
     */
    static Bytes collect(Tap tap, Deadline deadline) {
        tap.until(deadline.atMost(QUIET));
        try {
            while (tap.received() < wanted(tap.first())) {
                tap.in().readNBytes(1);
                if (tap.fault().isPresent()) {
                    break;
                }
            }
        } catch (IOException ended) {
            // What was read until then is all that there is; the tap knows why.
            return tap.first().first(Traffic.KEPT);
        }
        return tap.first().first(Traffic.KEPT);
    }

    private static int wanted(Bytes first) {
        if (!isTpkt(first)) {
            return Traffic.KEPT;
        }
        try {
            return first.size() < Tpkt.HEADER ? Tpkt.HEADER : Math.min(Tpkt.length(first), Traffic.KEPT);
        } catch (MalformedException lies) {
            return Traffic.KEPT;
        }
    }

    private static boolean isTpkt(Bytes first) {
        return !first.isEmpty() && first.at(0) == 3 && (first.size() < 2 || first.at(1) == 0);
    }

    private static boolean isText(Bytes bytes) {
        for (int i = 0; i < bytes.size(); i++) {
            int each = bytes.at(i);
            boolean blank = each == '\t' || each == '\r' || each == '\n';
            if (!blank && (each < 0x20 || each > 0x7E)) {
                return false;
            }
        }
        return !bytes.isEmpty();
    }
}
