// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.lab.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.rdpclinic.lab.internal.state.HostFolder;

/**
 * One host of a run, and how many connections its listener has had.
 *
 * @param host        its folder
 * @param connections connections so far, which tell the number of sessions where these come and go
 */
record Member(HostFolder host, AtomicLong connections) {

    private static final String[] WATCHED = {"registry.json", "services.json", "firewall.json", "listeners.json"};

    /** The host in a folder, and those in its folder of members. */
    static List<Member> all(Path folder, String members) {
        List<Member> all = new ArrayList<>();
        all.add(new Member(new HostFolder(folder), new AtomicLong()));
        for (int i = 2; Files.isDirectory(folder.resolve(members).resolve(Integer.toString(i))); i++) {
            all.add(new Member(new HostFolder(folder.resolve(members).resolve(Integer.toString(i))),
                    new AtomicLong()));
        }
        return List.copyOf(all);
    }

    /** A text that differs when a file that governs the ports was written. */
    String stamp() {
        StringBuilder stamp = new StringBuilder();
        for (String name : WATCHED) {
            stamp.append(stamp(host.path().resolve(name)));
        }
        return stamp.toString();
    }

    /** A text that differs when a file was written. */
    static String stamp(Path file) {
        try {
            BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
            return read.lastModifiedTime().toMillis() + "/" + read.fileKey() + "/" + read.size() + ";";
        } catch (IOException missing) {
            return "-;";
        }
    }
}
