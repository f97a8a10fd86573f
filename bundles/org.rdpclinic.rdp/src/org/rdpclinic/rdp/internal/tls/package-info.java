// SPDX-License-Identifier: EPL-2.0
/** Both sides of TLS by BouncyCastle's low-level API, without any policy of the JVM. */
package org.rdpclinic.rdp.internal.tls;
