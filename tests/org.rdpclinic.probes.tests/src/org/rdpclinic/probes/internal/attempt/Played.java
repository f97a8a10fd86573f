// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.attempt;

import java.time.Duration;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.probe.Probe;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.probes.internal.network.NameResolutionProbe;
import org.rdpclinic.probes.internal.network.TcpConnectProbe;
import org.rdpclinic.probes.tests.ScriptedServer;
import org.rdpclinic.probes.tests.TestNetwork;
import org.rdpclinic.probes.tests.TestRequest;


/** Runs probes against a scripted server whose first connection, the plain TCP one, is passed over. */
final class Played {

    private Played() {
    }

    static TestRequest against(ScriptedServer server) throws Exception {
        return against(server, TestRequest.MSTSC);
    }

    static TestRequest against(ScriptedServer server, ClientProfile client) throws Exception {
        return at("server.example", "192.0.2.1", server).client(client);
    }

    static TestRequest at(String dialled, String address, ScriptedServer server) throws Exception {
        TestNetwork network = new TestNetwork().name(dialled, address).server(address, 3389, server);
        return new TestRequest(dialled, network).with(ProbeSettings.ANSWER_TIMEOUT, Duration.ofSeconds(10))
                .runAll(new NameResolutionProbe(), new TcpConnectProbe());
    }

    /** As the client connects, to a server that does the same each time. */
    static TestRequest once(ScriptedServer.Script script) throws Exception {
        return once(script, TestRequest.MSTSC);
    }

    static TestRequest once(ScriptedServer.Script script, ClientProfile client) throws Exception {
        return run(script, client, new ClientAttemptProbe());
    }

    static TestRequest run(ScriptedServer.Script script, ClientProfile client, Probe... probes) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return against(server, client).runAll(probes);
        }
    }
}
