package org.kvarter.task;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapGuardTest {

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0, false", "0.95, 0.4, 1, false", "0.95, 0.93, 1, true"})
    void givesUpOnlyWhereCollectingDoesNotHelp(double before, double after, int collections, boolean full) {
        AtomicInteger collected = new AtomicInteger();
        HeapGuard guard = new HeapGuard(() -> collected.get() == 0 ? before : after, collected::incrementAndGet);
        if (full) {
            assertThatThrownBy(guard::check).isInstanceOf(OutOfHeapException.class);
            assertThatThrownBy(guard::check).as("for good").isInstanceOf(OutOfHeapException.class);
        } else {
            assertThatCode(guard::check).doesNotThrowAnyException();
        }
        org.assertj.core.api.Assertions.assertThat(collected.get()).isEqualTo(collections);
    }

    @Test
    void anErrorOfMemoryEndsTheJobAndNotTheThread() throws Exception {
        ExecutorService io = Executors.newSingleThreadExecutor();
        try {
            Job<Object> job = Tasks.submit(io, p -> {
                throw new OutOfMemoryError("Java heap space");
            }, (f, m) -> { });
            assertThatThrownBy(() -> job.result().get()).hasCauseInstanceOf(OutOfHeapException.class);
            org.assertj.core.api.Assertions.assertThat(Tasks.submit(io, p -> 7, (f, m) -> { }).result().get()).isEqualTo(7);
        } finally {
            io.shutdownNow();
        }
    }
}
