// SPDX-License-Identifier: EPL-2.0
/**
 * What is known of Windows itself: events that matter when RDP fails, and registry values that govern it.
 */
package org.rdpclinic.knowledge.windows;
