// SPDX-License-Identifier: EPL-2.0
/** What the command line talks to: the streams with what is known of them, and the user's Ctrl-C. */
package org.rdpclinic.cli.internal.terminal;
