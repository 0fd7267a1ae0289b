package dev.leadkit.metrics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Accumulator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is exactly on a limit, and lists that would be longer than theirs. */
final class BoundsTest {

    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");

    private static AuditFacts lead(String id, Duration age, Set<HashedKey> keys) {
        Instant at = END.minus(age);
        return new AuditFacts(
                new LeadId(id),
                "web",
                new TreeMap<>(Map.of("city", Optional.of(at))),
                Optional.of(new OpenLead(Care.NOBODY, at)),
                keys);
    }

    private static <A, R> R result(Accumulator<AuditFacts, A, R> accumulator, List<AuditFacts> leads) {
        A state = accumulator.create();
        leads.forEach(lead -> accumulator.add(state, lead));
        return accumulator.result(state, END);
    }

    @Test
    void aLeadIsQuietOnlyAfterTheLastInstantOfTheSpan() {
        List<AuditFacts> leads = List.of(
                lead("on", Duration.ofDays(30), Set.of()),
                lead("past", Duration.ofDays(30).plusNanos(1), Set.of()));

        assertThat(result(new Neglect(30), leads).zombies().longest()).containsExactly(new LeadId("past"));
    }

    @Test
    void aWordIsStaleOnlyAfterTheLastDayOfTheSpanAndCountsOnItsOwnDay() {
        Staleness staleness = new Staleness(new TreeSet<>(Set.of("city")), ZoneOffset.UTC, 30);
        List<AuditFacts> leads = List.of(
                lead("today", Duration.ZERO, Set.of()),
                lead("on", Duration.ofDays(30), Set.of()),
                lead("past", Duration.ofDays(31), Set.of()),
                lead("tomorrow", Duration.ofDays(-1), Set.of()));
        Staleness.Age age = result(staleness, leads).all().all();

        assertThat(age.stale().basis().numerator()).isEqualTo("1");
        assertThat(age.stale().basis().denominator()).isEqualTo("3");
        assertThat(age.stale().basis().excluded()).containsExactly(Map.entry("told later than the audit's day", 1L));
    }

    @Test
    void listsEndAtTheirLimitsWithTheLongestAndTheLargestFirst() {
        List<AuditFacts> leads = IntStream.range(0, 240)
                .mapToObj(i -> lead(
                        "lead-" + (1000 + i),
                        Duration.ofDays(31 + i),
                        Set.of(new HashedKey("phone", i < 12 ? 0 : i / 2, 0))))
                .toList();
        Duplicates.Kind phone = result(new Duplicates(), leads).byKind().get("phone");
        List<LeadId> longest = result(new Neglect(30), leads).zombies().longest();

        assertThat(phone.groups()).isEqualTo(115);
        assertThat(phone.largest())
                .hasSize(10)
                .extracting(Duplicates.Group::size)
                .startsWith(12, 2);
        assertThat(phone.largest().get(0).leads()).hasSize(10).startsWith(new LeadId("lead-1000"));
        assertThat(longest).hasSize(100).startsWith(new LeadId("lead-1239"), new LeadId("lead-1238"));
    }
}
