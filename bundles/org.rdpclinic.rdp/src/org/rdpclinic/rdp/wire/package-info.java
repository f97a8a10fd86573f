// SPDX-License-Identifier: EPL-2.0
/**
 * What all layers of the wire share: immutable bytes, bounded reading of them, deadlines, and the one exception for
 * input that breaks its own format.
 */
package org.rdpclinic.rdp.wire;
