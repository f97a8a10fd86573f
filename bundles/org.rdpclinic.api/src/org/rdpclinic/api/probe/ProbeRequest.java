// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.probe;

import java.time.Duration;
import java.util.Optional;

import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Observations;
import org.rdpclinic.api.Subject;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.Host;
import org.rdpclinic.api.settings.Settings;

/** All that a probe gets. Safe for use by several threads of the probe's own. Implemented by the engine alone. */
public interface ProbeRequest {

    /** Where the user wants to connect. */
    Target target();

    /** The client whose failure is looked into. */
    ClientProfile client();

    /** The client host, where the case can look into it. */
    Optional<Host> clientHost();

    /** The server host, where the case can look into it. */
    Optional<Host> serverHost();

    /** The way to the net; a probe uses no other. */
    Network network();

    /** What is known so far: everything observed by the probes whose keys this probe needs, and perhaps more. */
    Observations observed();

    /** Hands in an observation. The engine signs it with the probe's id. Refused after the probe's end. */
    void observe(Observation observation);

    /** Hands in an observation made just now on the wire. */
    default <V> void observe(ObservationKey<V> key, V value, Subject subject) {
        observe(new Observation(key, value, subject, Observation.WIRE, network().clock().instant(), ""));
    }

    /** Time left before the engine gives this probe up; zero when it is over. */
    Duration timeLeft();

    /** Whether the run was cancelled, or the time is over: a probe that sees it ends. */
    boolean isCancelled();

    /** Tells the user what is being done, in a few words. */
    void progress(String what);

    /**
     * Something to close when the run is cancelled or the time is over, a socket for example; closed at once when that
     * has happened already. Ends with the probe: what it opens it also closes itself.
     */
    void onCancel(AutoCloseable resource);

    /** The settings in force. */
    Settings settings();
}
