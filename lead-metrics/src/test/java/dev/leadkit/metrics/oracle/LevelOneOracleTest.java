package dev.leadkit.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.segment.Grouping;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The facts of every lead against SQL over the raw events. */
@Tag(Duck.TAG)
final class LevelOneOracleTest {

    private static List<LeadFacts> facts;
    private static Duck duck;

    @BeforeAll
    static void load() {
        Histories histories = Histories.standard();
        facts = histories.facts();
        duck = Duck.of(histories);
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static @Nullable Instant at(Optional<FactEvent> event) {
        return event.map(FactEvent::at).orElse(null);
    }

    private static List<@Nullable Object> milestones(LeadFacts lead) {
        return Arrays.asList(
                lead.lead().value(),
                (long) lead.records(),
                at(lead.captured()),
                at(lead.responded()),
                at(lead.converted()),
                at(lead.lost()));
    }

    @Test
    @DisplayName("capture, answer, conversion and loss of every lead are those of SQL")
    void milestonesEqualSql() {
        assertThat(facts).hasSizeGreaterThan(20_000);
        Rows.assertEqual(
                facts.stream().map(LevelOneOracleTest::milestones).toList(),
                duck.rows("select lead_id, records, captured, responded, converted, lost from lead order by lead_id"));
    }

    private static List<@Nullable Object> values(LeadFacts lead) {
        return Arrays.asList(
                lead.lead().value(),
                Grouping.bySource().of(lead),
                Grouping.byField("size").of(lead),
                Grouping.byRep().of(lead),
                lead.value().map(Money::minor).orElse(null),
                lead.value().map(money -> money.currency().getCurrencyCode()).orElse(null));
    }

    @Test
    @DisplayName("source, field, owner at the outcome and value of every lead are those of SQL")
    void valuesEqualSql() {
        Rows.assertEqual(
                facts.stream().map(LevelOneOracleTest::values).toList(),
                duck.rows("select lead_id, source, size, rep, amount, currency from lead order by lead_id"));
    }

    private static List<@Nullable Object> decision(LeadFacts lead) {
        return Arrays.asList(
                lead.lead().value(),
                at(lead.decisive()),
                lead.decisionScore().map(Points::units).orElse(null),
                lead.decisionProbability()
                        .map(each -> each.movePointRight(6).longValueExact())
                        .orElse(null));
    }

    @Test
    @DisplayName("the score at the first decision of every lead is that of SQL")
    void decisiveScoresEqualSql() {
        Rows.assertEqual(
                facts.stream().map(LevelOneOracleTest::decision).toList(),
                duck.rows("select lead_id, decisive, score, probability from lead order by lead_id"));
    }

    @Test
    @DisplayName("every stage that a lead entered, in order, is that of SQL")
    void entriesEqualSql() {
        List<List<@Nullable Object>> entries = new ArrayList<>();
        for (LeadFacts lead : facts) {
            lead.entries()
                    .forEach(entry -> entries.add(Arrays.asList(
                            lead.lead().value(),
                            entry.stage().name(),
                            entry.event().at(),
                            entry.event().id())));
        }
        Rows.assertEqual(entries, duck.rows("select lead_id, stage, ts, event_id from entry order by lead_id, seq"));
    }

    private static long faults(DataFault fault) {
        return facts.stream()
                .mapToLong(lead -> lead.faults().getOrDefault(fault, 0))
                .sum();
    }

    @Test
    @DisplayName("no fault of the data is dropped: each is counted as often as SQL finds it")
    void faultsEqualSql() {
        assertThat(Arrays.stream(DataFault.values()).map(LevelOneOracleTest::faults))
                .doesNotContain(0L);
        assertFault(
                DataFault.FROM_THE_FUTURE,
                "select count(*) from told where type <> 'unknown' and recorded < ts - interval 300 second");
        assertFault(DataFault.UNKNOWN_TYPE, "select count(*) from told where type = 'unknown'");
        assertFault(DataFault.TWO_CONTENTS, """
                select count(*) from (select coalesce(root, lead_id) as lead, event_id from raw left join canonical using (lead_id)
                  group by lead, event_id having count(distinct (ts, recorded)) > 1)
                """);
        assertFault(DataFault.BEFORE_CAPTURE, """
                select count(*) from ev join capture using (lead_id)
                where ts < captured and type in ('responded', 'entered', 'converted', 'lost', 'worked')
                """);
        assertFault(DataFault.BROKEN_DURATION, "select count(*) from ev where type = 'worked' and seconds < 0");
        assertFault(DataFault.NOTHING_TO_VOID, """
                select count(*) from (select *, lag(held, 1, 0) over (partition by lead_id order by seq) as before from held)
                where type = 'voided' and before = 0
                """);
    }

    private static void assertFault(DataFault fault, String sql) {
        assertThat(duck.row(sql)).as(fault.reason()).containsExactly(faults(fault));
    }
}
