// SPDX-License-Identifier: EPL-2.0
/**
 * TLS as data: versions, cipher suites, alerts, the two hello messages, what a client offers and what a server serves.
 * Nothing here depends on properties of the whole JVM, so that each connection can have its own versions and suites.
 */
package org.rdpclinic.rdp.tls;
