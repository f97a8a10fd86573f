// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.internal.guard;

/** What a guest threw, as a sentence that names its bundle. */
public final class GuestFailure {

    private static final int LONGEST_MESSAGE = 200;

    private GuestFailure() {
    }

    /**
     * The sentence.
     *
     * @param who    what was called, for example {@code The probe dns}
     * @param bundle symbolic name of its bundle
     * @param thrown what it threw
     */
    public static String sentence(String who, String bundle, Throwable thrown) {
        String whose = who + " of " + bundle;
        return switch (thrown) {
            case ContributionException e -> e.getMessage();
            case LinkageError e -> whose + " does not fit together with the bundles here: " + said(e)
                    + ". It was built against other versions, or a bundle that it needs is missing.";
            case OutOfMemoryError e -> whose + " used up the memory.";
            case StackOverflowError e -> whose + " called itself without end.";
            case InterruptedException e -> whose + " was interrupted.";
            default -> whose + " broke: " + said(thrown) + ".";
        };
    }

    private static String said(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        String message = message(thrown);
        return message.isBlank() ? type : type + ", " + message;
    }

    private static String message(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            // The guest's own exception class can be as broken as the guest.
            message = null;
        }
        if (message == null) {
            return "";
        }
        String line = message.strip().replaceAll("\\s+", " ").replaceAll("[.]+$", "");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }
}
