// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Verdict;
import org.rdpclinic.api.diagnosis.Case;

/** What no probe can find out and the user may know: the questions that a practitioner asks first. */
record Questions(List<Question> open) {

    /** A question, and the option by which the command line takes the answer. */
    record Question(String text, String option) {
    }

    /** The questions that are open in a case; none where nothing is wrong, or one cause is certain enough. */
    static Questions of(Case c) {
        List<Question> open = new ArrayList<>();
        if (c.diagnosis().verdict() != Verdict.HEALTHY && c.diagnosis().named().isEmpty()) {
            Symptom symptom = c.symptom();
            ask(open, symptom.when(), "When does it break: before the password, after it, in the session?",
                    "--when connect|credentials|session");
            ask(open, symptom.others(), "Do others get in?", "--others works|fails");
            ask(open, symptom.byAddress(), "Does it work by address instead of by name?",
                    "--by-address works|fails");
        }
        return new Questions(List.copyOf(open));
    }

    private static void ask(List<Question> open, Optional<?> answer, String text, String option) {
        if (answer.isEmpty()) {
            open.add(new Question(text, option));
        }
    }
}
