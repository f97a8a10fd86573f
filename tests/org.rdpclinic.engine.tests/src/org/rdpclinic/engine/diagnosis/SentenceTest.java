// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.filter.Facts;

class SentenceTest {

    private static final Facts CERTIFICATE = Facts.of(new Wire()
            .observe("certificate.not-after", Instant.parse("2026-10-31T05:00:00Z"), Subject.certificate("ab"))
            .observe("certificate.names", List.of("ts01", "ts02"), Subject.certificate("ab"))
            .observations().all());

    @Test
    void aPlaceholderIsFilledWithWhatWasObserved() {
        assertEquals("it ends: on 2026-10-31, for ts01, ts02",
                Sentence.fill("it ends: on {certificate.not-after}, for {certificate.names}", CERTIFICATE));
    }

    @Test
    void whatWasNotObservedIsLeftOutWithItsClause() {
        assertEquals("it is weak", Sentence.fill("it is weak: {certificate.key-bits} bits", CERTIFICATE));
        assertEquals("it ends", Sentence.fill("it ends (alert {tls.alert})", CERTIFICATE));
        assertEquals("key", Sentence.fill("key {certificate.key-bits}", CERTIFICATE));
    }

    @Test
    void otherBracesStay() {
        assertEquals("a {B} c", Sentence.fill("a {B} c", CERTIFICATE));
    }
}
