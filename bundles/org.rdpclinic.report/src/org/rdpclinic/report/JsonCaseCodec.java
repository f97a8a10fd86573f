// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rdpclinic.api.ObservationKey;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.keys.SharedKeys;
import org.rdpclinic.engine.cases.CaseCodec;
import org.rdpclinic.engine.cases.CaseException;

/**
 * A case as JSON, both ways: the one form for files, for {@code --json} and for other programs. The bundle's {@code
 * schema/case.schema.json} describes it. What is empty or unknown is left out, null is never written, times are in ISO
 * 8601, and findings refer to observations by their index in {@code observations}. Reading is strict: a field that is
 * not known is refused, and so is a {@code schemaVersion} above {@value #SCHEMA_VERSION}.
 */
public final class JsonCaseCodec implements CaseCodec {

    /** The version of the form that is written. */
    public static final long SCHEMA_VERSION = 1;

    private static final Map<String, ObservationKey<?>> SHARED =
            SharedKeys.ALL.stream().collect(Collectors.toUnmodifiableMap(ObservationKey::id, key -> key));

    private final Function<String, Optional<ObservationKey<?>>> keys;

    /** A codec that knows the shared keys; a key of a third party is read without its description. */
    public JsonCaseCodec() {
        this(id -> Optional.ofNullable(SHARED.get(id)));
    }

    /**
     * A codec that knows other keys.
     *
     * @param keys gives the declaration of a key by its id, from which the description is taken
     */
    public JsonCaseCodec(Function<String, Optional<ObservationKey<?>>> keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    @Override
    public byte[] encode(Case c) {
        return Json.write(new CaseDocument(c).document()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Case decode(byte[] json, String name) throws CaseException {
        return new CaseReader(keys).read(JsonTree.read(json, name));
    }
}
