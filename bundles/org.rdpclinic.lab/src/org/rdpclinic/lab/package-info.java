// SPDX-License-Identifier: EPL-2.0
/**
 * The lab: a simulated Windows host in a folder, its RDP server, and the path to it. A scenario is a start state of
 * client, path and host; what happens on the wire follows from the state alone.
 */
package org.rdpclinic.lab;
