// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Literal addresses, read without asking any resolver. */
public final class Addresses {

    private Addresses() {
    }

    /** The address that a text writes out; empty for a name. */
    public static Optional<InetAddress> literal(String text) {
        boolean four = text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        boolean six = text.indexOf(':') >= 0 && text.matches("[0-9A-Fa-f:.]{2,45}");
        if (!four && !six) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
