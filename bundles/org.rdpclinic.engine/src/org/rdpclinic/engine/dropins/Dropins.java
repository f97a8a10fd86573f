// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.dropins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.rdpclinic.engine.cases.Home;

/**
 * The bundle files in the home's folder of dropins. Those that are trusted are used, each from a copy of its own; they
 * come and go while the clinic runs. Nothing of a bundle that is not trusted is loaded. Safe for use by several threads.
 */
public final class Dropins implements AutoCloseable {

    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final DropinFolder folder;
    private final Installer installer;
    private final Map<String, Optional<String>> installed = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Dropin> all = List.of();
    private Optional<Thread> watcher = Optional.empty();
    private boolean closed;

    Dropins(DropinFolder folder, Installer installer) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.installer = Objects.requireNonNull(installer, "installer");
    }

    /** Those of a home, for the framework in which this runs; nothing is installed before {@link #refresh}. */
    public static Dropins ofHome(Home home) {
        return new Dropins(folder(home), new FrameworkInstaller());
    }

    /** Those of a home, only to be listed: the trusted ones are not installed. */
    public static Dropins listed(Home home) {
        return new Dropins(folder(home), Installer.NONE);
    }

    private static DropinFolder folder(Home home) {
        return new DropinFolder(home.dropins(), new TrustStore(home.trustFile()));
    }

    /** Looks into the folder now: installs what is trusted, and uninstalls what is gone or trusted no longer. */
    public void refresh() {
        boolean changed;
        synchronized (this) {
            if (closed) {
                return;
            }
            List<Dropin> found = folder.look();
            Set<String> trusted = new HashSet<>();
            found.stream().filter(each -> each.state() == Dropin.State.TRUSTED).forEach(each ->
                trusted.add(each.sha256()));
            uninstallAllBut(trusted);
            List<Dropin> now = new ArrayList<>();
            for (Dropin dropin : found) {
                now.add(dropin.state() == Dropin.State.TRUSTED ? installed(dropin) : dropin);
            }
            changed = !now.equals(all);
            all = List.copyOf(now);
        }
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    private Dropin installed(Dropin dropin) {
        Optional<String> wrong = installed.computeIfAbsent(dropin.sha256(),
                hash -> installer.install(folder.path().resolve(dropin.file()), dropin));
        return wrong.map(dropin::broken).orElse(dropin);
    }

    private void uninstallAllBut(Set<String> wanted) {
        for (String hash : List.copyOf(installed.keySet())) {
            if (!wanted.contains(hash)) {
                if (installed.remove(hash).isEmpty()) {
                    installer.uninstall(hash);
                }
            }
        }
    }

    /** The bundle files as of the last look, by name. */
    public synchronized List<Dropin> all() {
        return all;
    }

    /** Where the files lie. */
    public Path folder() {
        return folder.path();
    }

    /**
     * Trusts a bundle file as it was looked at: a file that has changed since is not trusted.
     *
     * @throws IOException with the system's word when that cannot be kept
     */
    public void trust(Dropin dropin) throws IOException {
        folder.trust().trust(dropin.file(), dropin.sha256());
        refresh();
    }

    /** Trusts a bundle file no longer. */
    public void distrust(Dropin dropin) throws IOException {
        folder.trust().distrust(dropin.file(), dropin.sha256());
        refresh();
    }

    /** Looks again every second from now on, on a thread that does not keep the process alive. */
    public synchronized void watch() {
        if (watcher.isEmpty() && !closed) {
            Thread thread = Thread.ofPlatform().daemon().name("dropins").unstarted(this::lookAgain);
            watcher = Optional.of(thread);
            thread.start();
        }
    }

    private void lookAgain() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
                refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Calls back after a bundle file came, went or changed its state; on the thread that saw it.
     *
     * @return closing it ends the calls
     */
    public AutoCloseable onChange(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Ends the watch and uninstalls what was installed. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            uninstallAllBut(Set.of());
        }
        watcher.ifPresent(Thread::interrupt);
    }
}
