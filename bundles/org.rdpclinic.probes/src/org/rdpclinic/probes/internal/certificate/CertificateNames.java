// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.probes.internal.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The names that a certificate is made out to: DNS names and addresses of its subjectAltName, and only where there are
 * none of these the common name of its subject (RFC 6125, 6.4.4).
 */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {
    }

    static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        for (List<?> name : alternatives(certificate)) {
            int kind = (Integer) name.get(0);
            if ((kind == DNS || kind == ADDRESS) && name.get(1) instanceof String text) {
                names.add(text);
            }
        }
        return names.isEmpty() ? commonNames(certificate) : names;
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            // An extension that nobody can read names nobody.
            return List.of();
        }
    }

    private static List<String> commonNames(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN")).map(Rdn::getValue)
                    .filter(String.class::isInstance).map(String.class::cast).toList();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }
}
