// SPDX-License-Identifier: EPL-2.0
/** What an author of probes sees: the probe, its request, its word on how it went, and the network. */
package org.rdpclinic.api.probe;
