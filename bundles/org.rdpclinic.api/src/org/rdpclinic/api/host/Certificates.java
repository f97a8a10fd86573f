// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The certificate stores of LocalMachine. */
public non-sealed interface Certificates extends Facet {

    /**
     * A certificate in a store.
     *
     * @param thumbprint  SHA-1, in lower-case hexadecimal
     * @param certificate the certificate
     * @param keyFile     path of the file that holds its private key, if it has one
     */
    record Stored(String thumbprint, X509Certificate certificate, Optional<String> keyFile) {
    }

    /**
     * The certificates in a store, for example {@code Remote Desktop} or {@code My}; empty when there is no such
     * store.
     */
    List<Stored> list(String store) throws HostException;
}
