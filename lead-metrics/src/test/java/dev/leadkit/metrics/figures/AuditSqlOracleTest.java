package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.quality.Duplicates;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit against SQL over rows that were written beside the events, by an engine that knows nothing of facts and states. */
final class AuditSqlOracleTest {

    private static final long DAY = 86_400;
    private static final Instant END = Instant.parse("2026-07-01T12:00:00Z");
    private static final long END_SECOND = END.getEpochSecond();
    private static final List<String> FIELDS = List.of("city", "phone", "source");
    private static final List<String> SOURCES = List.of("web", "ads", "fair");

    /** For each lead and field the last thing said; ord is the order of events, op says a value or clears. */
    private static final String LATEST = """
            select w.* from word w join (select lead, field, max(ord) as o from word group by lead, field) m
              on m.lead = w.lead and m.field = w.field and m.o = w.ord where w.op = 'value'
            """;

    private static final String QUIET = "(%d - since) > 30 * %d".formatted(END_SECOND, DAY);

    private final Random random = new Random();

    private AuditFold tell(Connection db, long seed) throws SQLException {
        random.setSeed(seed);
        Sql.run(db, "create table lead(id varchar primary key, source varchar, care varchar, since bigint)");
        Sql.run(db, "create table word(lead varchar, field varchar, ord int, op varchar, ts bigint, v varchar)");
        AuditFold fold = new AuditFold(AuditSpec.builder(FieldCatalog.standard(), ZoneOffset.UTC)
                .fields("city", "phone", "source")
                .wanted("city", "phone")
                .staleAfter(60)
                .keys(AuditSqlOracleTest::keys)
                .build());
        for (int i = 0; i < 300; i++) {
            tell(db, fold, "lead-" + i);
        }
        return fold;
    }

    private static List<MatchKey> keys(FieldValues values) {
        return Stream.concat(
                        values.get(StandardFields.PHONE).stream().map(phone -> new MatchKey("phone", phone.e164())),
                        values.get(StandardFields.CITY).stream().map(city -> new MatchKey("city", city)))
                .toList();
    }

    private void tell(Connection db, AuditFold fold, String id) throws SQLException {
        long at = END_SECOND - DAY * 170 + random.nextInt((int) (DAY * 20));
        String source = random.nextInt(4) == 0 ? "" : SOURCES.get(random.nextInt(3));
        Story story = new Story(id);
        for (int ord = 0; ord <= random.nextInt(4); ord++) {
            boolean isDated = random.nextInt(6) > 0;
            FieldValues values = said(db, id, ord, isDated ? at : null, ord == 0 ? source : "");
            Instant instant = Instant.ofEpochSecond(at);
            story = ord == 0
                    ? story.captured(instant, isDated, "new", values)
                    : story.updated(instant, isDated, values);
            at += random.nextInt((int) (DAY * 35));
        }
        String care = List.of("OWNER", "QUEUE", "NOBODY", "CLOSED").get(random.nextInt(4));
        long since = at + random.nextInt((int) (DAY * 30));
        Instant last = Instant.ofEpochSecond(since);
        story.interacted(last, Direction.INBOUND, Actor.HUMAN);
        story = switch (care) {
            case "OWNER" -> story.assigned(last.minusSeconds(5));
            case "QUEUE" -> story.queued(last.plusSeconds(5));
            case "CLOSED" -> random.nextBoolean() ? story.lost(last) : story.converted(last);
            default -> story;
        };
        Sql.insert(
                db, "insert into lead values (?, ?, ?, ?)", id, source.isEmpty() ? "(missing)" : source, care, since);
        fold.add(story.history());
    }

    private FieldValues said(Connection db, String lead, int ord, Long ts, String source) throws SQLException {
        FieldValues.Builder values = FieldValues.builder();
        if (!source.isEmpty()) {
            values.set(StandardFields.SOURCE, source);
            word(db, lead, "source", ord, "value", ts, source);
        }
        int city = random.nextInt(5);
        if (city == 0) {
            values.clear("city");
            word(db, lead, "city", ord, "clear", ts, null);
        } else if (city < 4) {
            String name = "City " + random.nextInt(40);
            values.set(StandardFields.CITY, name);
            word(db, lead, "city", ord, "value", ts, name);
        }
        if (random.nextInt(3) == 0) {
            String number = "+4930" + (2_310_000 + random.nextInt(150));
            values.set(StandardFields.PHONE, new PhoneNumber(number));
            word(db, lead, "phone", ord, "value", ts, number);
        }
        return values.build();
    }

    private static void word(Connection db, String lead, String field, int ord, String op, Long ts, String v)
            throws SQLException {
        Sql.insert(db, "insert into word values (?, ?, ?, ?, ?, ?)", lead, field, ord, op, ts, v);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureOfTheAuditEqualsSql(long seed) throws SQLException {
        try (Connection db = Sql.emptyDatabase()) {
            Audit audit = tell(db, seed).audit(END);
            for (String field : FIELDS) {
                completeness(db, audit.values().completeness().byField().get(field), field);
                staleness(db, audit.values().staleness().byField().get(field), "field = '" + field + "'");
            }
            staleness(db, audit.values().staleness().all(), "1 = 1");
            wanted(db, audit);
            duplicates(db, audit.duplicates().byKind().get("phone"), "'phone'");
            duplicates(db, audit.duplicates().byKind().get("city"), "'city'");
            anyDuplicates(db, audit.duplicates().any());
            neglect(db, audit.neglect());
        }
    }

    private static void completeness(Connection db, Breakdown<KpiResult> breakdown, String field) throws SQLException {
        String there = "select l.source, l.id, w.lead from lead l left join (" + LATEST
                + ") w on w.lead = l.id and w.field = '" + field + "'";
        assertBasis(
                breakdown.all(),
                Sql.rows(db, "select count(lead), count(*) from (" + there + ")")
                        .get(0));
        assertThat(breakdown.groups().values())
                .extracting(
                        rate -> List.of(rate.basis().numerator(), rate.basis().denominator()))
                .isEqualTo(Sql.rows(
                        db, "select count(lead), count(*) from (" + there + ") group by source order by source"));
    }

    private static void wanted(Connection db, Audit audit) throws SQLException {
        String count = "select l.id, count(w.lead) as n from lead l left join (" + LATEST
                + ") w on w.lead = l.id and w.field in ('city', 'phone') group by l.id";
        List<BigDecimal> row = Sql.rows(
                        db,
                        "select sum(n), 2 * count(*), sum(case n when 2 then 1 else 0 end), count(*) from (" + count
                                + ")")
                .get(0);
        assertBasis(audit.values().completeness().values(), row.subList(0, 2));
        assertBasis(audit.values().completeness().whole().all(), row.subList(2, 4));
    }

    private static void staleness(Connection db, Staleness.FieldAge age, String which) throws SQLException {
        assertAge(db, age.all(), which);
        for (String source : age.bySource().keySet()) {
            assertAge(db, age.bySource().get(source), which + " and source = '" + source + "'");
        }
    }

    /** Days since 1970, in UTC as the audit's zone is. Nearest rank by counting rows, not by the engine's percentile. */
    private static void assertAge(Connection db, Staleness.Age age, String which) throws SQLException {
        String words = "select " + (END_SECOND / DAY) + " - floor(w.ts / 86400.0) as d from (" + LATEST
                + ") w join lead l on l.id = w.lead where " + which;
        List<BigDecimal> row = Sql.rows(
                        db,
                        "select min(case when 100 * r >= 50 * n then d end), min(case when 100 * r >= 90 * n then d end),"
                                + " count(case when d > 60 then 1 end), max(n), count(case when d < 0 then 1 end) from (select d, row_number() over"
                                + " (order by d) as r, count(*) over () as n from (" + words
                                + ") where d is not null)")
                .get(0);
        assertThat(row.get(4)).as("nothing was told later").isZero();
        assertValue(age.p50(), row.get(0));
        assertValue(age.p90(), row.get(1));
        assertBasis(age.stale(), row.subList(2, 4));
        BigDecimal undated = Sql.rows(db, "select count(*) from (" + words + ") where d is null")
                .get(0)
                .get(0);
        assertThat(age.p50().basis().excluded().getOrDefault("undated word", 0L))
                .isEqualTo(undated.longValueExact());
    }

    private static void duplicates(Connection db, Duplicates.Kind kind, String field) throws SQLException {
        String sizes = "select v, count(*) as n from (" + LATEST + ") where field = " + field + " group by v";
        List<BigDecimal> row = Sql.rows(
                        db,
                        "select sum(case when n > 1 then n else 0 end), sum(n), count(case when n > 1 then 1 end), max(n)"
                                + " from (" + sizes + ")")
                .get(0);
        assertBasis(kind.leads(), row.subList(0, 2));
        assertThat(kind.groups()).isEqualTo(row.get(2).longValueExact());
        assertThat(kind.largest().get(0).size()).isEqualTo(row.get(3).intValueExact());
        List<Integer> largest =
                Sql.rows(db, "select n from (" + sizes + ") where n > 1 order by n desc limit 10").stream()
                        .map(each -> each.get(0).intValueExact())
                        .toList();
        assertThat(kind.largest()).extracting(Duplicates.Group::size).isEqualTo(largest);
    }

    private static void anyDuplicates(Connection db, KpiResult any) throws SQLException {
        String keyed = "(" + LATEST + " and w.field in ('city', 'phone'))";
        String shared = "select k.lead from " + keyed + " k where exists (select 1 from " + keyed
                + " o where o.field = k.field and o.v = k.v and o.lead <> k.lead)";
        assertBasis(
                any,
                List.of(
                        Sql.rows(db, "select count(distinct lead) from (" + shared + ")")
                                .get(0)
                                .get(0),
                        Sql.rows(db, "select count(distinct lead) from " + keyed)
                                .get(0)
                                .get(0)));
    }

    private static void neglect(Connection db, Neglect.Forgotten forgotten) throws SQLException {
        assertQuiet(db, forgotten.zombies(), "NOBODY", "care <> 'CLOSED'");
        assertQuiet(db, forgotten.waiting(), "QUEUE", "care = 'QUEUE'");
        assertQuiet(db, forgotten.sleeping(), "OWNER", "care = 'OWNER'");
    }

    private static void assertQuiet(Connection db, Neglect.Quiet quiet, String care, String among) throws SQLException {
        String is = "care = '" + care + "' and " + QUIET;
        assertBasis(
                quiet.leads(),
                Sql.rows(db, "select count(case when " + is + " then 1 end), count(*) from lead where " + among)
                        .get(0));
        try (Statement statement = db.createStatement();
                ResultSet result =
                        statement.executeQuery("select id from lead where " + is + " order by since, id limit 100")) {
            List<LeadId> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(new LeadId(result.getString(1)));
            }
            assertThat(quiet.longest()).isEqualTo(ids).isNotEmpty();
        }
    }

    private static void assertBasis(KpiResult result, List<BigDecimal> row) {
        assertThat(result.basis().numerator()).as(result.definition().id()).isEqualByComparingTo(row.get(0));
        assertThat(result.basis().denominator()).as(result.definition().id()).isEqualByComparingTo(row.get(1));
        assertValue(result, row.get(0).divide(row.get(1), 6, RoundingMode.HALF_EVEN));
    }

    private static void assertValue(KpiResult result, BigDecimal expected) {
        assertThat(result.value().number().orElseThrow())
                .as(result.definition().id())
                .isEqualByComparingTo(expected);
    }
}
