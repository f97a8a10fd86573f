// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Sources;

/**
 * Makes the page that explains the numbers of a client's dialog. One machinery serves all numbers; passages written for
 * certain ones are data.
 */
public final class Explainer {

    private final CodeTables tables;
    private final CauseTexts causes;
    private final Sources sources;
    private final Passages passages;

    private Explainer(CodeTables tables, CauseTexts causes, Sources sources, Passages passages) {
        this.tables = tables;
        this.causes = causes;
        this.sources = sources;
        this.passages = passages;
    }

    /** Reads what it needs from this bundle. */
    public static Explainer load() {
        return load(KnowledgeFiles.bundled());
    }

    /**
     * Reads what it needs.
     *
     * @param files where to read from
     * @return an explainer
     * @throws KnowledgeException if a file breaks its rules; the message names file and place
     */
    public static Explainer load(KnowledgeFiles files) {
        CauseTexts causes = CauseTexts.loadChecked(files);
        Sources sources = Sources.load(files);
        return new Explainer(CodeTables.with(files, causes, sources), causes, sources,
                Passages.load(files, causes.ids(), sources.ids()));
    }

    /** The lists that it reads from, for parsing what somebody typed. */
    public CodeTables tables() {
        return tables;
    }

    /**
     * Explains the numbers of a dialog.
     *
     * @param disconnect the first number
     * @param extended   the second number, if it is known
     * @return the page; never empty, whatever the numbers are
     */
    public Explanation explain(ParsedCode.Number disconnect, Optional<ParsedCode.Number> extended) {
        Objects.requireNonNull(disconnect);
        CodeMeaning first = tables.disconnect(disconnect.value());
        Optional<CodeMeaning> second = extended.map(n -> tables.extended(n.value()));
        return new PageWriter(causes, sources, passages, first, second).write(disconnect.advice(),
                extended.flatMap(ParsedCode.Number::advice));
    }

    /**
     * Explains numbers as a program knows them.
     *
     * @param disconnect the first number, 0 to {@link CodeKind#LARGEST}
     * @param extended   the second number, if it is known
     * @throws IllegalArgumentException if a number does not have 32 bits
     */
    public Explanation explain(long disconnect, OptionalLong extended) {
        Optional<ParsedCode.Number> second = extended.isPresent()
                ? Optional.of(ParsedCode.Number.of(extended.getAsLong())) : Optional.empty();
        return explain(ParsedCode.Number.of(disconnect), second);
    }
}
