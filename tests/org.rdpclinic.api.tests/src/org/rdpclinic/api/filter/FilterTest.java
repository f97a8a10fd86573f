// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.ValueType;
import org.rdpclinic.api.keys.SharedKeys;

class FilterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final ObservationKey<Double> LOSS = ObservationKey.of("path.loss", ValueType.DOUBLE, "Loss.");
    private static final FilterParser PARSER = new FilterParser(id -> id.equals(LOSS.id()) ? Optional.of(LOSS)
            : SharedKeys.ALL.stream().filter(key -> key.id().equals(id)).findFirst()
                    .map(key -> (ObservationKey<?>) key));

    private static final Facts FACTS = Facts.of(List.of(
            observation("tls.outcome", "reset"),
            observation("tls.alert", 70L),
            observation("certificate.not-after", Instant.parse("2026-01-01T00:00:00Z")),
            observation("symptom.after", Duration.ofSeconds(65)),
            observation("server.protocols", List.of("TLS", "CredSSP")),
            observation("certificate.self-signed", true),
            new Observation(LOSS, 0.25, Subject.PATH, "wire", NOW, "test")));

    private static Observation observation(String id, Object value) {
        ObservationKey<?> key = SharedKeys.ALL.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
        return new Observation(key, value, Subject.PATH, "wire", NOW, "test");
    }

    private static Truth evaluate(String filter) {
        return PARSER.parse(filter).evaluate(FACTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "(tls.outcome=reset); TRUE",
        "(tls.outcome=closed); FALSE",
        "(tls.outcome=re*t); TRUE",
        "(tls.outcome=*x*); FALSE",
        "(tls.outcome=*); TRUE",
        "(tls.version=*); UNKNOWN",
        "(tls.version=TLS 1.2); UNKNOWN",
        "(!(tls.version=TLS 1.2)); UNKNOWN",
        "(tls.alert=70); TRUE",
        "(tls.alert=0x46); TRUE",
        "(tls.alert>=71); FALSE",
        "(tls.alert<=70); TRUE",
        "(certificate.not-after<=2026-11-21T04:00:00Z); TRUE",
        "(certificate.not-after>=2026-11-21T04:00:00Z); FALSE",
        "(symptom.after>=60s); TRUE",
        "(symptom.after<=PT1M); FALSE",
        "(path.loss>=0.2); TRUE",
        "(server.protocols=TLS); TRUE",
        "(server.protocols=RDP); FALSE",
        "(server.protocols=Cred*); TRUE",
        "(!(certificate.self-signed=true)); FALSE",
        "(&(tls.outcome=reset)(tls.version=TLS 1.2)); UNKNOWN",
        "(&(tls.outcome=closed)(tls.version=TLS 1.2)); FALSE",
        "(|(tls.outcome=reset)(tls.version=TLS 1.2)); TRUE",
        "(|(tls.outcome=closed)(tls.version=TLS 1.2)); UNKNOWN",
        "( & (tls.outcome=reset) (! (tls.alert=40)) ); TRUE",
    })
    void followsKleenesLogicOverTypedValues(String filter, Truth expected) {
        assertEquals(expected, evaluate(filter));
    }

    @Test
    void theTruthTablesAreKleenes() {
        assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.and(Truth.TRUE));
        assertEquals(Truth.FALSE, Truth.UNKNOWN.and(Truth.FALSE));
        assertEquals(Truth.TRUE, Truth.UNKNOWN.or(Truth.TRUE));
        assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.or(Truth.FALSE));
        assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.not());
    }

    @Test
    void aLaterObservationOfAKeyReplacesAnEarlierOne() {
        Facts facts = Facts.of(List.of(observation("tls.outcome", "reset"), observation("tls.outcome", "established")));
        assertEquals(Truth.FALSE, PARSER.parse("(tls.outcome=reset)").evaluate(facts));
    }

    @Test
    void aPatternOfManyStarsStaysQuick() {
        Facts facts = Facts.of(List.of(observation("tls.version", "a".repeat(20_000))));
        assertEquals(Truth.FALSE, PARSER.parse("(tls.version=" + "*a".repeat(200) + "*b)").evaluate(facts));
    }

    @Test
    void writesItselfAsItWasRead() {
        String text = "(&(tls.outcome=reset)(!(tls.alert>=40))(|(server.protocols=TLS)(tls.version=*)))";
        assertEquals(text, PARSER.parse(text).toString());
        assertEquals(List.of("tls.outcome", "tls.alert", "server.protocols", "tls.version"),
                List.copyOf(PARSER.parse(text).keys()));
    }

    @Nested
    class Errors {

        @ParameterizedTest
        @ValueSource(strings = {"", "tls.outcome=reset", "(tls.outcome=reset", "(&)", "((tls.outcome=reset))",
            "(tls.outcome=reset)(tls.alert=1)", "(tls.outcome>reset)", "(=reset)", "(tls.outcome=a(b)",
            "(tls.outcome=\\", "(no.such-key=1)", "(tls.alert=many)", "(certificate.not-after=yesterday)",
            "(certificate.self-signed>=true)", "(certificate.self-signed=maybe)", "(tls.alert=7*)",
            "(symptom.after=soon)"})
        void areSentencesThatNameThePlace(String filter) {
            FilterSyntaxException e = assertThrows(FilterSyntaxException.class, () -> PARSER.parse(filter));
            assertTrue(e.getMessage().matches("(?s)The filter .* at character [0-9]+\\."), e.getMessage());
        }

        @Test
        void deepNestingIsRefusedAndDoesNotOverflow() {
            String deep = "(!".repeat(100_000) + "(tls.alert=1)" + ")".repeat(100_000);
            assertThrows(FilterSyntaxException.class, () -> PARSER.parse(deep));
        }
    }
}
