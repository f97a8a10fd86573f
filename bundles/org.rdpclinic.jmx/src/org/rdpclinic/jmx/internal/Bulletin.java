// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.rdpclinic.jmx.CaseNotifications;
import org.rdpclinic.jmx.ClinicNames;

/** Sends notifications in order, on a thread of its own: a slow listener does not hold up a diagnosis. */
final class Bulletin implements AutoCloseable {

    /**
     * What a notification says besides its message; empty parts say nothing.
     *
     * @param caseId       the case
     * @param probe        the probe
     * @param what         what it does, or how it ended
     * @param observations how many observations were made so far
     * @param verdict      the end in one word
     */
    record News(String caseId, String probe, String what, int observations, String verdict) {
    }

    private static final String[] ITEMS = {"caseId", "probe", "what", "observations", "verdict"};
    private static final CompositeType TYPE = type();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rdpclinic notifications").factory());
    private final NotificationBroadcasterSupport listeners = new NotificationBroadcasterSupport(thread,
            new MBeanNotificationInfo(CaseNotifications.ALL.toArray(String[]::new), Notification.class.getName(),
                    "How a case goes: it is opened, probes begin and end, something is observed, it is concluded"));
    private final Clock clock;
    private long sequence;

    Bulletin(Clock clock) {
        this.clock = clock;
    }

    NotificationEmitter emitter() {
        return listeners;
    }

    synchronized void send(String type, String message, News news) {
        Notification notification =
                new Notification(type, ClinicNames.CLINIC, ++sequence, clock.millis(), message);
        notification.setUserData(data(news));
        listeners.sendNotification(notification);
    }

    private static CompositeData data(News news) {
        try {
            return new CompositeDataSupport(TYPE, ITEMS, new Object[] {news.caseId, news.probe, news.what,
                news.observations, news.verdict});
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompositeType type() {
        OpenType<?>[] types = {SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.INTEGER,
            SimpleType.STRING};
        String[] descriptions = {"Id of the case", "Id of the probe", "What it does, or how it ended",
            "How many observations were made so far", "The end in one word"};
        try {
            return new CompositeType("org.rdpclinic.case", "News of a case", ITEMS, descriptions, types);
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what is waiting, and no more. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
