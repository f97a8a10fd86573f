// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.network;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.LongStream;

import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.Stage;
import org.rdpclinic.api.filter.Filter;
import org.rdpclinic.api.filter.FilterParser;
import org.rdpclinic.api.filter.FilterSyntaxException;
import org.rdpclinic.api.knowledge.Cause;
import org.rdpclinic.api.knowledge.CodeLikelihood;
import org.rdpclinic.api.knowledge.Finding;
import org.rdpclinic.api.knowledge.Witness;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.BaseRate;
import org.rdpclinic.knowledge.causes.CauseEntry;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.CodeRange;
import org.rdpclinic.knowledge.causes.Grade;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/**
 * Reads a file of findings and causes. A cause of ours takes title, base rate, codes and remedies from our texts; a
 * cause of another bundle brings its own. Unknown members, keys that nobody declares, literals of the wrong type and
 * numbers out of range are errors that name file and place.
 */
public final class NetworkReader {

    /** Where our own findings and causes stand. */
    public static final String FILE = "data/network.json";

    private static final long VERSION = 1;

    private final FilterParser filters;
    private final Function<String, Optional<CauseEntry>> texts;

    private NetworkReader(FilterParser filters, Function<String, Optional<CauseEntry>> texts) {
        this.filters = filters;
        this.texts = texts;
    }

    /**
     * Reads one file.
     *
     * @param files where files come from
     * @param name  the file
     * @param keys  the keys that are declared
     * @throws KnowledgeException if the file breaks its rules; the message names file and place
     */
    public static Network read(KnowledgeFiles files, String name, Function<String, Optional<ObservationKey<?>>> keys) {
        Objects.requireNonNull(keys, "keys");
        CauseTexts ours = CauseTexts.load();
        return new NetworkReader(new FilterParser(keys), ours::find).network(StrictJson.read(files, name));
    }

    private Network network(StrictObject root) {
        if (root.whole("schemaVersion") != VERSION) {
            throw root.error("\"schemaVersion\" is not " + VERSION + "; the file was made for another RDP Clinic");
        }
        List<Finding> findings = root.findObjects("findings", this::finding);
        List<Cause> causes = root.findObjects("causes", this::cause);
        root.done();
        return new Network(findings, causes);
    }

    private Finding finding(StrictObject o) {
        Finding.Kind kind = o.constant("kind", Finding.Kind.class);
        Optional<Stage> stage = o.findText("stage").map(id -> Stage.find(id)
                .orElseThrow(() -> o.error("\"stage\" has the unknown value \"" + id + "\"")));
        return checked(o, () -> new Finding(o.text("id"), kind, stage, o.findText("oneOf"), o.flag("close", false),
                words(o, "whenTrue"), words(o, "whenFalse"), o.number("leak"), o.findText("advice").orElse(""),
                o.objects("witnesses", this::witness)));
    }

    /** The words of a finding, whose placeholders must be keys. */
    private String words(StrictObject o, String name) {
        String text = o.text(name);
        Matcher placeholder = Finding.PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            filter(o, "(" + placeholder.group(1) + "=*)");
        }
        return text;
    }

    private Witness witness(StrictObject o) {
        Optional<Filter> where = o.findText("where").map(text -> filter(o, text));
        boolean decisive = !o.flag("positive", false);
        Optional<String> any = o.findText("any");
        Optional<String> all = o.findText("all");
        Optional<String> differ = o.findText("differ");
        if (any.isPresent() && all.isEmpty() && differ.isEmpty()) {
            return new Witness.Any(filter(o, any.get()), where, decisive);
        }
        if (all.isPresent() && any.isEmpty() && differ.isEmpty()) {
            return new Witness.All(filter(o, all.get()), where, decisive);
        }
        if (differ.isPresent() && any.isEmpty() && all.isEmpty()) {
            Filter present = filter(o, "(" + differ.get() + "=*)");
            return new Witness.Differ(((Filter.Comparison) present).key(), where, decisive);
        }
        throw o.error("a witness has exactly one of \"any\", \"all\" and \"differ\"");
    }

    private Filter filter(StrictObject o, String text) {
        try {
            return filters.parse(text);
        } catch (FilterSyntaxException e) {
            throw o.error(withoutStop(e.getMessage()));
        }
    }

    private Cause cause(StrictObject o) {
        String id = o.text("id");
        Map<String, Double> shows = new LinkedHashMap<>();
        StrictObject members = o.object("shows");
        members.names().forEach(finding -> shows.put(finding, members.number(finding)));
        boolean remainder = o.flag("remainder", false);
        Optional<CauseEntry> ours = texts.apply(id);
        return checked(o, () -> ours.isPresent() ? join(ours.get(), remainder, shows)
                : new Cause(id, o.text("title"), rate(o.constant("baseRate", BaseRate.class)), remainder, shows,
                        new CodeLikelihood(o.findText("grade").map(grade -> o.constant("grade", Grade.class))
                                .orElse(Grade.D).probability(), Set.copyOf(o.findWholes("codes")),
                                Set.copyOf(o.findWholes("extendedCodes"))),
                        o.findTexts("remedies")));
    }

    private static Cause join(CauseEntry entry, boolean remainder, Map<String, Double> shows) {
        Set<Long> codes = codes(entry, "disconnect");
        Set<Long> extended = codes(entry, "extended");
        extended.remove(0L);
        return new Cause(entry.id(), entry.title(), rate(entry.baseRate()), remainder, shows,
                new CodeLikelihood(remainder ? REMAINDER_CODE : entry.grade().probability(), codes, extended),
                entry.remedies());
    }

    /** How often something that is not in the knowledge base shows 0x904. */
    private static final double REMAINDER_CODE = 0.1;

    private static Set<Long> codes(CauseEntry entry, String kind) {
        Set<Long> codes = new LinkedHashSet<>();
        for (CodeRange range : entry.expectedCodes()) {
            if (range.kind().equals(kind)) {
                LongStream.rangeClosed(range.from(), range.to()).forEach(codes::add);
            }
        }
        return codes;
    }

    /** A few narrow classes: with the code they order what the evidence leaves alike, and never decide it. */
    private static double rate(BaseRate rate) {
        return switch (rate) {
            case COMMON -> 0.008;
            case UNCOMMON -> 0.004;
            case RARE -> 0.002;
        };
    }

    private static <T> T checked(StrictObject o, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw o.error(withoutStop(e.getMessage()));
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
