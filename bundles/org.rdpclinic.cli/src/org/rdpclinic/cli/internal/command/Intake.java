// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.List;
import java.util.Optional;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.Symptom;
import org.rdpclinic.api.Target;
import org.rdpclinic.api.host.HostException;
import org.rdpclinic.cli.internal.terminal.Refusal;
import org.rdpclinic.engine.CaseRequest;
import org.rdpclinic.engine.intake.ClientProfiles;
import org.rdpclinic.engine.intake.IntakeException;
import org.rdpclinic.engine.intake.RdpFile;

/** Turns what the user typed into a request: host, .rdp file, client profile. */
final class Intake {

    private final Context context;
    private final Optional<RdpFile> rdp;
    private final Optional<String> as;
    private final Optional<Target> target;

    Intake(Context context, Optional<String> host, Optional<String> rdpFile, Optional<String> as) {
        this.context = context;
        this.as = as;
        this.rdp = rdpFile.map(this::read);
        this.target = host.isPresent() ? host.map(Intake::target) : rdp.flatMap(RdpFile::target);
    }

    private RdpFile read(String typed) {
        try {
            RdpFile file = RdpFile.read(Context.path(typed));
            file.warnings().forEach(context::say);
            return file;
        } catch (IntakeException e) {
            throw Refusal.usage(e);
        }
    }

    private static Target target(String typed) {
        try {
            return Target.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(e);
        }
    }

    /** Whether the user named a target. */
    boolean hasTarget() {
        return target.isPresent();
    }

    /** A request for the target that the user named. */
    CaseRequest request(Symptom symptom) {
        Target named = target.orElseThrow();
        Target full = named.gateway().isEmpty() && rdp.isPresent()
                ? new Target(named.address(), rdp.get().target().flatMap(Target::gateway)) : named;
        return CaseRequest.of(full, changed(profile().orElseGet(() -> ClientProfiles.load().standard())), symptom)
                .withSettings(context.options().settings());
    }

    /** A request for a scenario that is being played. */
    CaseRequest request(Symptom symptom, String scenario, Lab.Play play) throws HostException {
        ClientProfile client = profile().isPresent() ? profile().get() : play.client();
        return CaseRequest.of(play.target(), changed(client), symptom).withNetwork(play.network())
                .withOrigin("The lab played " + scenario + "; no real host was looked at.")
                .withSettings(context.options().settings());
    }

    private Optional<ClientProfile> profile() {
        if (as.isEmpty()) {
            return Optional.empty();
        }
        ClientProfiles profiles = ClientProfiles.load();
        List<String> ids = profiles.all().stream().map(ClientProfile::id).toList();
        return Optional.of(profiles.find(as.get()).orElseThrow(() -> Refusal.usage("There is no client profile '"
                + as.get() + "'." + Nearest.to(as.get(), ids).map(near -> " Did you mean '" + near + "'?")
                        .orElse(" There are " + String.join(", ", ids) + "."))));
    }

    private ClientProfile changed(ClientProfile client) {
        return rdp.isPresent() ? rdp.get().applyTo(client) : client;
    }
}
