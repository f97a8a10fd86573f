// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
            "ts01.corp.example, ts01.corp.example, true",
            "ts01.corp.example, ts02.corp.example, false",
            "ts01.corp.example, ts01, false",
            "ts01, ts01.corp.example, false",
            "TS01.Corp.Example, ts01.corp.EXAMPLE, true",
            "ts01.corp.example., ts01.corp.example, true",
            "ts01.corp.example, ts01.corp.example., true",
            "'', '', false"})
    void plainNamesAreComparedWithoutCaseAndDots(String certificate, String dialled, boolean matches) {
        assertEquals(matches, NameMatch.matches(certificate, dialled));
    }

    @ParameterizedTest
    @CsvSource({
            "*.corp.example, ts01.corp.example, true",
            "*.corp.example, TS01.CORP.example., true",
            "*.corp.example, corp.example, false",
            "*.corp.example, a.ts01.corp.example, false",
            "*.corp.example, .corp.example, false",
            "ts*.corp.example, ts01.corp.example, false",
            "*.*.example, ts01.corp.example, false",
            "ts01.*.example, ts01.corp.example, false",
            "*, ts01, false",
            "*.0.2.1, 192.0.2.1, false"})
    void aWildcardStandsForTheFirstLabelAlone(String certificate, String dialled, boolean matches) {
        assertEquals(matches, NameMatch.matches(certificate, dialled));
    }

    @ParameterizedTest
    @CsvSource({
            "xn--mller-kva.example, müller.example, true",
            "müller.example, xn--mller-kva.example, true",
            "xn--mller-kva.example, MÜLLER.example, true",
            "*.xn--mller-kva.example, ts01.müller.example, true",
            "muller.example, müller.example, false"})
    void internationalNamesHaveTwoWritings(String certificate, String dialled, boolean matches) {
        assertEquals(matches, NameMatch.matches(certificate, dialled));
    }

    @ParameterizedTest
    @CsvSource({
            "192.0.2.1, 192.0.2.1, true",
            "192.0.2.1, 192.0.2.10, false",
            "ts01.corp.example, 192.0.2.1, false",
            "192.0.2.1, ts01.corp.example, false",
            "2001:db8:0:0:0:0:0:1, 2001:db8::1, true",
            "2001:DB8::1, 2001:db8::1, true",
            "2001:db8::2, 2001:db8::1, false"})
    void addressesAreComparedByTheirValue(String certificate, String dialled, boolean matches) {
        assertEquals(matches, NameMatch.matches(certificate, dialled));
    }
}
