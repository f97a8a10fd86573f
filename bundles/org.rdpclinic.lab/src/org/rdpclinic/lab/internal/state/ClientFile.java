// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.state;

import java.nio.file.Path;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.host.HostException;

/** {@code client.json}: the client, as its .rdp file and policy change it. */
public final class ClientFile {

    private final Path file;

    /** Over the file of a run. */
    public ClientFile(Path file) {
        this.file = file;
    }

    /** The client as it is now. */
    public ClientProfile read() throws HostException {
        Fields fields = new Fields(Json.read(file), file.getFileName().toString());
        ClientProfile profile = new ClientProfile(fields.text("profile"), fields.text("title"),
                fields.number("protocols", 0, 0x1F), fields.texts("tlsVersions"),
                (int) fields.number("authenticationLevel", 0, 3), (int) fields.number("minimumRsaBits", 0, 16384),
                fields.flag("refusesSha1"), fields.flag("fallsBackToRdpSecurity"));
        fields.done();
        return profile;
    }
}
