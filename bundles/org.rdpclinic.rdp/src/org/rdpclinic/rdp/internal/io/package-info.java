// SPDX-License-Identifier: EPL-2.0
/** Watched socket input and output under a deadline. */
package org.rdpclinic.rdp.internal.io;
