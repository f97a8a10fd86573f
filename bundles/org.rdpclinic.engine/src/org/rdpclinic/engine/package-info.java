// SPDX-License-Identifier: EPL-2.0
/**
 * Runs probes in a case and draws the diagnosis. Contributions come from the extension registry or are given by hand;
 * a guest that misbehaves costs its own row and nothing else.
 */
package org.rdpclinic.engine;
