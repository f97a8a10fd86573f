// SPDX-License-Identifier: EPL-2.0
/**
 * The client's side of a connection, for those who want to know how it ends: each step gives what was answered, or
 * where, after how many bytes and in which way it ended.
 */
package org.rdpclinic.rdp.client;
