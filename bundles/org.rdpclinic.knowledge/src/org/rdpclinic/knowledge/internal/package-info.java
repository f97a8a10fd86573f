// SPDX-License-Identifier: EPL-2.0
/**
 * The strict reader of JSON files that all readers of this bundle share.
 */
package org.rdpclinic.knowledge.internal;
