// SPDX-License-Identifier: EPL-2.0
/**
 * Tests of the RDP wire: bytes as real servers send them, scripted peers on loopback, both sides of TLS against each
 * other.
 */
package org.rdpclinic.rdp.tests;
