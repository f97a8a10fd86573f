// SPDX-License-Identifier: EPL-2.0
/** What a user brings along: client profiles by name, and .rdp files that change them. */
package org.rdpclinic.engine.intake;
