// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.keys.NameKeys;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;

class NameResolutionProbeTest {

    private static TestRequest run(String dialled, TestNetwork network) throws Exception {
        return new TestRequest(dialled, network).runAll(new NameResolutionProbe());
    }

    @Test
    void aNameBecomesItsAddressesInTheirOrder() throws Exception {
        TestRequest request = run("srv", new TestNetwork().name("srv", "192.0.2.9", "192.0.2.1"));
        assertEquals("srv", request.value(NameKeys.DIALLED, Subject.PATH));
        assertEquals("name", request.value(NameKeys.KIND, Subject.PATH));
        assertTrue(request.value(NameKeys.RESOLVED, Subject.PATH));
        assertEquals(List.of("192.0.2.9", "192.0.2.1"), request.value(NameKeys.ADDRESSES, Subject.PATH));
    }

    @Test
    void aNameThatNobodyKnowsHasAReasonAndNoAddresses() throws Exception {
        TestRequest request = run("srv", new TestNetwork());
        assertFalse(request.value(NameKeys.RESOLVED, Subject.PATH));
        assertEquals("Nobody knows srv.", request.value(NameKeys.ERROR, Subject.PATH));
        assertTrue(request.any(NameKeys.ADDRESSES).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, IPV4", "255.255.255.255, IPV4", "192.0.2.256, NAME", "192.0.2, NAME", "192.0.2.1., NAME",
            "2001:db8::1, IPV6", "fe80::1%3, IPV6", "server, NAME", "1.2.3.4.example, NAME", "0300.1.2.3, NAME"})
    void addressesAreToldFromNames(String text, LiteralAddress.Kind kind) {
        assertEquals(kind, LiteralAddress.kindOf(text));
    }

    @Test
    void anAddressThatIsDialledIsNoName() throws Exception {
        TestRequest request = run("192.0.2.1", new TestNetwork().name("192.0.2.1", "192.0.2.1"));
        assertEquals("ipv4", request.value(NameKeys.KIND, Subject.PATH));
        assertTrue(request.value(NameKeys.RESOLVED, Subject.PATH));
    }
}
