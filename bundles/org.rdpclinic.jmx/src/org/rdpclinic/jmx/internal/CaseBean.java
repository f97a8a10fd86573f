// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.lang.ref.SoftReference;
import java.nio.file.attribute.FileTime;
import java.util.Date;
import java.util.Optional;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.jmx.CaseMXBean;
import org.rdpclinic.jmx.CauseData;
import org.rdpclinic.jmx.StageData;

/** A case by its id, read from its folder when it does not run. */
final class CaseBean implements CaseMXBean {

    private record Read(FileTime changed, Case content) {
    }

    private final String id;
    private final CaseDesk desk;
    private SoftReference<Read> last = new SoftReference<>(null);

    CaseBean(String id, CaseDesk desk) {
        this.id = id;
        this.desk = desk;
    }

    /** A client asks for all attributes in a row: the file is read once for them. */
    private synchronized Case content() {
        Optional<LiveCase> live = desk.live(id);
        if (live.isPresent()) {
            return live.get().content();
        }
        Optional<FileTime> changed = desk.changed(id);
        Read read = last.get();
        if (read == null || changed.isEmpty() || !changed.get().equals(read.changed())) {
            Case loaded = desk.load(id);
            last = new SoftReference<>(new Read(changed.orElse(FileTime.fromMillis(0)), loaded));
            return loaded;
        }
        return read.content();
    }

    private Optional<LiveCase> running() {
        return desk.live(id).filter(LiveCase::isRunning);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Date getCreated() {
        return Date.from(content().created());
    }

    @Override
    public String getTarget() {
        return content().target().toString();
    }

    @Override
    public String getOrigin() {
        return content().origin();
    }

    @Override
    public boolean isRunning() {
        return running().isPresent();
    }

    @Override
    public String getProgress() {
        return running().map(live -> live.news().progress()).orElse("");
    }

    @Override
    public String getVerdict() {
        return isRunning() ? "" : content().diagnosis().verdict().id();
    }

    @Override
    public String[] getNamedCauses() {
        return content().diagnosis().named().stream().map(cause -> cause.cause()).toArray(String[]::new);
    }

    @Override
    public CauseData[] getCauses() {
        return content().diagnosis().causes().stream().map(CauseData::of).toArray(CauseData[]::new);
    }

    @Override
    public StageData[] getStages() {
        return content().diagnosis().stages().stream().map(StageData::of).toArray(StageData[]::new);
    }

    @Override
    public int getObservationCount() {
        return running().map(live -> live.news().observations()).orElseGet(() -> content().observations().all().size());
    }

    @Override
    public String getDiagnosisJson() {
        return desk.json(content());
    }

    @Override
    public boolean cancel() {
        Optional<LiveCase> live = running();
        live.ifPresent(LiveCase::cancel);
        return live.isPresent();
    }
}
