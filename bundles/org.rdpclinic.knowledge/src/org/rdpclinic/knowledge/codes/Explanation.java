// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.util.List;
import java.util.Objects;

/**
 * A page that explains a number or a pair of them, without any formatting: text, JSON, HTML and a workbench page are
 * made of the same one.
 *
 * @param title    the heading of the page
 * @param sections its sections, in reading order
 */
public record Explanation(String title, List<Section> sections) {

    /** Checks and copies. */
    public Explanation {
        Objects.requireNonNull(title);
        sections = List.copyOf(sections);
    }

    /**
     * One section.
     *
     * @param id      what it is for: short, first, second, claims, ask, look, endings, causes, believe or sources; an
     *                id may come more than once
     * @param heading its heading, without a full stop
     * @param blocks  what it holds, at least one
     */
    public record Section(String id, String heading, List<Block> blocks) {

        /** Checks and copies. */
        public Section {
            Objects.requireNonNull(id);
            Objects.requireNonNull(heading);
            blocks = List.copyOf(blocks);
        }
    }

    /** A part of a section. */
    public sealed interface Block permits Paragraph, Bullets, Table {
    }

    /**
     * Running text.
     *
     * @param text one or more sentences
     */
    public record Paragraph(String text) implements Block {

        /** Checks. */
        public Paragraph {
            Objects.requireNonNull(text);
        }
    }

    /**
     * A list.
     *
     * @param items    its items, each one or more sentences
     * @param numbered whether their order counts
     */
    public record Bullets(List<String> items, boolean numbered) implements Block {

        /** Copies. */
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A table. An empty first cell repeats the one above it.
     *
     * @param headers heads of the columns
     * @param rows    rows of as many cells
     */
    public record Table(List<String> headers, List<List<String>> rows) implements Block {

        /** Checks and copies. */
        public Table {
            headers = List.copyOf(headers);
            int columns = headers.size();
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.stream().anyMatch(r -> r.size() != columns)) {
                throw new IllegalArgumentException("A row of the table has another number of cells than its head.");
            }
        }
    }
}
