// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.api.keys.TlsKeys;

class WordsTest {

    @Nested
    class Targets {

        @ParameterizedTest
        @CsvSource({"ts01, ts01, 3389", "ts01:3390, ts01, 3390", "192.0.2.1, 192.0.2.1, 3389",
            "2001:db8::1, 2001:db8::1, 3389", "[2001:db8::1], 2001:db8::1, 3389", "[2001:db8::1]:33, 2001:db8::1, 33",
            "' ts01 ', ts01, 3389"})
        void readWhatUsersType(String text, String host, int port) {
            Target target = Target.parse(text);
            assertEquals(host, target.host());
            assertEquals(port, target.port());
            assertEquals(target, Target.parse(target.toString()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", ":3389", "ts01:", "ts01:0", "ts01:70000", "ts01:99999999999", "ts01:x", "a b",
            "a/b", "https://ts01", "user@ts01", "[::1", "[::1]x"})
        void refuseTheRestWithASentence(String text) {
            String message = assertThrows(IllegalArgumentException.class, () -> Target.parse(text)).getMessage();
            assertTrue(message.endsWith("."), message);
        }
    }

    @Nested
    class Times {

        @ParameterizedTest
        @CsvSource({"500ms, PT0.5S", "65s, PT1M5S", "2m, PT2M", "3h, PT3H", "1d, PT24H", "PT7S, PT7S"})
        void readShortForms(String text, Duration expected) {
            assertEquals(expected, Durations.parse(text));
        }

        @Test
        void areWrittenForPeople() {
            assertEquals("0.4 ms", Durations.format(Duration.ofNanos(412_345)));
            assertEquals("34 ms", Durations.format(Duration.ofMillis(34)));
            assertEquals("65 s", Durations.format(Duration.ofSeconds(65)));
            assertEquals("20 min", Durations.format(Duration.ofMinutes(20)));
        }

        @Test
        void refuseNonsense() {
            assertThrows(IllegalArgumentException.class, () -> Durations.parse("soon"));
            assertThrows(IllegalArgumentException.class, () -> Durations.parse("-5s"));
        }
    }

    @Nested
    class Observed {

        private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

        @Test
        void aValueOfAnotherTypeIsRefused() {
            assertThrows(IllegalArgumentException.class,
                    () -> new Observation(TlsKeys.ALERT, "seventy", Subject.PATH, "wire", NOW, "p"));
        }

        @Test
        void theLatestValueOfASubjectWins() {
            Subject first = Subject.attempt("1");
            Observations observations = Observations.of(List.of(
                    new Observation(TlsKeys.OUTCOME, "reset", first, "wire", NOW, "p"),
                    new Observation(TlsKeys.OUTCOME, "closed", Subject.attempt("2"), "wire", NOW, "p"),
                    new Observation(TlsKeys.OUTCOME, "alert", first, "wire", NOW, "p")));
            assertEquals(Optional.of("alert"), observations.find(TlsKeys.OUTCOME, first));
            assertEquals(3, observations.of(TlsKeys.OUTCOME).count());
            assertEquals(List.of(first, Subject.attempt("2")), observations.subjects());
            assertTrue(observations.find(TlsKeys.ALERT, first).isEmpty());
        }

        @Test
        void subjectsAreReadBackFromTheirText() {
            for (Subject subject : List.of(Subject.SERVER, Subject.attempt("client-1"),
                    Subject.address("[::1]:3389"))) {
                assertEquals(subject, Subject.parse(subject.toString()));
            }
            assertThrows(IllegalArgumentException.class, () -> Subject.parse("nobody:1"));
        }
    }

    @Test
    void sharedKeysAreUniqueAndDescribed() {
        Set<String> ids = new HashSet<>();
        for (ObservationKey<?> key : SharedKeys.ALL) {
            assertTrue(ids.add(key.id()), key.id());
            assertTrue(key.description().endsWith("."), key.id());
            assertEquals(key.type(), ValueType.require(key.type().id()));
        }
        assertThrows(IllegalArgumentException.class, () -> ObservationKey.of("Tls", ValueType.LONG, ""));
    }

    @Test
    void aSymptomIsGivenAsSoonAsAnythingWasSeen() {
        assertFalse(Symptom.NONE.isGiven());
        assertTrue(Symptom.ofCodes(OptionalLong.empty(), OptionalLong.of(7)).isGiven());
        assertThrows(IllegalArgumentException.class,
                () -> Symptom.ofCodes(OptionalLong.of(1L << 32), OptionalLong.empty()));
    }

    @Test
    void stagesFollowTheOrderOfAConnection() {
        assertEquals(List.of("resolve", "connect", "gateway", "negotiate", "tls", "credssp", "authorize", "mcs",
                "licence", "logon", "session"), List.of(Stage.values()).stream().map(Stage::id).toList());
        assertEquals(Optional.of(Stage.TLS), Stage.find("tls"));
        assertEquals(Optional.empty(), Stage.find("TLS"));
    }
}
