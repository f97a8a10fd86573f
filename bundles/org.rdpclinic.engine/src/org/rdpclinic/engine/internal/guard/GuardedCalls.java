// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.internal.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs code of contributed bundles on daemon platform threads: so many side by side, the rest in turn. A call that was
 * given up and does not end keeps its thread, and another takes its place; so a guest that spins or hangs starves
 * nobody. How many such threads may pile up is bounded: beyond that no call is taken any more.
 */
public final class GuardedCalls implements AutoCloseable {

    private final int width;
    private final int spare;
    private final Deque<Call> queue = new ArrayDeque<>();
    private final Set<Call> running = new LinkedHashSet<>();
    private final Set<Call> givenUp = new LinkedHashSet<>();
    private boolean closed;

    /**
     * With bounds.
     *
     * @param width how many calls run side by side
     * @param spare how many calls that were given up may keep a thread beside those
     */
    public GuardedCalls(int width, int spare) {
        if (width < 1 || spare < 0) {
            throw new IllegalArgumentException("There is no room for calls.");
        }
        this.width = width;
        this.spare = spare;
    }

    /** One call of contributed code. */
    public final class Call {

        private final String name;
        private final Runnable body;
        private final Consumer<String> refused;
        private Thread thread;

        private Call(String name, Runnable body, Consumer<String> refused) {
            this.name = name;
            this.body = body;
            this.refused = refused;
        }

        /** Interrupts it and waits for it no longer; one that did not begin never will. */
        public void giveUp() {
            GuardedCalls.this.giveUp(this);
        }

        private void run() {
            try {
                body.run();
            } finally {
                ended(this);
            }
        }
    }

    /**
     * Has code run as soon as there is room.
     *
     * @param name    who is called, for a message and the thread's name
     * @param body    the code; catches whatever the guest throws
     * @param refused told, with a sentence, when the code is never run since too many calls do not end
     */
    public Call start(String name, Runnable body, Consumer<String> refused) {
        Call call = new Call(Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"),
                Objects.requireNonNull(refused, "refused"));
        synchronized (this) {
            queue.add(call);
        }
        advance();
        return call;
    }

    /**
     * Has code run at once and beside the others, since others may wait for it: closing what a guest opened. Counts as
     * given up from its start. Where too many calls do not end, it is not run.
     */
    public void startAside(String name, Runnable body) {
        Call call = new Call(name, body, sentence -> { });
        synchronized (this) {
            if (givenUp.size() >= spare) {
                return;
            }
            givenUp.add(call);
            launch(call);
        }
    }

    private void launch(Call call) {
        call.thread = Thread.ofPlatform().daemon().name("rdpclinic guest: " + call.name)
                .inheritInheritableThreadLocals(false).unstarted(call::run);
        call.thread.start();
    }

    private void advance() {
        List<Call> refusals = new ArrayList<>();
        String sentence;
        synchronized (this) {
            while (!closed && !queue.isEmpty() && occupied() < width) {
                Call next = queue.poll();
                running.add(next);
                launch(next);
            }
            if (closed || isStuck()) {
                refusals.addAll(queue);
                queue.clear();
            }
            sentence = closed ? "The engine was closed." : stuckSentence();
        }
        refusals.forEach(call -> call.refused.accept(sentence));
    }

    private int occupied() {
        return running.size() + Math.max(0, givenUp.size() - spare);
    }

    private boolean isStuck() {
        return running.isEmpty() && givenUp.size() >= width + spare;
    }

    private String stuckSentence() {
        return "It was not called, since " + givenUp.size() + " earlier calls of contributed code do not end ("
                + String.join(", ", givenUp.stream().map(call -> call.name).distinct().sorted().limit(3).toList())
                + "); start the clinic anew.";
    }

    private void giveUp(Call call) {
        synchronized (this) {
            if (running.remove(call)) {
                givenUp.add(call);
                call.thread.interrupt();
                call.thread.setPriority(Thread.MIN_PRIORITY);
            } else {
                queue.remove(call);
            }
        }
        advance();
    }

    private void ended(Call call) {
        synchronized (this) {
            running.remove(call);
            givenUp.remove(call);
        }
        advance();
    }

    /** How many calls were given up and have not ended. */
    public synchronized int lost() {
        return givenUp.size();
    }

    /** Gives up all calls and takes no more, but for what closes things. */
    @Override
    public void close() {
        List<Call> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(running);
        }
        all.forEach(Call::giveUp);
        advance();
    }
}
