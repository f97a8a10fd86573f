// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.rdpclinic.api.host.Certificates;
import org.rdpclinic.api.host.EventLog;
import org.rdpclinic.api.host.EventRecord;
import org.rdpclinic.api.host.Files.AccessEntry;
import org.rdpclinic.api.host.Firewall;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.api.host.RegistryValue;
import org.rdpclinic.api.host.Services;
import org.rdpclinic.api.host.Sessions;
import org.rdpclinic.lab.internal.make.CertificateMaker;
import org.rdpclinic.lab.internal.make.StateMaker;
import org.rdpclinic.lab.internal.state.AccessLists;
import org.rdpclinic.lab.internal.state.CertificateFolder;
import org.rdpclinic.lab.internal.state.HostFolder;
import org.rdpclinic.lab.internal.state.ListenersFile;
import org.rdpclinic.lab.internal.state.RegistryKeys;
import org.rdpclinic.lab.internal.state.SessionsFile;

/**
 * The state of a simulated host, value by value: what a person would change on Windows. A lab that plays the folder
 * follows at once when the change is made through {@link LabRun#state()}, and within moments when it is made otherwise.
 */
public final class LabFolder {

    /** Key of the listener's settings. */
    public static final String LISTENER = RegistryKeys.LISTENER;
    /** Key of the settings of Remote Desktop as a whole. */
    public static final String SERVER = RegistryKeys.SERVER;
    /** Key of the settings by policy. */
    public static final String POLICY = RegistryKeys.POLICY;
    /** Key below which each TLS version has one, with a backslash at its end. */
    public static final String SCHANNEL = RegistryKeys.SCHANNEL;

    private static final String SYSTEM = "S-1-5-18";

    private final HostFolder host;
    private final Runnable changed;

    private LabFolder(Path folder, Runnable changed) {
        this.host = new HostFolder(folder);
        this.changed = changed;
    }

    /** The host in a folder. */
    public static LabFolder of(Path folder) {
        return new LabFolder(folder, () -> { });
    }

    static LabFolder of(Path folder, Runnable changed) {
        return new LabFolder(folder, changed);
    }

    /** The folder itself. */
    public Path path() {
        return host.path();
    }

    /** The host of a number (from 1) among several behind one address. */
    public LabFolder member(int number) {
        return number == 1 ? this
                : new LabFolder(path().resolve(StateMaker.MEMBERS).resolve(Integer.toString(number)), changed);
    }

    /** Sets a registry value, making its key where there is none. */
    public void setRegistry(String key, String name, RegistryValue value) throws HostException {
        host.registry().set(key, name, value);
        changed.run();
    }

    /** Sets a number in the registry. */
    public void setRegistry(String key, String name, long value) throws HostException {
        setRegistry(key, name, new RegistryValue.Number(value));
    }

    /** Removes a registry value, if it is there. */
    public void removeRegistry(String key, String name) throws HostException {
        host.registry().remove(key, name);
        changed.run();
    }

    /** Changes the state of a service that there is. */
    public void setService(String name, Services.State state) throws HostException {
        host.services().set(name, state);
        changed.run();
    }

    /** Changes the firewall as a whole. */
    public void setFirewall(Firewall.State state) throws HostException {
        host.firewall().write(state);
        changed.run();
    }

    /**
     * Changes the sessions.
     *
     * @param sessions those that stand
     * @param churn    how many more or fewer there are at each connection in turn, over and over; empty for none
     */
    public void setSessions(List<Sessions.Session> sessions, List<Integer> churn) throws HostException {
        host.sessions().write(new SessionsFile.Content(sessions, churn));
        changed.run();
    }

    /** Puts a program other than Remote Desktop on a port; what it says first may be empty. */
    public void setOtherProgram(int port, String program, String banner) throws HostException {
        List<ListenersFile.Listener> all = new ArrayList<>(host.listeners().read());
        all.removeIf(each -> each.port() == port);
        all.add(new ListenersFile.Listener(port, program, banner));
        host.listeners().write(all);
        changed.run();
    }

    /** Changes the DACL of a file, by its Windows path; its owner is SYSTEM then. */
    public void setAccess(String path, List<AccessEntry> entries) throws HostException {
        host.files().setAccess(path, new AccessLists.Access(SYSTEM, entries));
        changed.run();
    }

    /** Deletes a file, by its Windows path, if it is there. */
    public void deleteFile(String path) throws HostException {
        host.files().delete(path);
        changed.run();
    }

    /**
     * Changes one of the folder's JSON files by a merge patch (RFC 7386): for what has no method of its own here, such
     * as the path.
     *
     * @param file  its name, for example {@code path.json}
     * @param patch what changes, as JSON
     */
    public void change(String file, String patch) throws HostException {
        StateMaker.change(path().resolve(file), patch);
        changed.run();
    }

    /** The certificates of a store. */
    public List<Certificates.Stored> certificates(String store) throws HostException {
        return host.certificates().list(store);
    }

    /** Gives the listener's own certificate other dates, with the same names and key. */
    public void setCertificateDates(Instant from, Instant to) throws HostException {
        Certificates.Stored stored = certificates(CertificateFolder.REMOTE_DESKTOP).getFirst();
        byte[] key = host.files().read(stored.keyFile().orElseThrow()).orElseThrow();
        host.certificates().replace(CertificateFolder.REMOTE_DESKTOP, stored.thumbprint(),
                CertificateMaker.redate(stored.certificate(), key, from, to));
        changed.run();
    }

    /** Takes a certificate out of a store. */
    public void removeCertificate(String store, String thumbprint) throws HostException {
        host.certificates().remove(store, thumbprint);
        changed.run();
    }

    /** All records of a channel, from old to new. */
    public List<EventRecord> events(String channel) throws HostException {
        List<EventRecord> records = new ArrayList<>();
        try (EventLog.Cursor cursor = host.events().open(channel)) {
            Optional<EventRecord> next = cursor.next();
            while (next.isPresent()) {
                records.add(next.get());
                next = cursor.next();
            }
        }
        return records;
    }
}
