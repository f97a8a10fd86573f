// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.rdpclinic.engine.cases.CaseException;

/** The password of the port: one line in a file that nobody but its owner can read. It is read at each login. */
public final class PasswordFile {

    private static final int RANDOM_BYTES = 24;
    private static final int SHORTEST = 12;
    private static final long LARGEST = 4096;
    /** Who reads every file on Windows anyway. */
    private static final List<String> MIGHTY = List.of("NT AUTHORITY\\SYSTEM", "BUILTIN\\Administrators");

    private final Path file;

    private PasswordFile(Path file) {
        this.file = file;
    }

    /**
     * Takes the password from a file, which is made with a random one where it does not exist.
     *
     * @throws CaseException with a sentence when it cannot be made or read, when others could read it, or when it holds
     *                       no password
     */
    public static PasswordFile of(Path file) throws CaseException {
        PasswordFile password = new PasswordFile(file);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            password.make();
        }
        password.read();
        return password;
    }

    /** Where it lies. */
    public Path path() {
        return file;
    }

    /** Whether this is the password that the file holds now; takes as long for a wrong one. */
    boolean matches(String given) throws CaseException {
        return MessageDigest.isEqual(digest(read()), digest(given));
    }

    private void make() throws CaseException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
            FileAttribute<?>[] mine = posix ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0];
            Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine).close();
            if (!posix) {
                closeToOthers();
            }
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        } catch (FileAlreadyExistsException e) {
            // Another clinic made it at this moment.
            return;
        } catch (IOException e) {
            throw new CaseException("The password of JMX cannot be kept in " + file + ".", e);
        }
    }

    private void closeToOthers() throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
    }

    private String read() throws CaseException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                throw new CaseException("The password of JMX is not in " + file
                        + ": it must be a plain file of one line. Delete it, and a new one is made.");
            }
            if (!isPrivate()) {
                throw new CaseException("The file " + file + " holds the password of JMX, and others can read it or it "
                        + "belongs to somebody else: delete it, and a new one is made; or chmod 600 it.");
            }
            String password = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (password.length() < SHORTEST || password.lines().count() != 1) {
                throw new CaseException("The file " + file + " holds no password: it must be one line of at least "
                        + SHORTEST + " characters. Delete it, and a new one is made.");
            }
            return password;
        } catch (IOException e) {
            throw new CaseException("The password of JMX cannot be read from " + file + ".", e);
        }
    }

    private boolean isPrivate() throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            Set<PosixFilePermission> others = new HashSet<>(attributes.permissions());
            others.removeAll(PosixFilePermissions.fromString("rwx------"));
            return others.isEmpty() && isMe(attributes.owner());
        }
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        return view != null && view.getAcl().stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW)
                .filter(entry -> entry.permissions().contains(AclEntryPermission.READ_DATA))
                .map(AclEntry::principal)
                .allMatch(who -> isOwner(view, who) || MIGHTY.contains(who.getName()));
    }

    private static boolean isOwner(AclFileAttributeView view, UserPrincipal who) {
        try {
            return who.equals(view.getOwner());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isMe(UserPrincipal owner) throws IOException {
        return owner.equals(file.getFileSystem().getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name")));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
