// SPDX-License-Identifier: EPL-2.0
/** Reads findings and causes, ours and those that other bundles contribute, and checks them while reading. */
package org.rdpclinic.knowledge.network;
