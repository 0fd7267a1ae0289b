package dev.leadkit.scoring.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Score;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a run does at its edges: how far it reads ahead, whom it hands work to, what an interrupt and a gap leave. */
final class BulkRunTest {

    private static final Score ZERO =
            new Score(new ModelRef("own", "1"), Map.of(), Optional.empty(), List.of(), List.of());

    private final List<Long> told = new ArrayList<>();

    private static Iterator<Long> numbers(long count) {
        return LongStream.range(0, count).boxed().iterator();
    }

    private void tell(BulkResult<Long> result) {
        told.add(result.item());
    }

    @Test
    @DisplayName("As many chunks are read ahead as were asked for, and each is handed to the executor")
    void ahead() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger handed = new AtomicInteger();
        List<Integer> readWhenTold = new ArrayList<>();
        Iterator<Long> items = LongStream.range(0, 14)
                .peek(each -> read.incrementAndGet())
                .boxed()
                .iterator();
        BulkReport report = BulkScoring.<Long>of(number -> ZERO)
                .on(task -> handed.incrementAndGet(), 3)
                .chunk(2)
                .run(items, result -> readWhenTold.add(read.get()));
        assertThat(readWhenTold.subList(0, 2)).containsOnly(6);
        assertThat(readWhenTold.get(2)).isEqualTo(8);
        assertThat(readWhenTold.get(13)).isEqualTo(14);
        assertThat(handed).hasValue(7);
        assertThat(report).isEqualTo(new BulkReport(14, 0, 0, false));
    }

    @Test
    @DisplayName("After a chunk that was stopped no later one is told, though it was done")
    void gap() {
        AtomicInteger asked = new AtomicInteger();
        BulkReport report = BulkScoring.<Long>of(number -> ZERO)
                .on(Runnable::run, 2)
                .chunk(3)
                .cancelledBy(() -> asked.incrementAndGet() == 3)
                .run(numbers(6), this::tell);
        assertThat(told).containsExactly(0L);
        assertThat(report).isEqualTo(new BulkReport(1, 0, 0, true));
    }

    @Test
    void failedLeadsAreLeadsThatAreDone() {
        BulkReport report = BulkScoring.<Long>of(number -> {
                    if (number < 2) {
                        throw new IllegalStateException("bad");
                    }
                    return ZERO;
                })
                .chunk(1)
                .on(Runnable::run, 1)
                .run(numbers(5), this::tell);
        assertThat(report).isEqualTo(new BulkReport(3, 0, 2, false));
        assertThat(report.leads()).isEqualTo(5);
    }

    @Test
    @Timeout(60)
    @DisplayName("What throws while chunks wait that nobody took ends the run, and does not interrupt")
    void chunksThatNobodyTook() {
        assertThatThrownBy(() -> BulkScoring.<Long>of(number -> ZERO)
                        .on(task -> {}, 4)
                        .chunk(2)
                        .run(numbers(20), result -> {
                            throw new IllegalArgumentException("full");
                        }))
                .hasMessage("full");
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(() -> BulkScoring.<Long>of(number -> {
                            throw new OutOfMemoryError("no more");
                        })
                        .on(Runnable::run, 4)
                        .chunk(2)
                        .run(numbers(20), this::tell))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Two workers that have begun before the calling thread goes on; the second cannot be the first to end. */
    @Test
    @Timeout(60)
    @DisplayName("An interrupt while another thread scores gives up, waits for that thread, and stays set")
    void interruptedWhileWaiting() {
        Thread caller = Thread.currentThread();
        AtomicBoolean finished = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Executor other = task -> {
            new Thread(task).start();
            await(begun);
        };
        BulkReport report = BulkScoring.<Long>of(number -> {
                    begun.countDown();
                    caller.interrupt();
                    while (caller.isInterrupted() || caller.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    finished.set(true);
                    return ZERO;
                })
                .on(other, 1)
                .chunk(5)
                .run(numbers(5), this::tell);
        assertThat(finished).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isEmpty();
        assertThat(report).isEqualTo(new BulkReport(0, 0, 0, true));
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                interrupted |= !latch.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
