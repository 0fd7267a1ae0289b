package dev.leadkit.metrics.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.Episode;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class EpisodeResponseTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkingHours OFFICE = WorkingHours.in("Europe/Berlin")
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-12:00", "13:00-17:00")
            .open(DayOfWeek.SATURDAY, "22:00-05:00 next day")
            .holidays(LocalDate.of(2026, 4, 6))
            .build();
    private static final BusinessTime HOURS = BusinessTime.of("office", OFFICE);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static LeadFacts lead(FactEvent... events) {
        return LeadFacts.of(new LeadId("lead"), List.of(events));
    }

    private static FactEvent captured(Instant at) {
        return new FactEvent("captured", at, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true));
    }

    private static FactEvent answered(Instant at) {
        return new FactEvent("answered", at, new Occurrence.Responded());
    }

    private static FactEvent owned(String id, Instant at, String... rep) {
        return new FactEvent(
                id, at, new Occurrence.Owned(rep.length == 0 ? Optional.empty() : Optional.of(new RepId(rep[0]))));
    }

    private static EpisodeResponse.Responses result(EpisodeResponse kpi, Instant asOf, LeadFacts... leads) {
        Counts counts = kpi.create();
        for (LeadFacts lead : leads) {
            kpi.add(counts, lead);
        }
        return kpi.result(counts, asOf);
    }

    private static long seconds(KpiResult quantile) {
        return quantile.value().number().orElseThrow().longValueExact();
    }

    private static List<Long> share(KpiResult share) {
        return List.of(
                share.basis().numerator().longValueExact(),
                share.basis().denominator().longValueExact());
    }

    private static void assertWaited(String from, String to, Duration wall, Duration business) {
        EpisodeResponse.Responses result =
                result(new EpisodeResponse(HOUR, HOURS), at(to), lead(captured(at(from)), answered(at(to))));
        assertThat(seconds(result.wall().p50())).as("wall").isEqualTo(DurationBuckets.of(wall));
        assertThat(seconds(result.business().p50())).as("business").isEqualTo(DurationBuckets.of(business));
        assertThat(share(result.business().inTime())).isEqualTo(List.of(business.compareTo(HOUR) <= 0 ? 1L : 0L, 1L));
        assertThat(share(result.wall().inTime())).isEqualTo(List.of(wall.compareTo(HOUR) <= 0 ? 1L : 0L, 1L));
    }

    @Example
    @Label("Out of hours: the clock starts when somebody comes")
    void outOfHours() {
        assertWaited("2026-03-02T20:00:00", "2026-03-03T09:30:00", Duration.ofMinutes(810), Duration.ofMinutes(30));
        assertWaited("2026-03-02T11:30:00", "2026-03-02T13:30:00", Duration.ofHours(2), HOUR);
        assertWaited(
                "2026-03-02T11:30:00", "2026-03-02T13:30:01", Duration.ofSeconds(7_201), Duration.ofSeconds(3_601));
    }

    @Example
    @Label("A holiday is no business day")
    void holiday() {
        assertWaited("2026-04-06T10:00:00", "2026-04-07T09:10:00", Duration.ofMinutes(1_390), Duration.ofMinutes(10));
    }

    @Example
    @Label("The hour that summer time skips is no business time, the one that winter time repeats counts twice")
    void daylightSaving() {
        assertWaited("2026-03-29T01:30:00", "2026-03-29T03:30:00", HOUR, HOUR);
        assertWaited("2026-10-25T01:30:00", "2026-10-25T03:30:00", Duration.ofHours(3), Duration.ofHours(3));
    }

    @Example
    @Label("Open around the clock, business time is the time on the wall")
    void always() {
        BusinessTime always = BusinessTime.of("24x7", OpenHours.ALWAYS);
        EpisodeResponse.Responses result = result(
                new EpisodeResponse(HOUR, always),
                at("2026-03-30T00:00:00"),
                lead(captured(at("2026-03-29T01:00:00")), answered(at("2026-03-29T04:00:00"))));
        assertThat(result.business().p50().value())
                .isEqualTo(result.wall().p50().value());
        assertThat(seconds(result.wall().p90())).isEqualTo(DurationBuckets.of(7_200));
    }

    @Example
    @Label("The hours in force at the start hold throughout")
    void changedHours() {
        BusinessTime changed = HOURS.changedAt(at("2026-03-03T00:00:00"), OpenHours.ALWAYS);
        assertThat(changed.between(at("2026-03-02T16:00:00"), at("2026-03-03T10:00:00")))
                .contains(Duration.ofHours(2));
        assertThat(changed.between(at("2026-03-03T00:00:00"), at("2026-03-03T10:00:00")))
                .contains(Duration.ofHours(10));
        assertThat(changed).isNotEqualTo(HOURS);
        assertThat(changed.name()).isEqualTo("office");
    }

    @Example
    @Label("Unanswered: pending up to the deadline, a breach after it; the end of the hours does not end the time")
    void deadlines() {
        LeadFacts waiting = lead(captured(at("2026-03-02T16:00:00")));
        EpisodeResponse kpi = new EpisodeResponse(HOUR, HOURS);
        for (String pending : List.of("2026-03-02T17:00:00", "2026-03-03T09:00:00")) {
            EpisodeResponse.Responses result = result(kpi, at(pending), waiting);
            assertThat(share(result.business().inTime())).as(pending).isEqualTo(List.of(0L, 0L));
            assertThat(result.business().inTime().basis().excluded())
                    .isEqualTo(Map.of("unanswered, still in time", 1L));
        }
        assertThat(share(result(kpi, at("2026-03-03T09:00:01"), waiting)
                        .business()
                        .inTime()))
                .isEqualTo(List.of(0L, 1L));
        assertThat(share(result(kpi, at("2026-03-02T17:00:00"), waiting).wall().inTime()))
                .isEqualTo(List.of(0L, 0L));
        assertThat(share(result(kpi, at("2026-03-02T17:00:01"), waiting).wall().inTime()))
                .isEqualTo(List.of(0L, 1L));
        assertThat(share(result(kpi, at("2026-03-02T16:05:01"), waiting).soon()))
                .isEqualTo(List.of(0L, 1L));
        assertThat(share(result(kpi, at("2026-03-02T16:05:00"), waiting).soon()))
                .isEqualTo(List.of(0L, 0L));
        assertThat(result(kpi, at("2026-03-02T16:05:00"), waiting)
                        .wall()
                        .p50()
                        .basis()
                        .excluded())
                .isEqualTo(Map.of("unanswered", 1L));
    }

    @Example
    @Label("Hours that never open are never late")
    void never() {
        EpisodeResponse kpi = new EpisodeResponse(HOUR, BusinessTime.of("never", OpenHours.NEVER));
        EpisodeResponse.Responses result = result(kpi, Calendar.END, lead(captured(at("2026-03-02T16:00:00"))));
        assertThat(result.business().inTime().basis().excluded()).isEqualTo(Map.of("unanswered, still in time", 1L));
        assertThat(share(result.wall().inTime())).isEqualTo(List.of(0L, 1L));
    }

    @Example
    @Label("From the assignment: the first rep in the episode, or who owned the lead already")
    void fromAssignment() {
        Instant came = at("2026-03-02T10:00:00");
        EpisodeResponse kpi = new EpisodeResponse(WaitsFrom.ASSIGNMENT, HOUR, HOURS, Resolution.SECOND);
        LeadFacts later = lead(
                captured(came),
                owned("queued", came.plusSeconds(1)),
                owned("first", came.plusSeconds(60), "ann"),
                owned("second", came.plusSeconds(90), "bob"),
                answered(came.plusSeconds(100)));
        assertThat(seconds(result(kpi, came, later).wall().p50())).isEqualTo(40);
        LeadFacts again = lead(
                captured(came),
                owned("first", came.plusSeconds(60), "ann"),
                new FactEvent("a1", came.plusSeconds(70), new Occurrence.Responded()),
                new FactEvent("lost", came.plusSeconds(80), new Occurrence.Lost(Optional.empty())),
                new FactEvent("open", came.plusSeconds(90), new Occurrence.Reopened()),
                answered(came.plusSeconds(120)));
        assertThat(seconds(result(kpi, came, again).wall().p50())).isEqualTo(10);
        assertThat(seconds(result(kpi, came, again).wall().p90())).isEqualTo(30);
        assertThat(kpi.evidence(again)).extracting(FactEvent::id).containsExactly("first", "a1", "open", "answered");
        LeadFacts nobody = lead(captured(came), owned("queued", came.plusSeconds(1)));
        LeadFacts tooLate = lead(captured(came), answered(came.plusSeconds(5)), owned("o", came.plusSeconds(6), "ann"));
        assertThat(result(kpi, came, nobody, tooLate).wall().inTime().basis().excluded())
                .isEqualTo(Map.of("not assigned to a rep", 1L, "answered before it was assigned", 1L));
    }

    @Example
    @Label("Instants that no calendar knows are left out and counted, and so are undated leads")
    void bounds() {
        EpisodeResponse kpi = new EpisodeResponse(HOUR, HOURS);
        LeadFacts early = lead(captured(Calendar.EARLIEST.minusNanos(1)));
        LeadFacts late = lead(captured(Calendar.END.minusSeconds(1)), answered(Calendar.END));
        LeadFacts undated = lead(new FactEvent(
                "e", at("2026-03-02T10:00:00"), new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, false)));
        assertThat(result(kpi, Calendar.END, early, late, undated)
                        .wall()
                        .inTime()
                        .basis()
                        .excluded())
                .isEqualTo(Map.of("out of the calendar's bounds", 2L, "undated lead", 1L));
        assertThat(HOURS.between(Calendar.EARLIEST.minusNanos(1), Calendar.EARLIEST))
                .isEmpty();
    }

    @Example
    @Label("Wrong parameters are refused by name")
    void refused() {
        assertThatThrownBy(() -> new EpisodeResponse(Duration.ZERO, HOURS))
                .hasMessage("target must be above 0, was PT0S");
        assertThatThrownBy(() ->
                        new EpisodeResponse(WaitsFrom.EPISODE, HOUR, HOURS, new Resolution(Duration.ofMillis(1_500))))
                .hasMessage("resolution must be whole seconds from 1, was PT1.5S");
        assertThatThrownBy(() -> BusinessTime.of(" ", OFFICE)).hasMessage("name must be a text, was blank");
        assertThat(new EpisodeResponse(HOUR, HOURS).definition().id())
                .isEqualTo("lead.response.episode/1?from=episode&target=PT1H&hours=office");
    }

    @Example
    @Label("An explanation names both clocks")
    void explained() {
        Explanation why = Explanation.of(
                new EpisodeResponse(HOUR, HOURS),
                lead(captured(at("2026-03-02T20:00:00")), answered(at("2026-03-03T09:00:10"))));
        assertThat(why.cells())
                .extracting(Explanation.Cell::part)
                .contains(
                        "answered after seconds",
                        "answered after business seconds",
                        "in business time (1) or late (0)");
    }

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadFactsArbitraries.instants();
    }

    @Property(tries = 300)
    void everyEpisodeIsCountedOnBothClocks(@ForAll("leads") List<LeadFacts> leads, @ForAll("instants") Instant asOf) {
        EpisodeResponse.Responses result =
                result(new EpisodeResponse(HOUR, HOURS), asOf, leads.toArray(LeadFacts[]::new));
        List<Episode> episodes =
                leads.stream().flatMap(lead -> lead.episodes().stream()).toList();
        long met = 0;
        long due = 0;
        long wallMet = 0;
        List<Duration> waited = new ArrayList<>();
        for (Episode episode : episodes) {
            Instant start = episode.start().at();
            Instant until = episode.answer().map(FactEvent::at).orElse(asOf.truncatedTo(ChronoUnit.SECONDS));
            Duration open = until.isBefore(start)
                    ? Duration.ZERO
                    : HOURS.between(start, until).orElseThrow();
            boolean inTime = open.compareTo(HOUR) <= 0;
            if (episode.answer().isPresent()) {
                waited.add(open);
                wallMet += Duration.between(start, until).compareTo(HOUR) <= 0 ? 1 : 0;
            }
            met += episode.answer().isPresent() && inTime ? 1 : 0;
            due += episode.answer().isPresent() || !inTime ? 1 : 0;
        }
        assertThat(share(result.business().inTime()).get(0)).isEqualTo(met);
        assertThat(share(result.wall().inTime()).get(0)).isEqualTo(wallMet);
        assertThat(Math.abs(share(result.business().inTime()).get(1) - due))
                .as("deadlines are rounded up to the second")
                .isLessThanOrEqualTo(episodes.stream()
                        .filter(episode -> episode.answer().isEmpty()
                                && episode.start().secondUp() > episode.start().second())
                        .count());
        waited.sort(Comparator.naturalOrder());
        if (!waited.isEmpty()) {
            assertThat(seconds(result.business().p90()))
                    .isEqualTo(DurationBuckets.of(waited.get((int) Math.ceil(0.9 * waited.size()) - 1)));
        }
        assertThat(result.wall().p50().basis().denominator()).isEqualTo(BigDecimal.valueOf(waited.size()));
    }

    @Provide
    Arbitrary<Instant> nearChanges() {
        List<String> days = List.of("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-04-04", "2026-04-06");
        return Arbitraries.of(days)
                .flatMap(day -> Arbitraries.integers()
                        .between(0, 2 * 24 * 60)
                        .map(minute -> at(day + "T00:00:00").plus(minute, ChronoUnit.MINUTES)));
    }

    @Property(tries = 200)
    @Label("Business time is what is found by looking at the clock every minute")
    void minuteByMinute(@ForAll("nearChanges") Instant start, @ForAll("minutes") int minutes) {
        Instant end = start.plus(minutes, ChronoUnit.MINUTES);
        long open = 0;
        for (Instant at = start; at.isBefore(end); at = at.plus(1, ChronoUnit.MINUTES)) {
            open += isOpen(at.atZone(BERLIN).toLocalDateTime()) ? 1 : 0;
        }
        assertThat(HOURS.between(start, end)).contains(Duration.ofMinutes(open));
        Instant last = HOURS.lastInTime(start, HOUR).orElseThrow();
        assertThat(HOURS.between(start, last)).contains(HOUR);
        assertThat(HOURS.between(start, last.plusNanos(1)).orElseThrow()).isGreaterThan(HOUR);
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 3 * 24 * 60);
    }

    /** The office's hours again, by the clock on the wall. */
    private static boolean isOpen(LocalDateTime wall) {
        int hour = wall.getHour();
        LocalDate date = wall.toLocalDate();
        boolean night = (date.getDayOfWeek() == DayOfWeek.SATURDAY && hour >= 22)
                || (date.getDayOfWeek() == DayOfWeek.SUNDAY && hour < 5);
        boolean day = date.getDayOfWeek().getValue() <= 5 && hour >= 9 && hour < 17 && hour != 12;
        return night || (day && !date.equals(LocalDate.of(2026, 4, 6)));
    }
}
