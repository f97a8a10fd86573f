// SPDX-License-Identifier: EPL-2.0
/**
 * From observations to a diagnosis: which findings are true, which causes explain them, which of these are named, and
 * what to look at next.
 */
package org.rdpclinic.engine.diagnosis;
