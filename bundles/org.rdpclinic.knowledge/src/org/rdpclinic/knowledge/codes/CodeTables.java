// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Sources;

/**
 * The lists of numbers. Each is read when it is first asked for; a lookup always answers with a sentence.
 */
public final class CodeTables {

    private final KnowledgeFiles files;
    private final Optional<Set<String>> causes;
    private final Optional<Set<String>> sources;
    private final Map<CodeKind, CodeTable> tables = new ConcurrentHashMap<>();

    private CodeTables(KnowledgeFiles files, Optional<Set<String>> causes, Optional<Set<String>> sources) {
        this.files = Objects.requireNonNull(files);
        this.causes = causes;
        this.sources = sources;
    }

    /** The lists of this bundle; their references were checked by the build. */
    public static CodeTables load() {
        return new CodeTables(KnowledgeFiles.bundled(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads all lists at once and checks each cause and source that they name.
     *
     * @param files where to read from
     * @return the lists
     * @throws KnowledgeException if a file breaks its rules; the message names file and place
     */
    public static CodeTables loadChecked(KnowledgeFiles files) {
        CodeTables all = with(files, CauseTexts.loadChecked(files), Sources.load(files));
        for (CodeKind kind : CodeKind.values()) {
            all.table(kind);
        }
        return all;
    }

    static CodeTables with(KnowledgeFiles files, CauseTexts causes, Sources sources) {
        return new CodeTables(files, Optional.of(causes.ids()), Optional.of(sources.ids()));
    }

    /**
     * What a number means.
     *
     * @param kind the list
     * @param code 0 to {@link CodeKind#LARGEST}
     * @return a row of the list, or the family; an extended code that its own list lacks is looked up among the Set
     *         Error Info codes, whose numbers it equals
     * @throws IllegalArgumentException if the code does not have 32 bits
     */
    public CodeMeaning meaning(CodeKind kind, long code) {
        if (code < 0 || code > CodeKind.LARGEST) {
            throw new IllegalArgumentException("A code has 32 bits: " + code + ".");
        }
        Optional<Known> known = find(kind, code);
        return known.isPresent() ? known.get() : table(kind).meaning(code);
    }

    /** What a disconnect code means: the first number of the client's dialog. */
    public CodeMeaning disconnect(long code) {
        return meaning(CodeKind.DISCONNECT, code);
    }

    /** What an extended code means: the second number of the client's dialog. */
    public CodeMeaning extended(long code) {
        return meaning(CodeKind.EXTENDED, code);
    }

    /** The row of a number, if a list holds it. */
    public Optional<Known> find(CodeKind kind, long code) {
        Optional<Known> own = table(kind).find(code);
        return own.isEmpty() && kind == CodeKind.EXTENDED ? table(CodeKind.ERROR_INFO).find(code) : own;
    }

    /** All rows of a list, in the order of its file. */
    public List<Known> all(CodeKind kind) {
        return table(kind).all();
    }

    /** Remarks on a list as a whole. */
    public List<String> notes(CodeKind kind) {
        return table(kind).notes();
    }

    /** Named values of the fields that stand beside a list; empty for most lists. */
    public List<CodeBit> bits(CodeKind kind) {
        return table(kind).bits();
    }

    /**
     * Reads what somebody typed: decimal, or hexadecimal after 0x. Where a decimal number is in no list and the same
     * digits in hexadecimal are, the result says so.
     *
     * @param kind  the list for which it was typed
     * @param typed the text, blanks around it allowed
     */
    public ParsedCode parse(CodeKind kind, String typed) {
        return CodeParser.parse(typed, kind, code -> find(kind, code).isPresent());
    }

    private CodeTable table(CodeKind kind) {
        return tables.computeIfAbsent(kind, k -> CodeTable.read(files, k, causes, sources));
    }
}
