// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

/**
 * How well a cause is attested for the error 0x904 with 0x7.
 */
public enum Grade {
    /** Made and measured by a source, or Microsoft ties the code to it. */
    A(0.6, "made and measured by a source, or Microsoft ties the code to it"),
    /** Microsoft lists the sentence of the dialog as its symptom, without the code. */
    B(0.4, "Microsoft lists the sentence of the dialog as its symptom, without the code"),
    /** A first-hand report with the code. */
    C(0.2, "a first-hand report with the code"),
    /** Hearsay, a practitioner's reading alone, or no attestation at all. */
    D(0.05, "hearsay, a practitioner's reading alone, or no attestation"),
    /** Contradicted: the cause has official codes of its own. */
    X(0.01, "contradicted: this cause has official codes of its own");

    private final double probability;
    private final String meaning;

    Grade(double probability, String meaning) {
        this.probability = probability;
        this.meaning = meaning;
    }

    /** How likely the code is when the cause is present, from 0 to 1; a judgement, not a measurement. */
    public double probability() {
        return probability;
    }

    /** What the grade means, without a full stop. */
    public String meaning() {
        return meaning;
    }
}
