// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.diagnosis;

/**
 * A probe that has not run and would tell something.
 *
 * @param probe   id of the probe
 * @param finding id of the finding that it would settle
 * @param gain    expected gain of information about the causes, in bits
 * @param needs   what it lacks, in words; empty when it could run at once
 */
public record NextProbe(String probe, String finding, double gain, String needs) {
}
