// SPDX-License-Identifier: EPL-2.0
/** What a face of the clinic calls to have the beans registered, and to open a port for them. */
package org.rdpclinic.jmx.server;
