// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.causes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rdpclinic.api.Stage;

/**
 * What the knowledge base tells people about one cause. The numbers by which a diagnosis weighs it stand elsewhere; the
 * id joins the two.
 *
 * @param id            stable public id, such as {@code certificate-expired}
 * @param title         a short noun phrase
 * @param stage         stage of the connection where it mostly shows
 * @param baseRate      how often it is met with any symptom
 * @param what          what it is; as all four texts one to four sentences for an administrator
 * @param shows         how it shows
 * @param mended        how it is mended
 * @param arises        how it comes about
 * @param lookFirst     one or two concrete things to look at first
 * @param confusedWith  ids of causes that look alike
 * @param remedies      ids of remedies, the preferred first
 * @param grade         how well it is attested for 0x904 with 0x7
 * @param gradeReason   why it has that grade, one or two sentences
 * @param attestation   who says what about it
 * @param expectedCodes codes that a client would rather show for it
 * @param expectedNote  a remark on these codes
 * @param sources       ids of all sources of the entry
 */
public record CauseEntry(String id, String title, Stage stage, BaseRate baseRate, String what, String shows,
        String mended, String arises, List<String> lookFirst, List<String> confusedWith, List<String> remedies,
        Grade grade, String gradeReason, List<Attestation> attestation, List<CodeRange> expectedCodes,
        Optional<String> expectedNote, List<String> sources) {

    /** Checks and copies. */
    public CauseEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(baseRate);
        Objects.requireNonNull(grade);
        Objects.requireNonNull(expectedNote);
        lookFirst = List.copyOf(lookFirst);
        confusedWith = List.copyOf(confusedWith);
        remedies = List.copyOf(remedies);
        attestation = List.copyOf(attestation);
        expectedCodes = List.copyOf(expectedCodes);
        sources = List.copyOf(sources);
    }
}
