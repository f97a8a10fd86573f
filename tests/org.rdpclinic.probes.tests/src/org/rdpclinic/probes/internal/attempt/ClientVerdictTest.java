// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.probes.tests.TestRequest;
import org.rdpclinic.rdp.wire.Bytes;
import org.rdpclinic.rdp.x224.NegotiationAnswer;

class ClientVerdictTest {

    private static String verdict(ClientProfile client, long requested, NegotiationAnswer answer) {
        return ClientVerdict.of(client, requested, answer).map(ClientVerdict::id).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"0xB, 8, goes-on", "0xB, 2, goes-on", "0xB, 1, goes-on", "0xB, 0, falls-back", "0xB, 4, refuses",
            "0xB, 3, refuses", "0xB, -1, refuses", "1, 2, refuses", "1, 1, goes-on", "0, 0, goes-on"})
    void aChoiceIsTakenWhenItWasAskedFor(String requested, int selected, String verdict) {
        assertEquals(verdict,
                verdict(TestRequest.MSTSC, Long.decode(requested), new NegotiationAnswer.Selected(selected, 0)));
    }

    @ParameterizedTest
    @CsvSource({"0xB, 1, refuses", "0xB, 2, falls-back", "0, 2, refuses", "0xB, 3, refuses", "1, 5, refuses",
            "0xB, 77, refuses"})
    void aFailureEndsItUnlessOnlyTlsIsAmiss(String requested, int code, String verdict) {
        assertEquals(verdict,
                verdict(TestRequest.MSTSC, Long.decode(requested), new NegotiationAnswer.Failure(code)));
    }

    @Test
    void aClientThatDoesNotFallBackRefuses() {
        ClientProfile strict = new ClientProfile("strict", "strict", 0xB, List.of("TLS 1.2"), 2, 1024, false, false);
        assertEquals("refuses", verdict(strict, 0xB, new NegotiationAnswer.Selected(0, 0)));
        assertEquals("refuses", verdict(strict, 0xB, new NegotiationAnswer.Failure(2)));
        assertEquals("goes-on", verdict(strict, 0, new NegotiationAnswer.Selected(0, 0)));
    }

    @Test
    void aClientWithoutTlsRefusesTls() {
        ClientProfile old = new ClientProfile("old", "old", 0xB, List.of(), 2, 1024, false, true);
        assertEquals("refuses", verdict(old, 0xB, new NegotiationAnswer.Selected(1, 0)));
    }

    @Test
    void whatIsNoAnswerHasNoVerdict() {
        assertEquals(Optional.empty(),
                ClientVerdict.of(TestRequest.MSTSC, 0xB, NegotiationAnswer.DisconnectUltimatum.USER_REQUESTED));
        assertEquals(Optional.empty(),
                ClientVerdict.of(TestRequest.MSTSC, 0xB, new NegotiationAnswer.NotRdp(Bytes.EMPTY)));
    }
}
