// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.cases;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.rdpclinic.api.Target;
import org.rdpclinic.api.diagnosis.Case;

/**
 * The cases in a folder, each a folder of its own that holds {@code case.json}. A case is there whole or not at all:
 * it is written beside its place, forced to the disk, and moved there. Several stores, also of several processes, can
 * work on one folder.
 */
public final class CaseStore {

    /** Name of the file in a case's folder. */
    public static final String FILE = "case.json";

    /** A case larger than this many bytes is refused unread. */
    static final long LARGEST = 64L << 20;

    private static final int MOST_OF_A_MINUTE = 10_000;

    private final Path folder;
    private final CaseCodec codec;

    /** Over a folder, which is made when the first case is saved. */
    public CaseStore(Path folder, CaseCodec codec) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.codec = Objects.requireNonNull(codec, "codec");
    }

    /** A name that no case has, for a case about this target opened at this time. */
    public String newId(Target target, Instant created) {
        for (int number = 1;; number++) {
            String id = CaseIds.of(target, created, number);
            if (!Files.exists(folder.resolve(id), LinkOption.NOFOLLOW_LINKS)) {
                return id;
            }
        }
    }

    /**
     * Keeps a case under its own id, in place of an earlier state of it.
     *
     * @return the case's folder
     * @throws CaseException with a sentence: the disk is full, the folder cannot be written, another clinic holds it
     */
    public Path save(Case content) throws CaseException {
        Path place = place(content.id());
        try {
            PrivateFolders.create(place);
            write(place, content);
            return place;
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    /**
     * Keeps a new case under a name that no other has, also when another clinic saves at the same moment.
     *
     * @return the case as it was kept, with that name as its id
     * @throws CaseException with a sentence, as {@link #save}
     */
    public Case saveNew(Case content) throws CaseException {
        try {
            PrivateFolders.create(folder);
            for (int number = 1; number <= MOST_OF_A_MINUTE; number++) {
                String id = CaseIds.of(content.target(), content.created(), number);
                Path place = folder.resolve(id);
                try {
                    PrivateFolders.createNew(place);
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
                return fill(place, content, id);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        throw new CaseException("There are too many cases of this minute in " + folder + ".");
    }

    private Case fill(Path place, Case content, String id) throws IOException {
        Case named = new Case(id, content.created(), content.origin(), content.target(), content.client(),
                content.symptom(), content.observations(), content.runs(), content.diagnosis());
        try {
            write(place, named);
            return named;
        } catch (IOException e) {
            // An empty folder would be listed as a damaged case.
            FolderTree.deleteQuietly(place);
            throw e;
        }
    }

    private void write(Path place, Case content) throws IOException {
        byte[] json = codec.encode(content);
        try (FolderLock lock = FolderLock.take(place)) {
            AtomicFiles.write(place.resolve(FILE), json);
        }
    }

    /**
     * Reads a case.
     *
     * @param idOrPath the name of a case here, a case's folder anywhere, or a case's file
     * @throws CaseException with a sentence: there is none, it is damaged, cut short, or from a newer clinic
     */
    public Case load(String idOrPath) throws CaseException {
        Path file = file(idOrPath);
        byte[] json;
        try {
            if (Files.size(file) > LARGEST) {
                throw new CaseException(file + " is larger than any case; it is no case.");
            }
            json = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CaseException(
                    "There is no case " + idOrPath + "; './clinic cases' lists those that there are.", e);
        } catch (IOException e) {
            throw new CaseException("The case " + file + " cannot be read: " + FileSentences.of(e), e);
        }
        try {
            return codec.decode(json, file.toString());
        } catch (RuntimeException e) {
            throw new CaseException("The case " + file + " is damaged and cannot be read.", e);
        }
    }

    private Path file(String idOrPath) throws CaseException {
        if (CaseIds.isId(idOrPath) && Files.isDirectory(folder.resolve(idOrPath))) {
            return folder.resolve(idOrPath).resolve(FILE);
        }
        try {
            Path path = Path.of(idOrPath);
            return Files.isDirectory(path) ? path.resolve(FILE) : path;
        } catch (InvalidPathException e) {
            throw new CaseException("'" + idOrPath + "' is neither the name of a case nor a path.", e);
        }
    }

    /**
     * The cases, the newest first; those that cannot be read come last, each with the reason.
     *
     * @throws CaseException with a sentence when the folder itself cannot be read
     */
    public List<CaseSummary> list() throws CaseException {
        List<CaseSummary.Readable> readable = new ArrayList<>();
        List<CaseSummary> unreadable = new ArrayList<>();
        try (DirectoryStream<Path> places = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path place : places) {
                String id = place.getFileName().toString();
                try {
                    readable.add(CaseSummary.Readable.of(load(place.toString()), id, place));
                } catch (CaseException e) {
                    unreadable.add(new CaseSummary.Unreadable(id, place, e.getMessage()));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new CaseException("The cases in " + folder + " cannot be listed: " + FileSentences.of(e), e);
        }
        readable.sort(Comparator.comparing(CaseSummary.Readable::created).reversed()
                .thenComparing(CaseSummary.Readable::id));
        unreadable.sort(Comparator.comparing(CaseSummary::id));
        List<CaseSummary> all = new ArrayList<>(readable);
        all.addAll(unreadable);
        return List.copyOf(all);
    }

    /**
     * Deletes a case and all that lies in its folder.
     *
     * @throws CaseException with a sentence when there is none, or it cannot be deleted
     */
    public void delete(String id) throws CaseException {
        Path place = place(id);
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new CaseException("There is no case " + id + "; './clinic cases' lists those that there are.");
        }
        try {
            try (FolderLock lock = FolderLock.take(place)) {
                Files.deleteIfExists(place.resolve(FILE));
            }
            FolderTree.delete(place);
        } catch (IOException e) {
            throw new CaseException("The case " + id + " cannot be deleted: " + FileSentences.of(e), e);
        }
    }

    private Path place(String id) throws CaseException {
        if (!CaseIds.isId(id)) {
            throw new CaseException(
                    "'" + id + "' is no name of a case; names are lower-case letters, digits and hyphens.");
        }
        return folder.resolve(id);
    }

    private static CaseException unwritable(Path place, IOException e) {
        return new CaseException("The case cannot be kept in " + place + ": " + FileSentences.of(e), e);
    }
}
