// SPDX-License-Identifier: EPL-2.0
/**
 * The words of RDP Clinic as immutable types: target, client, symptom, observation. Nothing here depends on anything
 * but the Java platform.
 */
package org.rdpclinic.api;
