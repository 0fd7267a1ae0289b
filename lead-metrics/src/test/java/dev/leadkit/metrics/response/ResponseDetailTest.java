package dev.leadkit.metrics.response;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.Shown;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The borders of response times: to the nanosecond, by name and by reason. */
final class ResponseDetailTest {

    /** A Monday. */
    private static final Instant CAME = Instant.parse("2026-03-02T10:00:00Z");

    private static final OpenHours OFFICE = WorkingHours.in("UTC")
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00")
            .build();
    private static final BusinessTime HOURS = BusinessTime.of("office", OFFICE);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static LeadFacts lead(boolean dated, Duration... answers) {
        FactEvent came =
                new FactEvent("came", CAME, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, dated));
        return LeadFacts.of(
                new LeadId("lead"),
                answers.length == 0
                        ? List.of(came)
                        : List.of(came, new FactEvent("answer", CAME.plus(answers[0]), new Occurrence.Responded())));
    }

    private static LeadFacts answered(Duration after) {
        return lead(true, after);
    }

    private static <R> R result(LeadKpi<R> kpi, Instant asOf, LeadFacts... leads) {
        return List.of(leads).stream().collect(kpi.collector(asOf));
    }

    @Test
    @DisplayName("Of answers after 5 seconds twice, 5 minutes and a nanosecond more, all but the last are in time")
    void responseTimes() {
        ResponseTime.Times times = result(
                new ResponseTime(ResponseTime.USUAL_TARGET),
                CAME.plus(FIVE_MINUTES),
                answered(Duration.ofSeconds(5)),
                answered(Duration.ofSeconds(5)),
                answered(FIVE_MINUTES),
                answered(FIVE_MINUTES.plusNanos(1)),
                lead(true),
                lead(false));
        assertThat(shown(times.inTime())).isEqualTo("0.75 share");
        assertThat(times.inTime().basis().excluded())
                .isEqualTo(Map.of("undated lead", 1L, "unanswered, still in time", 1L));
        assertThat(times.answered()).isEqualTo(Map.of(5L, 2L, 300L, 2L));
        assertThat(shown(times.p50())).isEqualTo("5 s");
        assertThat(shown(times.p90())).isEqualTo("300 s");
        assertThat(times.p90().basis().excluded()).isEqualTo(Map.of("undated lead", 1L, "unanswered", 1L));
        ResponseTime.Times none = result(new ResponseTime(FIVE_MINUTES), CAME);
        assertThat(shown(none.p50())).isEqualTo("no dated lead was answered");
        assertThat(shown(none.inTime())).isEqualTo("no dated lead was answered or is overdue");
        assertThat(none.p50().basis().excluded()).isEmpty();
    }

    @Test
    @DisplayName(
            "Whoever waits is overdue a second after the deadline; to the day, from the day after the one it is rounded up to")
    void overdue() {
        Instant deadline = CAME.plus(FIVE_MINUTES);
        ResponseTime exact = new ResponseTime(FIVE_MINUTES);
        assertThat(result(exact, deadline, lead(true)).inTime().basis().denominator())
                .isEqualByComparingTo("0");
        assertThat(shown(result(exact, deadline.plusSeconds(1), lead(true)).inTime()))
                .isEqualTo("0 share");
        ResponseTime daily = new ResponseTime(FIVE_MINUTES, Resolution.DAY);
        assertThat(daily.definition().id()).isEqualTo("lead.response.in-time/1?target=PT5M&resolution=PT24H");
        assertThat(exact.definition().id()).isEqualTo("lead.response.in-time/1?target=PT5M");
        KpiResult pending =
                result(daily, Instant.parse("2026-03-03T23:59:59Z"), lead(true)).inTime();
        assertThat(pending.basis().excluded()).isEqualTo(Map.of("unanswered, still in time", 1L));
        assertThat(shown(result(daily, Instant.parse("2026-03-04T00:00:00Z"), lead(true))
                        .inTime()))
                .isEqualTo("0 share");
    }

    @Test
    @DisplayName("A target of 100,000 years has a deadline, and a longer one has none")
    void longest() {
        Duration longest = Duration.ofDays(36_525_000);
        Instant then = CAME.plus(longest).plusSeconds(1);
        assertThat(shown(result(new ResponseTime(longest), then, lead(true)).inTime()))
                .isEqualTo("0 share");
        KpiResult never = result(new ResponseTime(longest.plusNanos(1)), Instant.MAX, lead(true))
                .inTime();
        assertThat(never.basis().excluded()).isEqualTo(Map.of("unanswered, still in time", 1L));
    }

    @Test
    @DisplayName("A target of no time is refused; a piece of the counts in which more was taken back tells nothing")
    void refusedOrUndefined() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseTime(Duration.ZERO))
                .withMessage("target must be above 0, was PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponseTime(Duration.ofNanos(-1)));
        ResponseTime kpi = new ResponseTime(FIVE_MINUTES);
        Counts counts = kpi.create();
        kpi.retract(counts, answered(Duration.ofSeconds(5)));
        ResponseTime.Times piece = kpi.result(counts, CAME);
        assertThat(List.of(piece.p50(), piece.p90(), piece.inTime()))
                .extracting(Shown::shown)
                .containsOnly(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("A lead's part in the response times can be explained")
    void explained() {
        ResponseTime kpi = new ResponseTime(FIVE_MINUTES);
        Explanation late = Explanation.of(kpi, answered(Duration.ofMinutes(6)));
        assertThat(late.cells())
                .containsExactly(
                        new Cell(List.of(), "answered after seconds", 360, 1),
                        new Cell(List.of(), "in time (1) or late (0)", 0, 1));
        assertThat(late.evidence()).extracting(FactEvent::id).containsExactly("came", "answer");
        assertThat(Explanation.of(kpi, lead(true)).cells())
                .containsExactly(new Cell(
                        List.of(), "unanswered, due by", CAME.plus(FIVE_MINUTES).getEpochSecond(), 1));
    }

    @Test
    @DisplayName("The answer within 5 minutes is told beside any other target")
    void soon() {
        EpisodeResponse kpi = new EpisodeResponse(Duration.ofHours(1), HOURS);
        EpisodeResponse.Responses responses =
                result(kpi, CAME, answered(FIVE_MINUTES), answered(FIVE_MINUTES.plusNanos(1)));
        assertThat(shown(responses.soon())).isEqualTo("0.5 share");
        assertThat(shown(responses.wall().inTime())).isEqualTo("1 share");
        assertThat(responses.soon().definition().meaning())
                .startsWith("Episodes answered by a human within PT5M, over those");
        assertThat(responses.wall().inTime().definition().meaning())
                .startsWith("Episodes answered by a human within PT1H, over those");
    }

    @Test
    @DisplayName("Each figure of episodes has a name of its own, with all that it depends on")
    void names() {
        EpisodeResponse kpi = new EpisodeResponse(
                WaitsFrom.ASSIGNMENT, Duration.ofHours(1), HOURS, new Resolution(Duration.ofMinutes(1)));
        EpisodeResponse.Responses none = result(kpi, CAME);
        String all = "from=assignment&target=PT1H&hours=office&resolution=PT1M";
        assertThat(List.of(
                                none.wall().p50(),
                                none.wall().p90(),
                                none.wall().inTime(),
                                none.business().p50(),
                                none.business().p90(),
                                none.business().inTime(),
                                none.soon())
                        .stream()
                        .map(figure -> figure.definition().id()))
                .containsExactly(
                        "lead.response.episode.wall.p50/1?from=assignment&hours=office",
                        "lead.response.episode.wall.p90/1?from=assignment&hours=office",
                        "lead.response.episode.wall.in-time/1?" + all,
                        "lead.response.episode.business.p50/1?from=assignment&hours=office",
                        "lead.response.episode.business.p90/1?from=assignment&hours=office",
                        "lead.response.episode.business.in-time/1?" + all,
                        "lead.response.episode.soon.in-time/1?" + all);
        assertThat(kpi.definition().id()).isEqualTo("lead.response.episode/1?" + all);
        assertThat(shown(none.wall().p50())).isEqualTo("no episode was answered");
        assertThat(shown(none.soon())).isEqualTo("no episode was answered or is overdue");
    }

    @Test
    @DisplayName("All that is kept of an episode, answered or not")
    void explainedEpisodes() {
        EpisodeResponse kpi = new EpisodeResponse(Duration.ofHours(1), HOURS);
        assertThat(Explanation.of(kpi, answered(Duration.ofHours(8))).cells())
                .containsExactly(
                        new Cell(List.of(), "answered after seconds", 28_800, 1),
                        new Cell(List.of(), "in time (1) or late (0)", 0, 1),
                        new Cell(List.of(), "answered after business seconds", 25_088, 1),
                        new Cell(List.of(), "in business time (1) or late (0)", 0, 1),
                        new Cell(List.of(), "within 5 minutes (1) or later (0)", 0, 1));
        long came = CAME.getEpochSecond();
        assertThat(Explanation.of(kpi, lead(true)).cells())
                .containsExactly(
                        new Cell(List.of(), "unanswered, due by", came + 3_600, 1),
                        new Cell(List.of(), "unanswered in business time, due by", came + 3_600, 1),
                        new Cell(List.of(), "unanswered, 5 minutes are over by", came + 300, 1));
    }

    @Test
    @DisplayName("Business time that was sent is equal, with its hours of every time")
    void sent() throws IOException, ClassNotFoundException {
        BusinessTime changed = HOURS.changedAt(CAME, OpenHours.ALWAYS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(changed);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            BusinessTime read = (BusinessTime) in.readObject();
            assertThat(read).isEqualTo(changed).hasSameHashCodeAs(changed).isNotEqualTo(HOURS);
            assertThat(read.name()).isEqualTo("office");
            Instant sunday = CAME.minus(Duration.ofDays(1));
            assertThat(read.between(sunday, CAME)).contains(Duration.ofHours(1));
            assertThat(read.between(CAME, CAME.plus(Duration.ofDays(2)))).contains(Duration.ofDays(2));
        }
    }

    @Test
    @DisplayName("Business times are equal by name and hours")
    void equality() {
        assertThat(BusinessTime.of("office", OFFICE)).isEqualTo(HOURS).hasSameHashCodeAs(HOURS);
        assertThat(BusinessTime.of("shop", OFFICE)).isNotEqualTo(HOURS);
        assertThat(BusinessTime.of("shop", OFFICE).hashCode()).isNotEqualTo(HOURS.hashCode());
        assertThat(BusinessTime.of("office", OpenHours.ALWAYS)).isNotEqualTo(HOURS);
        assertThat(HOURS).hasToString("BusinessTime[office, 1 versions]");
    }

    @Test
    @DisplayName("Business time is known from the first instant of calendars up to their end, which is not in it")
    void bounds() {
        assertThat(HOURS.between(Calendar.EARLIEST, Calendar.EARLIEST)).contains(Duration.ZERO);
        assertThat(HOURS.between(CAME, Calendar.END)).isEmpty();
        assertThat(HOURS.between(Calendar.END.minusNanos(1), Calendar.END.minusNanos(1)))
                .contains(Duration.ZERO);
        assertThat(HOURS.lastInTime(CAME, Duration.ofHours(7)))
                .as("what ends with the hours may be done until they begin again")
                .contains(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(BusinessTime.of("never", OpenHours.NEVER).lastInTime(CAME, FIVE_MINUTES))
                .isEmpty();
    }
}
