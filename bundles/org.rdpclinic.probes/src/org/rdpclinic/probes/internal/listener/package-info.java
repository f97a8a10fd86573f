// SPDX-License-Identifier: EPL-2.0
/** Probes that look into the server: its listener, services, key file, sessions and firewall. */
package org.rdpclinic.probes.internal.listener;
