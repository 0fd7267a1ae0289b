package dev.leadkit.condition.index;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

@Label("Ages of calendar days, which begin where the lead lives")
final class LocalDatesProperties {

    private static final Field<LocalDate> ENDS = Field.date("ends");
    private static final Field<Instant> SEEN = Field.instant("seen");
    private static final Field<String> ZONE = Field.text("zone");
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final LeadZone OWN = new LeadZone(Optional.of(ZONE), ZoneId.of("Europe/Berlin"));

    /** A lead, as it is told. */
    private record Told(@Nullable LocalDate ends, @Nullable String zone, Instant asOf, boolean zoneFirst) {

        Lead lead() {
            Lead.Builder lead = Lead.builder(new LeadId("L")).set(SEEN, NOON);
            if (ends != null) {
                lead.set(ENDS, ends);
            }
            return (zone == null ? lead : lead.set(ZONE, zone)).build();
        }

        LeadRecord fill(ConditionIndex<Condition> index) {
            LeadRecord record = index.record().set(index.slot(SEEN), NOON);
            if (zoneFirst) {
                record.set(index.slot(ZONE), zone);
            }
            record.set(index.slot(ENDS), ends);
            return zoneFirst ? record : record.set(index.slot(ZONE), zone);
        }
    }

    @Provide
    Arbitrary<Condition> ages() {
        Arbitrary<Duration> hours = Arbitraries.integers().between(0, 60).map(Duration::ofHours);
        Arbitrary<Condition> ages = Combinators.combine(
                        Arbitraries.of(ENDS, SEEN), Arbitraries.of(true, false), hours, hours)
                .as((field, ahead, one, other) -> new AgeCondition(
                        field,
                        ahead,
                        Optional.of(one.compareTo(other) < 0 ? one : other),
                        Optional.of(one.compareTo(other) < 0 ? other : one)));
        return Arbitraries.oneOf(
                ages,
                ages.map(Conditions::not),
                Arbitraries.of("Asia/Tokyo", "nowhere").map(name -> field(ZONE).is(name)),
                Combinators.combine(ages, ages).as((one, other) -> Conditions.all(one, other)),
                Combinators.combine(ages, Arbitraries.of("^A", "Y"))
                        .as((age, part) -> Conditions.all(age, field(ZONE).matches(part))));
    }

    @Provide
    Arbitrary<Told> leads() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-3, 3).map(LocalDate.of(2026, 3, 29)::plusDays);
        Arbitrary<String> zones = Arbitraries.of(
                "Asia/Tokyo", " America/New_York ", "Europe/Berlin", "Pacific/Kiritimati", "-11:30", "nowhere");
        Arbitrary<Instant> moments =
                Arbitraries.integers().between(-96, 96).map(half -> NOON.plusSeconds(1_800L * half));
        return Combinators.combine(days.injectNull(0.1), zones.injectNull(0.2), moments, Arbitraries.of(true, false))
                .as(Told::new);
    }

    @Property(tries = 1_000)
    @Label("are told by facts, records and encoded leads as evaluating each condition tells them")
    void asEvaluated(@ForAll @Size(max = 8) List<@From("ages") Condition> conditions, @ForAll("leads") Told told) {
        ConditionIndex<Condition> index =
                ConditionIndex.builder(conditions, each -> each).zone(OWN).build();
        Facts facts = Facts.of(told.lead(), told.asOf());
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).evaluate(facts.in(zone(told.zone())), fault -> {}) == Truth.TRUE) {
                expected.add(i);
            }
        }
        Evaluation evaluation = index.evaluation();
        evaluation.of(facts);
        assertThat(found(evaluation)).as("facts").isEqualTo(expected);
        LeadRecord record = told.fill(index);
        evaluation.of(record, told.asOf());
        assertThat(found(evaluation)).as("record").isEqualTo(expected);
        evaluation.of(record.encode(), told.asOf());
        assertThat(found(evaluation)).as("encoded").isEqualTo(expected);
        evaluation.of(record.read(told.lead()), told.asOf());
        assertThat(found(evaluation)).as("read").isEqualTo(expected);
    }

    private static List<Integer> found(Evaluation evaluation) {
        int[] entries = new int[evaluation.entries()];
        evaluation.copyEntries(entries);
        return Arrays.stream(entries).sorted().boxed().toList();
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null || name.equals("nowhere") ? ZoneId.of("Europe/Berlin") : ZoneId.of(name.strip());
    }

    @Property(tries = 1_000)
    @Label("are true from the beginning of the day in the lead's zone on, which is when answers cease to hold")
    void fromMidnightOn(@ForAll("leads") Told told) {
        AgeCondition past = new AgeCondition(ENDS, Optional.of(Duration.ZERO), Optional.empty());
        ConditionIndex<Condition> index = ConditionIndex.builder(List.<Condition>of(past), each -> each)
                .zone(OWN)
                .build();
        Facts facts = Facts.of(told.lead(), told.asOf());
        Optional<Instant> begins = Optional.ofNullable(told.ends())
                .map(day -> day.atStartOfDay().atZone(zone(told.zone())).toInstant());
        assertThat(index.find(facts, (entry, fault) -> {}).isEmpty())
                .isEqualTo(begins.filter(at -> !at.isAfter(told.asOf())).isEmpty());
        assertThat(index.validUntil(facts)).isEqualTo(begins.filter(at -> at.isAfter(told.asOf())));
    }

    @Example
    @Label("begin in UTC of records, and by the facts' own zone, where nobody says whose calendar counts")
    void unlessSaid() {
        AgeCondition past = new AgeCondition(ENDS, Optional.of(Duration.ZERO), Optional.empty());
        ConditionIndex<Condition> index = ConditionIndex.of(List.<Condition>of(past), each -> each);
        Told told = new Told(LocalDate.of(2026, 3, 30), "Asia/Tokyo", Instant.parse("2026-03-29T15:00:00Z"), true);
        Facts facts = Facts.of(told.lead(), told.asOf());
        assertThat(index.find(facts, (entry, fault) -> {})).isEmpty();
        assertThat(index.find(facts.in(ZoneId.of("Asia/Tokyo")), (entry, fault) -> {}))
                .containsExactly(past);
        assertThat(index.validUntil(facts)).contains(Instant.parse("2026-03-30T00:00:00Z"));
        Evaluation evaluation = index.evaluation();
        evaluation.of(told.fill(index), told.asOf());
        assertThat(evaluation.entries()).isZero();
    }

    @Example
    @Label("begin by the declared zone again for the next lead of a record, if it names none")
    void nothingIsLeft() {
        AgeCondition past = new AgeCondition(ENDS, Optional.of(Duration.ZERO), Optional.empty());
        ConditionIndex<Condition> index = ConditionIndex.builder(List.<Condition>of(past), each -> each)
                .zone(OWN)
                .build();
        LeadRecord record = index.record().set(index.slot(ZONE), "Asia/Tokyo");
        record.clear().set(index.slot(ENDS), LocalDate.of(2026, 3, 30));
        Evaluation evaluation = index.evaluation();
        evaluation.of(record, Instant.parse("2026-03-29T21:59:59Z"));
        assertThat(evaluation.entries()).isZero();
        evaluation.of(record, Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(evaluation.entries()).isOne();
        record.set(index.slot(ENDS), null).set(index.slot(ZONE), "Asia/Tokyo");
        evaluation.of(record, Instant.parse("2026-03-31T00:00:00Z"));
        assertThat(evaluation.entries()).isZero();
    }

    @Example
    @Label("are told so too where a condition is evaluated by itself")
    void evaluated() {
        Condition both = Conditions.all(
                new AgeCondition(ENDS, Optional.of(Duration.ZERO), Optional.empty()),
                field(ZONE).matches("Tok"));
        ConditionIndex<Condition> index =
                ConditionIndex.builder(List.of(both), each -> each).zone(OWN).build();
        Told told = new Told(LocalDate.of(2026, 3, 30), "Asia/Tokyo", Instant.parse("2026-03-29T15:00:00Z"), true);
        Evaluation evaluation = index.evaluation();
        evaluation.of(told.fill(index), told.asOf());
        assertThat(found(evaluation)).containsExactly(0);
        evaluation.of(told.fill(index), told.asOf().minusNanos(1));
        assertThat(found(evaluation)).isEmpty();
    }

    @Example
    @Label("of facts begin in UTC, and in the same facts where the zone is the same")
    void facts() {
        Facts facts = Facts.of(Lead.builder(new LeadId("L")).build(), NOON);
        assertThat(facts.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(facts.in(ZoneOffset.UTC)).isSameAs(facts);
        assertThat(facts.in(ZoneOffset.MAX).zone()).isEqualTo(ZoneOffset.MAX);
        assertThat(LeadZone.UTC.in(facts)).isSameAs(facts);
    }
}
