package dev.leadkit.scoring.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leadkit.condition.Facts;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * What every custom rule must do. Extend it and say how the rule is made; where it looks at fields of your own, override
 * {@link #histories}. A law that does not hold is shown with the smallest lead that was found to break it.
 */
public abstract class RuleContract {

    private static final Points MOST = Points.of(ScoringModel.MOST_POINTS);
    private static final Duration FAR = Duration.ofDays(4_000);
    /** As long as the generated leads' events take: what a rule gives for a while begins and ends among their instants. */
    private static final Duration NEAR = Duration.ofDays(10);
    /** So many that what is given for a day and a half is not missed. */
    private static final int LOOKS = 8;

    private static final int PARTS = 1_000;

    /** The rule under test; where it can be made anew, each time a new one. */
    protected abstract Rule rule();

    /** What must never lower its points; by default nothing is declared. */
    protected List<Growing> growing() {
        return List.of();
    }

    /** The leads to ask about, each with its events. */
    @Provide
    protected Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    /** The moments to ask at. */
    @Provide
    protected Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    /**
     * Whether the rule looks at the calendar on purpose: the month, a holiday, the hour where the lead is. Then it may give
     * other points to the same lead some weeks later.
     */
    protected boolean looksAtTheCalendar() {
        return false;
    }

    private static RuleResult result(Rule rule, LeadHistory history, Instant asOf) {
        return rule.apply(Facts.of(history, asOf));
    }

    /** What a score is made of. */
    private static String points(RuleResult result) {
        return result.isJudged() ? result.points() + " points" : "not judged";
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSameFactsGiveTheSameResult(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Rule rule = rule();
        Facts facts = Facts.of(history, asOf);
        assertThat(rule.apply(facts)).as(Shown.lead(history, asOf)).isEqualTo(rule.apply(facts));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void otherLeadsMakeNoDifference(
            @ForAll("histories") LeadHistory history,
            @ForAll("histories") LeadHistory other,
            @ForAll("moments") Instant asOf) {
        Rule rule = rule();
        RuleResult alone = result(rule(), history, asOf);
        result(rule, other, asOf);
        assertThat(result(rule, history, asOf))
                .as(Shown.lead(history, asOf) + "asked after " + Shown.lead(other, asOf))
                .isEqualTo(alone);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSameLeadWeeksLaterHasTheSamePoints(
            @ForAll("histories") LeadHistory history,
            @ForAll("moments") Instant asOf,
            @ForAll @IntRange(min = -1_000, max = 1_000) int weeks) {
        List<Later> moves = looksAtTheCalendar() ? List.of() : Later.byAndToToday(weeks, asOf);
        for (Later later : moves) {
            RuleResult moved = result(rule(), later.move(history), later.move(asOf));
            assertThat(points(moved))
                    .as(later + Shown.lead(history, asOf))
                    .isEqualTo(points(result(rule(), history, asOf)));
        }
    }

    /** Nothing happens after the moment, so that time alone passes; also to the last instant that the rule tells. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theResultStaysUntilTheRuleSays(
            @ForAll("histories") LeadHistory history,
            @ForAll("moments") Instant asOf,
            @ForAll @IntRange(max = 999) int part) {
        LeadHistory known = history.until(asOf);
        RuleResult now = result(rule(), known, asOf);
        for (Instant later : within(asOf, now.validUntil(), part)) {
            assertThat(points(result(rule(), known, later)))
                    .as("told to stay until " + now.validUntil() + ", asked at " + later + "; "
                            + Shown.lead(known, asOf))
                    .isEqualTo(points(now));
        }
    }

    private static List<Instant> within(Instant asOf, Instant end, int part) {
        Instant farthest = asOf.plus(FAR);
        Duration span = Duration.between(asOf, end.isBefore(farthest) ? end : farthest);
        Duration near = span.compareTo(NEAR) < 0 ? span : NEAR;
        return span.isNegative() || span.isZero()
                ? List.of()
                : Stream.concat(
                                IntStream.range(0, LOOKS)
                                        .mapToObj(look -> part(near, look * PARTS + part, LOOKS * PARTS)),
                                Stream.of(part(span, part, PARTS), span.minusNanos(1)))
                        .map(asOf::plus)
                        .toList();
    }

    private static Duration part(Duration of, int numerator, int denominator) {
        return of.multipliedBy(numerator).dividedBy(denominator);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void thePointsAreWithinTheirBounds(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Points reach = rule().reach();
        Points most = reach.units() == 0 ? MOST : reach;
        assertThat(result(rule(), history, asOf).points())
                .as(Shown.lead(history, asOf))
                .isBetween(Points.ZERO.minus(most), most);
    }

    /** The generated leads lack fields at random; here the last of them go, too. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aLeadOfWhichLittleIsKnownHasAResult(
            @ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        for (LeadHistory less : List.of(history, history.redacted(), LeadHistory.of(new LeadId("L-0"), List.of()))) {
            assertThatCode(() -> assertThat(result(rule(), less, asOf)).isNotNull())
                    .as(Shown.lead(less, asOf))
                    .doesNotThrowAnyException();
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theEvidenceShowsNoPersonalData(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        String told = result(rule(), history, asOf).toString();
        assertThat(ScoringLaws.personal(history)).as(Shown.lead(history, asOf)).noneMatch(told::contains);
    }

    /** Otherwise a score would feed on the one before. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aScoreThatWasKeptMakesNoDifference(@ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        Score kept = new Score(
                new ModelRef("kept", "1"),
                Map.of(),
                Optional.of(new Grade("kept")),
                List.of(new Contribution("", "kept", Contribution.Kind.RULE, Points.of(77))),
                List.of());
        LeadHistory more =
                history.plus(new Scored(new EventHeader(new EventId("~kept"), history.id(), asOf, asOf), kept));
        assertThat(result(rule(), more, asOf)).as(Shown.lead(history, asOf)).isEqualTo(result(rule(), history, asOf));
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void manyThreadsGetTheResultsThatOneGets(
            @ForAll @Size(8) List<@From("histories") LeadHistory> histories, @ForAll("moments") Instant asOf) {
        Rule rule = rule();
        List<RuleResult> alone =
                histories.stream().map(history -> result(rule, history, asOf)).toList();
        boolean same = Threads.each(histories, history -> result(rule, history, asOf)).stream()
                .allMatch(alone::equals);
        assertThat(same)
                .as(Shown.lead(histories.get(0), asOf) + "and " + (histories.size() - 1) + " others")
                .isTrue();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsDeclaredToGrowNeverLowersThePoints(
            @ForAll("histories") LeadHistory history, @ForAll("moments") Instant asOf) {
        for (Growing growing : growing()) {
            LeadHistory better = growing.better().apply(history, asOf);
            assertThat(result(rule(), better, asOf).points())
                    .as(growing.what() + " for " + Shown.lead(history, asOf))
                    .isGreaterThanOrEqualTo(result(rule(), history, asOf).points());
        }
    }
}
