// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;

/** Whether a certificate is signed with its own key. */
final class SelfSigned {

    private SelfSigned() {
    }

    static boolean is(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (NoSuchAlgorithmException e) {
            // The signature cannot be checked here; one name for subject and issuer is as much as can be said.
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
