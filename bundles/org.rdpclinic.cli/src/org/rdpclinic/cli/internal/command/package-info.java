// SPDX-License-Identifier: EPL-2.0
/** The commands, and what they work with. */
package org.rdpclinic.cli.internal.command;
