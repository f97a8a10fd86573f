// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.terminal;

/** When to use colours. */
public enum ColourChoice {
    /** On a terminal, unless NO_COLOR or TERM=dumb speaks against it. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
}
