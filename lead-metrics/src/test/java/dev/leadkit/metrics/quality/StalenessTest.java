package dev.leadkit.metrics.quality;

import static dev.leadkit.metrics.quality.SmallAudit.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.KpiResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Words of known ages, counted by hand. */
final class StalenessTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Already July in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");

    private static final Optional<Instant> UNDATED = Optional.empty();
    private static final List<AuditFacts> LEADS = List.of(
            lead("a", "web", Map.of("city", old(1), "email", UNDATED)),
            lead("b", "web", Map.of("city", old(10))),
            lead("c", "web", Map.of("city", old(30))),
            lead("d", "ads", Map.of("city", old(31), "email", old(40))),
            lead("e", "ads", Map.of("city", old(-1), "phone", old(400))));

    private static Optional<Instant> old(int days) {
        return Optional.of(TODAY.minusDays(days)
                .atTime(LocalTime.of(23, 59))
                .atZone(SAO_PAULO)
                .toInstant());
    }

    private static AuditFacts lead(String id, String source, Map<String, Optional<Instant>> words) {
        return new AuditFacts(new LeadId(id), source, new TreeMap<>(words), Optional.empty(), Set.of());
    }

    private static Staleness.Ages ages(int days, List<AuditFacts> leads) {
        return ages(new Staleness(new TreeSet<>(Set.of("city", "email")), SAO_PAULO, days), leads);
    }

    private static <A> Staleness.Ages ages(
            Accumulator<AuditFacts, A, Staleness.Ages> staleness, List<AuditFacts> leads) {
        A state = staleness.create();
        leads.forEach(lead -> staleness.add(state, lead));
        return staleness.result(state, NOW);
    }

    private static int days(KpiResult figure) {
        return figure.value().number().map(BigDecimal::intValueExact).orElseThrow();
    }

    @Test
    @DisplayName("Of the ages 1, 10, 30 and 31 the median is 10, the 90th percentile 31, and one is stale")
    void ofAField() {
        Staleness.FieldAge city = ages(30, LEADS).byField().get("city");
        assertThat(days(city.all().p50())).isEqualTo(10);
        assertThat(days(city.all().p90())).isEqualTo(31);
        assertThat(shown(city.all().stale())).isEqualTo("1 of 4 {told later than the audit's day=1}");
        assertThat(shown(city.all().p50())).isEqualTo("2 of 4 {told later than the audit's day=1}");
        assertThat(shown(city.all().p90())).isEqualTo("4 of 4 {told later than the audit's day=1}");
        assertThat(city.bySource()).containsOnlyKeys("ads", "web");
        assertThat(days(city.bySource().get("web").p50())).isEqualTo(10);
        assertThat(days(city.bySource().get("web").p90())).isEqualTo(30);
        assertThat(shown(city.bySource().get("web").stale())).isEqualTo("0 of 3");
        assertThat(shown(city.bySource().get("ads").stale())).isEqualTo("1 of 1 {told later than the audit's day=1}");
    }

    @Test
    @DisplayName("All fields that are looked at are told together, and no other field")
    void ofAll() {
        Staleness.Ages ages = ages(30, LEADS);
        assertThat(ages.byField()).containsOnlyKeys("city", "email");
        assertThat(days(ages.all().all().p50())).isEqualTo(30);
        assertThat(days(ages.all().all().p90())).isEqualTo(40);
        assertThat(shown(ages.all().all().stale()))
                .isEqualTo("2 of 5 {told later than the audit's day=1, undated word=1}");
        assertThat(shown(ages.all().bySource().get("web").stale())).isEqualTo("0 of 3 {undated word=1}");
        assertThat(days(ages.all().bySource().get("ads").p50())).isEqualTo(31);
        assertThat(shown(ages.byField().get("email").bySource().get("web").p50()))
                .isEqualTo("no dated word {undated word=1}");
        assertThat(days(ages.byField().get("email").all().p50())).isEqualTo(40);
    }

    @Test
    @DisplayName("A word of today is not stale after no days, one of yesterday is")
    void today() {
        List<AuditFacts> leads =
                List.of(lead("a", "web", Map.of("city", old(0))), lead("b", "web", Map.of("city", old(1))));
        assertThat(shown(ages(0, leads).all().all().stale())).isEqualTo("1 of 2");
        assertThat(days(ages(0, leads).all().all().p50())).isZero();
        assertThat(shown(ages(1, leads).all().all().stale())).isEqualTo("0 of 2");
    }

    @Test
    @DisplayName("A word of the first day of 1970 is old, not undated")
    void epoch() {
        List<AuditFacts> leads = List.of(
                lead("a", "web", Map.of("city", Optional.of(Instant.parse("1970-01-01T12:00:00Z")))),
                lead("b", "web", Map.of("city", UNDATED)));
        assertThat(shown(ages(30, leads).all().all().stale())).isEqualTo("1 of 1 {undated word=1}");
        assertThat(days(ages(30, leads).all().all().p50())).isEqualTo(20_634);
    }

    @Test
    @DisplayName("Definitions tell fields, sources and spans apart")
    void definitions() {
        Staleness.Ages ages = ages(30, LEADS);
        Staleness.FieldAge city = ages.byField().get("city");
        assertThat(ids(ages.all().all())).containsExactly("data.age.p50/1", "data.age.p90/1", "data.stale/1?days=30");
        assertThat(ids(ages.all().bySource().get("web")))
                .containsExactly(
                        "data.age.p50/1?by=source", "data.age.p90/1?by=source", "data.stale/1?by=source&days=30");
        assertThat(ids(city.all()))
                .containsExactly(
                        "data.age.p50/1?field=city", "data.age.p90/1?field=city", "data.stale/1?field=city&days=30");
        assertThat(ids(city.bySource().get("ads")))
                .containsExactly(
                        "data.age.p50/1?field=city&by=source",
                        "data.age.p90/1?field=city&by=source",
                        "data.stale/1?field=city&by=source&days=30");
        assertThat(city.bySource().get("ads").p50().definition().meaning())
                .startsWith(
                        "The median of the calendar days since the newest word on the field of leads of the source that");
        assertThat(ages.all().all().p90().definition().meaning())
                .startsWith(
                        "The 90th percentile of the calendar days since the newest word on each field of leads that");
        assertThat(ages.all().all().stale().definition().meaning())
                .startsWith("How many have more than 30 calendar days");
    }

    private static List<String> ids(Staleness.Age age) {
        return List.of(
                age.p50().definition().id(),
                age.p90().definition().id(),
                age.stale().definition().id());
    }

    @Test
    @DisplayName("Without leads nothing is known, and days below zero are refused")
    void edges() {
        assertThat(shown(ages(30, List.of()).all().all().stale())).isEqualTo("no dated word");
        assertThat(ages(30, List.of()).all().bySource()).isEmpty();
        assertThat(shown(ages(30, List.of()).byField().get("email").all().p50()))
                .isEqualTo("no dated word");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Staleness(new TreeSet<>(), SAO_PAULO, -1))
                .withMessage("days must be 0 or more, was -1");
    }
}
