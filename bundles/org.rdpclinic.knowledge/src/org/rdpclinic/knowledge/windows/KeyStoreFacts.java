// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.List;
import java.util.OptionalLong;
import java.util.Optional;
import org.rdpclinic.knowledge.internal.StrictObject;

/**
 * Where the private key of the listener's self-signed certificate lives, and who must be able to read it.
 *
 * @param container      name of the key container
 * @param provider       the cryptographic provider
 * @param key            kind and length of the key
 * @param validity       how long the certificate lasts
 * @param keyFile        path of the key file, with {@code <MachineGuid>} left to be filled
 * @param keyFileRule    how its name comes from that of the container
 * @param owner          SID that owns a healthy key file
 * @param entries        entries of the access list of a healthy key file
 * @param token          accounts that the token of TermService holds
 * @param access         how the access in effect is judged
 * @param proven         what alone was shown to stop RDP
 * @param folder         the folder of the key files
 * @param folderSddl     access list of a healthy folder
 * @param measuredOn     Windows builds on which that was measured
 * @param folderNote     what the folder's access list does not prove
 * @param cngFolder      the folder of CNG keys
 * @param cngNote        when that one counts
 * @param otherKeys      key files of other programs that may lie beside it
 * @param localised      how accounts are named on other languages
 * @param sources        ids of the sources
 */
public record KeyStoreFacts(String container, String provider, String key, String validity, String keyFile,
        String keyFileRule, String owner, List<Entry> entries, List<Account> token, String access, String proven,
        String folder, String folderSddl, List<Long> measuredOn, String folderNote, String cngFolder, String cngNote,
        List<OtherKey> otherKeys, String localised, List<String> sources) {

    /** Copies. */
    public KeyStoreFacts {
        entries = List.copyOf(entries);
        token = List.copyOf(token);
        measuredOn = List.copyOf(measuredOn);
        otherKeys = List.copyOf(otherKeys);
        sources = List.copyOf(sources);
    }

    /**
     * An entry of an access list.
     *
     * @param sid       whom it is for
     * @param mask      the access mask
     * @param rights    {@code read} or {@code full}
     * @param account   name of the account, where the SID alone says little
     * @param fromBuild first Windows build that has it
     * @param toBuild   last Windows build that has it
     */
    public record Entry(String sid, long mask, String rights, Optional<String> account, OptionalLong fromBuild,
            OptionalLong toBuild) {
    }

    /**
     * An account in the token of the service.
     *
     * @param sid     its SID
     * @param account its English name
     */
    public record Account(String sid, String account) {
    }

    /**
     * A key of another program.
     *
     * @param file      first part of the file's name
     * @param container name of the key container
     */
    public record OtherKey(String file, String container) {
    }

    static KeyStoreFacts read(StrictObject o, Reader reader) {
        StrictObject acl = o.object("keyFileAcl");
        String owner = acl.text("owner");
        List<Entry> entries = acl.objects("entries", e -> new Entry(e.text("sid"), e.whole("mask"), e.text("rights"),
                e.findText("account"), e.findWhole("fromBuild"), e.findWhole("toBuild")));
        acl.done();
        return new KeyStoreFacts(o.text("container"), o.text("provider"), o.text("key"),
                o.text("validityOfCertificate"), o.text("keyFile"), o.text("keyFileRule"), owner, entries,
                o.objects("tokenOfTermService", a -> new Account(a.text("sid"), a.text("account"))),
                o.text("effectiveAccess"), o.text("provenCause"), o.text("folder"), o.text("folderSddl"),
                o.findWholes("folderMeasuredOnBuilds"), o.text("folderNote"), o.text("cngFolder"), o.text("cngNote"),
                o.objects("otherKeys", k -> new OtherKey(k.text("file"), k.text("container"))),
                o.text("localisedWindows"), reader.sources(o));
    }
}
