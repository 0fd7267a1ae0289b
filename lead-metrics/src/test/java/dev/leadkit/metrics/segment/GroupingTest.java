package dev.leadkit.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupingTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static LeadFacts came(String at, Occurrence... later) {
        FactEvent[] events = new FactEvent[later.length + 1];
        events[0] = new FactEvent(
                "e", Instant.parse(at), new Occurrence.Submitted(Optional.empty(), Story.source("web"), true));
        for (int i = 0; i < later.length; i++) {
            events[i + 1] = new FactEvent("e" + i, Instant.parse(at).plusSeconds(i + 1), later[i]);
        }
        return LeadFacts.of(new LeadId("lead"), List.of(events));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T23:59:59Z, 2026-03-28, 2026-W13, 2026-03, 2026-Q1",
        "2026-03-29T23:00:00Z, 2026-03-30, 2026-W14, 2026-03, 2026-Q1",
        "2027-01-03T12:00:00Z, 2027-01-03, 2026-W53, 2027-01, 2027-Q1",
        "2024-12-30T00:00:00Z, 2024-12-30, 2025-W01, 2024-12, 2024-Q4"
    })
    void aPeriodIsThatOfTheCaptureInTheZone(String at, String day, String week, String month, String quarter) {
        assertThat(List.of(PeriodUnit.values()))
                .extracting(unit -> Grouping.byPeriod(unit, LISBON).of(came(at)))
                .containsExactly(day, week, month, quarter);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-05-14, 2026-05-15",
        "ISO_WEEK, 2026-05-11, 2026-05-18",
        "MONTH, 2026-05-01, 2026-06-01",
        "QUARTER, 2026-04-01, 2026-07-01"
    })
    void aPeriodBeginsAndIsFollowedByTheNext(PeriodUnit unit, LocalDate start, LocalDate next) {
        assertThat(unit.start(LocalDate.of(2026, 5, 14))).isEqualTo(start);
        assertThat(unit.next(start)).isEqualTo(next);
        assertThat(unit.start(next)).isEqualTo(next);
    }

    @Test
    void anUndatedLeadHasNoPeriod() {
        LeadFacts undated = LeadFacts.of(
                new LeadId("lead"),
                List.of(new FactEvent(
                        "e", Instant.EPOCH, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, false))));
        assertThat(Grouping.byPeriod(PeriodUnit.MONTH, LISBON).of(undated)).isEqualTo(Grouping.MISSING);
        assertThat(Grouping.bySource().of(undated)).isEqualTo(Grouping.MISSING);
        assertThat(Grouping.byRep().of(undated)).isEqualTo(Grouping.MISSING);
    }

    @Test
    void theRepIsTheOwnerWhenTheOutcomeCame() {
        Occurrence ann = new Occurrence.Owned(Optional.of(new RepId("ann")));
        Occurrence bob = new Occurrence.Owned(Optional.of(new RepId("bob")));
        Occurrence nobody = new Occurrence.Owned(Optional.empty());
        Occurrence won = new Occurrence.Converted(Optional.empty(), Optional.empty());
        Occurrence lost = new Occurrence.Lost(Optional.empty());
        String at = "2026-03-01T09:00:00Z";
        assertThat(Grouping.byRep().of(came(at, ann, won, bob))).isEqualTo("ann");
        assertThat(Grouping.byRep().of(came(at, ann, bob, lost, nobody))).isEqualTo("bob");
        assertThat(Grouping.byRep().of(came(at, ann, bob))).isEqualTo("bob");
        assertThat(Grouping.byRep().of(came(at, ann, nobody))).isEqualTo(Grouping.MISSING);
    }

    @Test
    void twoGroupingsMakeOne() {
        Grouping both = Grouping.bySource().and(Grouping.byPeriod(PeriodUnit.QUARTER, LISBON));
        assertThat(both.of(came("2026-03-01T09:00:00Z"))).isEqualTo("web / 2026-Q1");
        assertThat(both.name()).isEqualTo("source,captured:quarter:Europe/Lisbon");
    }

    @Test
    void differentGroupsStayApartWhateverTheirNamesHold() {
        Grouping both = Grouping.bySource().and(Grouping.byField("city"));
        assertThat(both.of(told("a", "b / c"))).isEqualTo("a / b \\/ c").isNotEqualTo(both.of(told("a / b", "c")));
        assertThat(both.of(told("a /", "b"))).isNotEqualTo(both.of(told("a", "/ b")));
        assertThat(both.of(told("a", "b \\/ c"))).isNotEqualTo(both.of(told("a", "b / c")));
        assertThat(both.of(told("and/or", "x/"))).isEqualTo("and/or / x/");
        Grouping three = both.and(Grouping.byRep());
        assertThat(three.of(told("a", "b"))).isEqualTo("a / b / (missing)");
        Grouping inner = Grouping.byRep().and(both);
        assertThat(inner.of(told("a", "b"))).isEqualTo("(missing) / a / b");
    }

    @ParameterizedTest
    @CsvSource({
        "(missing), \\(missing)",
        "\\(missing), \\\\(missing)",
        "(unallocated), \\(unallocated)",
        "(direct), (direct)",
        "x(missing), x(missing)",
        ")), ))",
        "web, web"
    })
    void aNameIsNeverThatOfTheLeadsWithoutOne(String name, String group) {
        assertThat(Grouping.named(name)).isEqualTo(group);
        assertThat(Grouping.bySource().of(told(name, name))).isEqualTo(group);
        assertThat(Grouping.byField("city").of(told(name, name))).isEqualTo(group);
        Occurrence owned = new Occurrence.Owned(Optional.of(new RepId(name)));
        assertThat(Grouping.byRep().of(came("2026-03-01T09:00:00Z", owned))).isEqualTo(group);
    }

    @Test
    void aBlankNameIsNone() {
        assertThat(Grouping.named(" ")).isEqualTo("(missing)");
        assertThat(Grouping.bySource().of(told(" ", "a"))).isEqualTo("(missing)");
    }

    private static LeadFacts told(String source, String city) {
        FieldValues values =
                Story.source(source).toBuilder().set(StandardFields.CITY, city).build();
        FactEvent came = new FactEvent("e", Instant.EPOCH, new Occurrence.Submitted(Optional.empty(), values, true));
        return LeadFacts.of(new LeadId("lead"), List.of(came));
    }

    @Test
    void aFieldMustHaveAFieldsName() {
        assertThatThrownBy(() -> Grouping.byField("no name"))
                .hasMessage("field must be a field's name, was \"no name\"");
    }
}
