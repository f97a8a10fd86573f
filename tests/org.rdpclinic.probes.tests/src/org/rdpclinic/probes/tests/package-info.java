// SPDX-License-Identifier: EPL-2.0
/** What the tests of the probes share: scripted servers on loopback, a network, a request, certificates, a host. */
package org.rdpclinic.probes.tests;
