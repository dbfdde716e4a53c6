package dev.runbook.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Does the same with many things, on all processors, in threads with a deep stack: a Markdown parser calls itself as deep
 * as a text is nested.
 */
final class Parallel {
    /** Bytes. Only what is used of it takes memory. */
    private static final long STACK = 64L * 1024 * 1024;

    private Parallel() {}

    /** The results in the order of {@code items}. What a function throws is thrown here. */
    static <T, R> List<R> map(List<T> items, Function<T, R> function) {
        int count = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
        Object[] results = new Object[items.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                for (int i = next.getAndIncrement(); i < items.size() && failure.get() == null; ) {
                    results[i] = function.apply(items.get(i));
                    i = next.getAndIncrement();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(null, work, "runbook-read-" + i, STACK);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        join(threads);
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        @SuppressWarnings("unchecked")
        List<R> list = (List<R>) Arrays.asList(results);
        return list;
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
