// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.rdp.internal.io;

/** Why no more bytes come. */
public enum Fault {
    /** The peer closed in order. */
    CLOSED,
    /** The peer broke off. */
    RESET,
    /** The deadline passed. */
    SILENT,
    /** Our own side closed the socket. */
    ABANDONED,
    /** More bytes came in one step than any sane peer sends. */
    FLOODED
}
