// SPDX-License-Identifier: EPL-2.0
/**
 * The first two messages of an RDP connection, for both sides: TPKT (RFC 1006), the X.224 connection request and
 * confirm, and RDP's security negotiation inside them (MS-RDPBCGR 2.2.1.1 and 2.2.1.2).
 */
package org.rdpclinic.rdp.x224;
