// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.rdpclinic.api.settings.ProbeSettings;
import org.rdpclinic.api.settings.Setting;
import org.rdpclinic.api.settings.Settings;
import org.rdpclinic.cli.internal.terminal.ColourChoice;
import org.rdpclinic.cli.internal.terminal.Refusal;
import picocli.CommandLine.Option;

/** The options of every command. */
public final class CommonOptions {

    @Option(names = {"-q", "--quiet"}, order = 90, description = "Say nothing but results and errors.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, order = 91, description = "Tell more.")
    private boolean verbose;

    @Option(names = "--color", paramLabel = "WHEN", order = 92,
            description = "When to use colours: auto, always or never.")
    private ColourChoice colour = ColourChoice.AUTO;

    @Option(names = "--no-input", order = 93, description = "Never ask anything.")
    private boolean noInput;

    @Option(names = "--set", paramLabel = "NAME=VALUE", order = 94,
            description = "Set a setting for this run; may be given several times.")
    private List<String> set = new ArrayList<>();

    @Option(names = {"-h", "--help"}, usageHelp = true, order = 95, description = "Show this help.")
    private boolean help;

    /** Whether to say nothing but results and errors. */
    boolean quiet() {
        return quiet;
    }

    /** Whether to tell more. */
    boolean verbose() {
        return verbose;
    }

    /** When to use colours. */
    ColourChoice colour() {
        return colour;
    }

    /** Whether nothing may be asked. */
    boolean noInput() {
        return noInput;
    }

    /** Whether help was asked for. */
    boolean help() {
        return help;
    }

    /** The settings in force. */
    Settings settings() {
        Settings settings = Settings.DEFAULTS;
        for (String pair : set) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw Refusal.usage("'" + pair + "' sets nothing: write --set NAME=VALUE, for example --set "
                        + ProbeSettings.CONNECT_TIMEOUT.name() + "=8s.");
            }
            settings = with(settings, pair.substring(0, equals), pair.substring(equals + 1));
        }
        return settings;
    }

    private static Settings with(Settings settings, String name, String value) {
        List<String> names = ProbeSettings.ALL.stream().map(Setting::name).toList();
        for (Setting<?> setting : ProbeSettings.ALL) {
            if (setting.name().equals(name)) {
                try {
                    return settings.withText(setting, value);
                } catch (IllegalArgumentException e) {
                    throw Refusal.usage("The setting " + name + " cannot be '" + value + "': " + e.getMessage());
                }
            }
        }
        throw Refusal.usage("There is no setting '" + name + "'."
                + Nearest.to(name, names).map(near -> " Did you mean '" + near + "'?")
                        .orElse(" There are " + String.join(", ", names) + "."));
    }
}
