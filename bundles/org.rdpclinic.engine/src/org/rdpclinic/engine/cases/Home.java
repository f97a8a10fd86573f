// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The clinic's folder of one user: {@code RDPCLINIC_HOME}, else the platform's data folder. Folders are made when they
 * are first asked for, readable for the user alone.
 */
public final class Home {

    /** The environment variable that names another folder. */
    public static final String VARIABLE = "RDPCLINIC_HOME";

    private final Path folder;

    /** In a given folder. */
    public Home(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder").toAbsolutePath().normalize();
    }

    /**
     * The home of the user who runs this process.
     *
     * @throws CaseException with a sentence when the environment names no usable folder
     */
    public static Home ofUser() throws CaseException {
        return of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    /**
     * The home that an environment leads to.
     *
     * @param environment variables by name
     * @param system      name of the operating system, as in the property {@code os.name}
     * @param userHome    the user's own folder
     * @throws CaseException with a sentence when they name no usable folder
     */
    public static Home of(Map<String, String> environment, String system, String userHome) throws CaseException {
        String given = environment.getOrDefault(VARIABLE, "");
        if (!given.isBlank()) {
            return new Home(path(given, VARIABLE));
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path data = local.isBlank() ? user(userHome).resolve("AppData").resolve("Local")
                    : path(local, "LOCALAPPDATA");
            return new Home(data.resolve("RDP Clinic"));
        }
        if (lower.startsWith("mac")) {
            return new Home(user(userHome).resolve("Library").resolve("Application Support").resolve("RDP Clinic"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG Base Directory Specification has relative paths ignored.
        if (!data.isBlank() && path(data, "XDG_DATA_HOME").isAbsolute()) {
            return new Home(path(data, "XDG_DATA_HOME").resolve("rdpclinic"));
        }
        return new Home(user(userHome).resolve(".local").resolve("share").resolve("rdpclinic"));
    }

    private static Path user(String userHome) throws CaseException {
        if (userHome.isBlank() || userHome.equals("?")) {
            throw new CaseException("This user has no folder; name one in the variable " + VARIABLE + ".");
        }
        return path(userHome, "user.home");
    }

    private static Path path(String text, String name) throws CaseException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new CaseException("'" + text + "' in " + name + " is no path.", e);
        }
    }

    /** The folder itself, which may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** Where cases are kept. */
    public Path cases() throws CaseException {
        return made("cases");
    }

    /** Where the lab's hosts are kept. */
    public Path lab() throws CaseException {
        return made("lab");
    }

    /** Where the password of the JMX port is kept. */
    public Path jmx() throws CaseException {
        return made("jmx");
    }

    /** Where logs of internal errors go. */
    public Path log() throws CaseException {
        return made("log");
    }

    /** The file of the user's settings, which may not exist yet; its folder does. */
    public Path settingsFile() throws CaseException {
        return made("").resolve("settings.json");
    }

    /** Where bundle files of third parties are dropped; it may not exist yet. */
    public Path dropins() {
        return folder.resolve("dropins");
    }

    /** The file that says which of those bundle files are trusted; it may not exist yet. */
    public Path trustFile() {
        return folder.resolve("trusted-bundles");
    }

    private Path made(String name) throws CaseException {
        Path place = folder.resolve(name);
        try {
            PrivateFolders.create(folder);
            PrivateFolders.create(place);
            return place;
        } catch (IOException e) {
            throw new CaseException("The clinic's folder " + place + " cannot be made: " + FileSentences.of(e)
                    + " The variable " + VARIABLE + " names another one.", e);
        }
    }
}
