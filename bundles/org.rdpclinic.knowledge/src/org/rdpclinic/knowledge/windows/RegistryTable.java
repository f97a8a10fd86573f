// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.windows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.rdpclinic.knowledge.KnowledgeException;
import org.rdpclinic.knowledge.KnowledgeFiles;
import org.rdpclinic.knowledge.causes.CauseTexts;
import org.rdpclinic.knowledge.causes.Sources;
import org.rdpclinic.knowledge.internal.StrictJson;
import org.rdpclinic.knowledge.internal.StrictObject;

/**
 * The registry values that govern RDP, and where the listener's key lives. Immutable.
 */
public final class RegistryTable {

    /** Where the values stand. */
    public static final String FILE = "data/registry.json";

    private final Map<String, RegistryValue> byId = new LinkedHashMap<>();
    private final String policyRoot;
    private final KeyStoreFacts keyStore;

    private RegistryTable(StrictObject root, Reader reader) {
        root.requireVersion(1);
        root.text("asOf");
        root.texts("notes");
        policyRoot = root.text("policyRoot");
        root.objects("values", o -> {
            RegistryValue value = value(o, reader);
            if (byId.put(value.id(), value) != null) {
                throw o.error("the value \"" + value.id() + "\" stands twice");
            }
            return value;
        });
        StrictObject store = root.object("keyStore");
        keyStore = KeyStoreFacts.read(store, reader);
        store.done();
        root.done();
    }

    /** Reads the values of this bundle; their references were checked by the build. */
    public static RegistryTable load() {
        return new RegistryTable(StrictJson.read(KnowledgeFiles.bundled(), FILE), Reader.trusting());
    }

    /**
     * Reads the values and checks each cause and source that they name.
     *
     * @param files where to read from
     * @return the values
     * @throws KnowledgeException if the file breaks its rules; the message names file and place
     */
    public static RegistryTable loadChecked(KnowledgeFiles files) {
        return new RegistryTable(StrictJson.read(files, FILE),
                new Reader(Optional.of(CauseTexts.loadChecked(files).ids()), Optional.of(Sources.load(files).ids())));
    }

    private static RegistryValue value(StrictObject o, Reader reader) {
        return new RegistryValue(o.text("id"), o.text("side"), o.text("name"), o.findText("localKey"),
                o.findText("policyKey"), o.text("type"), o.findWhole("defaultNumber"), o.findText("defaultText"),
                o.flag("defaultVerified", true),
                o.objects("allowed", a -> new RegistryValue.Allowed(a.text("value"), a.findText("meaning"))),
                o.text("meaning"), o.text("effectWhenWrong"), o.findText("whenAbsent"), o.findText("outOfRange"),
                reader.pointsTo(o), o.findText("policyName"), o.findText("wmi"), o.findText("restart"),
                o.findWhole("azureTarget"), o.flag("neverChange", false), o.findText("caution"), o.findText("read"),
                o.findText("cure"), o.findText("disagreement"), o.findText("note"), o.findText("unverified"),
                reader.sources(o));
    }

    /** All values, in the order of the file. */
    public List<RegistryValue> all() {
        return List.copyOf(byId.values());
    }

    /** The value of that id, if it is known. */
    public Optional<RegistryValue> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The value of that id.
     *
     * @throws NoSuchElementException if there is none
     */
    public RegistryValue require(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no registry value \"" + id + "\"."));
    }

    /** The key below which group policy keeps its settings of Remote Desktop. */
    public String policyRoot() {
        return policyRoot;
    }

    /** Where the listener's private key lives, and who must be able to read it. */
    public KeyStoreFacts keyStore() {
        return keyStore;
    }
}
