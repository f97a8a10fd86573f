// SPDX-License-Identifier: EPL-2.0
/** The command line: the application that Equinox starts, and the commands behind it. */
package org.rdpclinic.cli.internal;
