package dev.runbook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Works on many things at once, each processor with a thread of a stack that is deep enough for hostile texts. */
final class Workers {
    private static final long STACK_BYTES = 64L * 1024 * 1024;

    private Workers() {}

    /** What the function gives for each item, in the items' order. */
    static <T, R> List<R> map(List<T> items, Function<T, R> function) {
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        AtomicInteger next = new AtomicInteger();
        List<FutureTask<Void>> tasks = new ArrayList<>();
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), items.size()));
        for (int i = 0; i < threads; i++) {
            FutureTask<Void> task = new FutureTask<>(
                    () -> {
                        for (int at = next.getAndIncrement(); at < items.size(); at = next.getAndIncrement()) {
                            results.set(at, function.apply(items.get(at)));
                        }
                    },
                    null);
            tasks.add(task);
            Thread thread = new Thread(null, task, "reader-" + i, STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
        }
        tasks.forEach(Workers::await);
        List<R> list = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            list.add(results.get(i));
        }
        return list;
    }

    private static void await(FutureTask<Void> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page could not be read", e.getCause());
        }
    }
}
