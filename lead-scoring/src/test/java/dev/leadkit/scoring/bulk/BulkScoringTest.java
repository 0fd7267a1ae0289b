package dev.leadkit.scoring.bulk;

import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class BulkScoringTest {

    private static final ModelRef MODEL = new ModelRef("own", "1");

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final List<Long> told = new ArrayList<>();

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    private static Score score(long number) {
        Contribution all = new Contribution("", "number", Contribution.Kind.RULE, Points.of(number));
        return new Score(MODEL, Map.of(), Optional.empty(), List.of(all), List.of());
    }

    private static Iterator<Long> numbers(long count) {
        return LongStream.range(0, count).boxed().iterator();
    }

    private void tell(BulkResult<Long> result) {
        assertThat(result.score()).contains(score(result.item()));
        told.add(result.item());
    }

    private static List<Long> upTo(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @Test
    @DisplayName("Each lead is scored once and told in the order of the stream, with many threads as with none")
    void inOrder() {
        AtomicInteger calls = new AtomicInteger();
        BulkScoring<Long> alone = BulkScoring.of(number -> {
            calls.incrementAndGet();
            return score(number);
        });
        assertThat(alone.run(numbers(1_000), this::tell)).isEqualTo(new BulkReport(1_000, 0, 0, false));
        assertThat(told).isEqualTo(upTo(1_000));
        told.clear();
        assertThat(alone.on(pool, 8).chunk(7).run(numbers(10_000), this::tell).leads())
                .isEqualTo(10_000);
        assertThat(told).isEqualTo(upTo(10_000));
        assertThat(calls).hasValue(11_000);
    }

    @Test
    @DisplayName("Without an executor all is done in the calling thread")
    void callingThread() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        BulkScoring.<Long>of(number -> {
                    threads.add(Thread.currentThread());
                    return score(number);
                })
                .run(numbers(600), this::tell);
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    @DisplayName("A lead that throws, or has no score, is reported by number and class; all others are scored")
    void badLeads() {
        List<BulkResult<Long>> failed = new ArrayList<>();
        BulkReport report = BulkScoring.<Long>of(number -> {
                    if (number == 17) {
                        throw new IllegalStateException("about Florence");
                    }
                    if (number == 18) {
                        throw new StackOverflowError();
                    }
                    return number == 19 ? null : score(number);
                })
                .on(pool, 3)
                .chunk(4)
                .run(numbers(100), result -> {
                    if (result.score().isEmpty()) {
                        failed.add(result);
                    }
                });
        assertThat(report).isEqualTo(new BulkReport(97, 0, 3, false));
        assertThat(failed.stream()
                        .map(each -> ((BulkResult.Failed<Long>) each).fault().toString()))
                .containsExactly(
                        "leads[17]: must be a lead that can be read and scored, was java.lang.IllegalStateException. It has"
                                + " no score.",
                        "leads[18]: must be a lead that can be read and scored, was java.lang.StackOverflowError. It has"
                                + " no score.",
                        "leads[19]: must be a lead that can be read and scored, was java.lang.NullPointerException. It has"
                                + " no score.");
        assertThat(failed.stream().map(BulkResult::item)).containsExactly(17L, 18L, 19L);
    }

    @Test
    @DisplayName("A custom rule that throws costs its own points only, and the report counts the lead")
    void customRule() {
        RuleRegistry registry = RuleRegistry.EMPTY.with("odd", with -> facts -> {
            if (facts.interactions().size() == 1) {
                throw new IllegalStateException();
            }
            return RuleResult.NOTHING;
        });
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "d",
                        d -> d.custom("own", "odd", Map.of())
                                .each("visits", interaction("visit").filter(), Worth.points(3)))
                .build();
        List<Points> totals = new ArrayList<>();
        BulkReport report = BulkScoring.of(ScoringEngine.of(model, registry), Instant.EPOCH)
                .run(
                        List.of(visits(0), visits(1), visits(2)).iterator(),
                        result -> totals.add(result.score().orElseThrow().total()));
        assertThat(report).isEqualTo(new BulkReport(3, 1, 0, false));
        assertThat(totals).containsExactly(Points.ZERO, Points.of(3), Points.of(6));
    }

    private static LeadHistory visits(int count) {
        LeadId lead = new LeadId("L");
        return LeadHistory.of(
                lead,
                IntStream.range(0, count)
                        .mapToObj(i -> new Interacted(
                                new EventHeader(new EventId("E" + i), lead, Instant.EPOCH, Instant.EPOCH),
                                Interaction.inbound("visit")))
                        .toList());
    }

    @Test
    @DisplayName("It never holds more leads than it says, however fast the stream and slow the consumer")
    void bounded() {
        AtomicInteger read = new AtomicInteger();
        Iterator<Long> counting = LongStream.range(0, 5_000)
                .peek(number -> read.incrementAndGet())
                .boxed()
                .iterator();
        List<Integer> held = new ArrayList<>();
        BulkScoring.of(BulkScoringTest::score)
                .on(pool, 3)
                .chunk(10)
                .run(counting, result -> held.add(read.get() - (int) (long) result.item()));
        assertThat(held).hasSize(5_000).allMatch(number -> number <= 4 * 10);
        assertThat(Collections.max(held)).isGreaterThan(2 * 10);
    }

    @Test
    @DisplayName("Cancelled, it tells the first leads without a gap, and says so")
    void cancelled() {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger after = new AtomicInteger();
        BulkScoring<Long> work = BulkScoring.<Long>of(number -> {
                    after.addAndGet(stop.get() ? 1 : 0);
                    stop.compareAndSet(false, number == 333);
                    return score(number);
                })
                .cancelledBy(stop::get);
        BulkReport alone = work.run(numbers(100_000), this::tell);
        assertThat(alone).isEqualTo(new BulkReport(334, 0, 0, true));
        assertThat(told).isEqualTo(upTo(334));
        assertThat(after).hasValue(0);
        told.clear();
        stop.set(false);
        BulkReport together = work.on(pool, 4).chunk(5).run(numbers(100_000), this::tell);
        assertThat(together.cancelled()).isTrue();
        assertThat(together.leads()).isLessThan(1_000);
        assertThat(told).isEqualTo(upTo((int) together.leads()));
    }

    @Test
    @DisplayName(
            "Cancelled before it begins it reads at most what it needs to see that there was something; at the end it is whole")
    void cancelledAtTheEnds() {
        BulkScoring<Long> work = BulkScoring.of(BulkScoringTest::score);
        assertThat(work.cancelledBy(() -> true).run(numbers(10), this::tell)).isEqualTo(new BulkReport(0, 0, 0, true));
        assertThat(work.cancelledBy(() -> true).run(numbers(0), this::tell)).isEqualTo(new BulkReport(0, 0, 0, false));
        assertThat(work.cancelledBy(() -> told.size() == 10).chunk(10).run(numbers(10), this::tell))
                .isEqualTo(new BulkReport(10, 0, 0, false));
        assertThatThrownBy(() -> work.cancelledBy(() -> {
                            if (told.size() >= 10) {
                                throw new IllegalArgumentException("no");
                            }
                            return false;
                        })
                        .chunk(5)
                        .run(numbers(20), this::tell))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
    }

    @Test
    @DisplayName("An interrupt of the calling thread gives up and stays set")
    void interrupted() {
        BulkScoring<Long> work = BulkScoring.<Long>of(number -> {
            if (number == 20) {
                Thread.currentThread().interrupt();
            }
            return score(number);
        });
        BulkReport report = work.chunk(8).run(numbers(1_000), this::tell);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.cancelled()).isTrue();
        assertThat(told).isEqualTo(upTo((int) report.leads()));
        assertThat(report.leads()).isEqualTo(24);
    }

    @Test
    @DisplayName("An executor that is busy, full or forgets its work does not stand in the way")
    void uselessExecutors() throws InterruptedException {
        BulkScoring<Long> work = BulkScoring.of(BulkScoringTest::score).chunk(10);
        work.on(task -> {}, 4).run(numbers(100), this::tell);
        work.on(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        4)
                .run(numbers(100), this::tell);
        ExecutorService one = Executors.newSingleThreadExecutor();
        CountDownLatch release = new CountDownLatch(1);
        one.execute(() -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        work.on(one, 4).run(numbers(100), this::tell);
        release.countDown();
        one.shutdownNow();
        assertThat(told).hasSize(300).startsWith(0L).endsWith(99L);
    }

    @Test
    @DisplayName("A run within a task of the same single thread ends")
    void nested() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        BulkReport report = one.submit(() -> BulkScoring.of(BulkScoringTest::score)
                        .on(one, 2)
                        .chunk(3)
                        .run(numbers(100), this::tell))
                .get();
        one.shutdownNow();
        assertThat(report.scored()).isEqualTo(100);
    }

    @Test
    @DisplayName("When the consumer throws, that ends the run, and no thread works for it any more")
    void consumerThrows() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        BulkScoring<Long> work = BulkScoring.<Long>of(number -> {
                    running.incrementAndGet();
                    started.incrementAndGet();
                    Score score = score(number);
                    running.decrementAndGet();
                    return score;
                })
                .on(pool, 8)
                .chunk(50);
        assertThatThrownBy(() -> work.run(numbers(100_000), result -> {
                    if (result.item() == 60) {
                        throw new IllegalArgumentException("disk is full");
                    }
                }))
                .hasMessage("disk is full");
        int after = started.get();
        assertThat(running).hasValue(0);
        assertThat(after).isLessThan(1_000);
        assertThat(started).hasValue(after);
    }

    @Test
    @DisplayName("An error of the virtual machine ends the run")
    void error() {
        assertThatThrownBy(() -> BulkScoring.<Long>of(number -> {
                            throw new OutOfMemoryError("no more");
                        })
                        .on(pool, 2)
                        .run(numbers(10), this::tell))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    @DisplayName("After each chunk somebody is told how far it is")
    void progress() {
        Deque<Long> progress = new ArrayDeque<>();
        BulkScoring.of(BulkScoringTest::score)
                .chunk(40)
                .onProgress(report -> progress.add(report.leads()))
                .run(numbers(100), this::tell);
        assertThat(progress).containsExactly(40L, 80L, 100L);
    }

    @Test
    @DisplayName("Sizes have their bounds")
    void bounds() {
        BulkScoring<Long> work = BulkScoring.of(BulkScoringTest::score);
        assertThatThrownBy(() -> work.chunk(0)).hasMessage("chunk must be 1 to 100000, was 0");
        assertThatThrownBy(() -> work.on(pool, 100_001)).hasMessage("ahead must be 1 to 100000, was 100001");
        assertThat(work.chunk(100_000)
                        .on(pool, 100_000)
                        .run(numbers(3), this::tell)
                        .scored())
                .isEqualTo(3);
    }
}
