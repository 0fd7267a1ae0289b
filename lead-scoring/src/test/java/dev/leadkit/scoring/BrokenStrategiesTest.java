package dev.leadkit.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.leadkit.condition.Facts;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.scoring.engine.StrategyScorer;
import dev.leadkit.scoring.kit.Growing;
import dev.leadkit.scoring.kit.RuleContract;
import dev.leadkit.scoring.kit.ScoringStrategyContract;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleResult;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every law of the kit can fail: a strategy or rule that breaks it is caught by it, with the lead that shows it. */
final class BrokenStrategiesTest {

    private static final ModelRef OWN = new ModelRef("own", "1");

    private static Score score(long points) {
        Contribution part = new Contribution("", "own", Contribution.Kind.RULE, Points.of(points));
        return new Score(OWN, Map.of(), Optional.empty(), List.of(part), List.of());
    }

    private static long visits(LeadHistory history, Instant asOf) {
        return history.until(asOf).interactions().size();
    }

    abstract static class Broken extends ScoringStrategyContract {

        private final LeadScorer scorer;

        Broken(LeadScorer scorer) {
            this.scorer = scorer;
        }

        @Override
        protected LeadScorer scorer() {
            return scorer;
        }
    }

    static final class Right extends Broken {
        Right() {
            super((history, asOf) -> score(visits(history, asOf)));
        }

        @Override
        protected List<Growing> growing() {
            return List.of(Growing.withEach(Interaction.inbound("visit")));
        }
    }

    static final class CapThatGives extends Broken {
        CapThatGives() {
            super((history, asOf) -> new Score(
                    OWN,
                    Map.of(),
                    Optional.empty(),
                    List.of(new Contribution("", "own", Contribution.Kind.CAP, Points.of(visits(history, asOf)))),
                    List.of()));
        }
    }

    static final class Unbounded extends Broken {
        Unbounded() {
            super((history, asOf) -> score(visits(history, asOf) > 1 ? 1_000_001 : 0));
        }
    }

    static final class Moody extends Broken {
        private static final AtomicLong CALLS = new AtomicLong();

        Moody() {
            super((history, asOf) -> score(CALLS.incrementAndGet()));
        }
    }

    static final class Remembering extends ScoringStrategyContract {
        @Override
        protected LeadScorer scorer() {
            AtomicLong most = new AtomicLong();
            return (history, asOf) -> score(most.accumulateAndGet(visits(history, asOf), Math::max));
        }
    }

    static final class Clairvoyant extends Broken {
        Clairvoyant() {
            super((history, asOf) -> score(history.interactions().size()));
        }
    }

    static final class ByIdentity extends Broken {
        ByIdentity() {
            super((history, asOf) -> score(System.identityHashCode(history) % 1_000));
        }
    }

    static final class Talkative extends Broken {
        Talkative() {
            super((history, asOf) -> history.lead()
                    .get(StandardFields.EMAIL)
                    .map(mail -> new Score(
                            OWN,
                            Map.of(),
                            Optional.empty(),
                            List.of(),
                            List.of(new Fault(StandardFields.EMAIL.type().format(mail), "sent", ""))))
                    .orElse(score(0)));
        }
    }

    static final class Fragile extends Broken {
        Fragile() {
            super(StrategyScorer.of(
                    OWN,
                    facts -> score(facts.lead()
                            .get(StandardFields.COUNTRY)
                            .orElseThrow()
                            .length())));
        }
    }

    static final class SelfReferring extends Broken {
        SelfReferring() {
            super((history, asOf) ->
                    score(history.until(asOf).lead().get(StandardFields.SCORE).isPresent() ? 1 : 0));
        }
    }

    static final class OneThreaded extends ScoringStrategyContract {
        @Override
        protected LeadScorer scorer() {
            Thread own = Thread.currentThread();
            return (history, asOf) -> score(own == Thread.currentThread() ? 1 : 2);
        }
    }

    static final class Shrinking extends Broken {
        Shrinking() {
            super((history, asOf) -> score(-visits(history, asOf)));
        }

        @Override
        protected List<Growing> growing() {
            return List.of(Growing.withEach(Interaction.inbound("visit")));
        }
    }

    private static long visitsThisMonth(List<Interacted> visits, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return visits.stream()
                .map(visit -> LocalDate.ofInstant(visit.occurredAt(), ZoneOffset.UTC))
                .filter(day -> day.isAfter(today.minusDays(30)) && !day.isAfter(today))
                .count();
    }

    static final class ByTheClock extends Broken {
        ByTheClock() {
            super((history, asOf) -> score(visitsThisMonth(history.until(asOf).interactions(), Clock.systemUTC())));
        }
    }

    static final class Seasonal extends Broken {
        Seasonal() {
            super((history, asOf) -> score(asOf.atZone(ZoneOffset.UTC).getMonthValue()));
        }

        @Override
        protected boolean looksAtTheCalendar() {
            return true;
        }
    }

    abstract static class BrokenRule extends RuleContract {

        private final Supplier<Rule> rules;

        BrokenRule(Supplier<Rule> rules) {
            this.rules = rules;
        }

        @Override
        protected Rule rule() {
            return rules.get();
        }
    }

    private static RuleResult points(long points) {
        return RuleResult.of(Points.of(points));
    }

    static final class RightRule extends BrokenRule {
        RightRule() {
            super(() -> facts -> points(facts.interactions().size()));
        }

        @Override
        protected List<Growing> growing() {
            return List.of(Growing.withEach(Interaction.inbound("visit")));
        }
    }

    static final class TellingRule extends BrokenRule {
        TellingRule() {
            super(() -> Rule.upTo(2, facts -> visitedLately(facts)));
        }
    }

    /** Points for three days after the last visit. */
    private static RuleResult visitedLately(Facts facts) {
        List<Interacted> visits = facts.interactions();
        if (visits.isEmpty()) {
            return RuleResult.unknown(StandardFields.COMPANY).forever();
        }
        Instant end = visits.get(visits.size() - 1).occurredAt().plus(Duration.ofDays(3));
        return facts.asOf().isBefore(end) ? points(2).until(end) : RuleResult.NOTHING.forever();
    }

    static final class TooLateRule extends BrokenRule {
        TooLateRule() {
            super(() -> facts -> {
                RuleResult right = visitedLately(facts);
                boolean ends = right.validUntil().isBefore(Instant.MAX);
                return ends ? right.until(right.validUntil().plusNanos(1)) : right;
            });
        }
    }

    static final class ForgetfulRule extends BrokenRule {
        ForgetfulRule() {
            super(() -> facts -> visitedLately(facts).forever());
        }
    }

    /** Points for two days from an instant on, and before it the word that nothing will change. */
    static final class ShortSightedRule extends BrokenRule {
        ShortSightedRule() {
            super(() -> facts -> facts.lead()
                    .get(LeadArbitraries.SEEN)
                    .filter(begin -> !facts.asOf().isBefore(begin))
                    .map(begin -> begin.plus(Duration.ofDays(2)))
                    .filter(end -> facts.asOf().isBefore(end))
                    .map(end -> points(2).until(end))
                    .orElse(RuleResult.NOTHING.forever()));
        }
    }

    static final class BoastingRule extends BrokenRule {
        BoastingRule() {
            super(() -> Rule.upTo(1, facts -> visitedLately(facts)));
        }
    }

    static final class RuleByTheClock extends BrokenRule {
        RuleByTheClock() {
            super(() -> facts -> points(visitsThisMonth(facts.interactions(), Clock.systemUTC())));
        }
    }

    static final class SeasonalRule extends BrokenRule {
        SeasonalRule() {
            super(() -> facts -> points(facts.asOf().atZone(ZoneOffset.UTC).getMonthValue()));
        }

        @Override
        protected boolean looksAtTheCalendar() {
            return true;
        }
    }

    static final class MoodyRule extends BrokenRule {
        private static final AtomicLong CALLS = new AtomicLong();

        MoodyRule() {
            super(() -> facts -> points(CALLS.incrementAndGet()));
        }
    }

    static final class RememberingRule extends BrokenRule {
        RememberingRule() {
            super(() -> {
                AtomicLong most = new AtomicLong();
                return facts ->
                        points(most.accumulateAndGet(facts.interactions().size(), Math::max));
            });
        }
    }

    static final class UnboundedRule extends BrokenRule {
        UnboundedRule() {
            super(() -> facts -> points(facts.interactions().size() > 1 ? -1_000_001 : 0));
        }
    }

    static final class FragileRule extends BrokenRule {
        FragileRule() {
            super(() -> facts -> points(
                    facts.lead().get(StandardFields.COUNTRY).orElseThrow().length()));
        }
    }

    static final class TalkativeRule extends BrokenRule {
        TalkativeRule() {
            super(() -> facts -> facts.lead()
                    .get(StandardFields.EMAIL)
                    .map(mail -> RuleResult.of(
                            Points.of(1),
                            "wrote to " + StandardFields.EMAIL.type().format(mail)))
                    .orElse(RuleResult.NOTHING));
        }
    }

    static final class SelfReferringRule extends BrokenRule {
        SelfReferringRule() {
            super(() -> facts -> points(facts.lead().get(StandardFields.GRADE).isPresent() ? 1 : 0));
        }
    }

    static final class OneThreadedRule extends BrokenRule {
        OneThreadedRule() {
            super(() -> {
                Thread own = Thread.currentThread();
                return facts -> points(own == Thread.currentThread() ? 1 : 2);
            });
        }
    }

    static final class ShrinkingRule extends BrokenRule {
        ShrinkingRule() {
            super(() -> facts -> points(-facts.interactions().size()));
        }

        @Override
        protected List<Growing> growing() {
            return List.of(Growing.withEach(Interaction.inbound("visit")));
        }
    }

    /** The laws that a contract found broken, each with its message; a busy machine has time to find the smallest lead. */
    private static SortedMap<String, String> broken(DiscoverySelector laws) {
        SortedMap<String, String> failures = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(laws)
                                .configurationParameter("jqwik.shrinking.bounded.seconds", "300")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable()
                                        .ifPresent(thrown -> failures.put(
                                                test.getDisplayName(), String.valueOf(thrown.getMessage())));
                            }
                        });
        return failures;
    }

    private static DiscoverySelector law(Class<?> contract, String law) {
        Class<?> kit =
                RuleContract.class.isAssignableFrom(contract) ? RuleContract.class : ScoringStrategyContract.class;
        Method method = Arrays.stream(kit.getDeclaredMethods())
                .filter(each -> each.getName().equals(law))
                .findFirst()
                .orElseThrow();
        return selectMethod(contract, method);
    }

    private static void assertBreaks(Class<?> contract, String law, String shown) {
        SortedMap<String, String> failures = broken(law(contract, law));
        assertThat(failures).as("%s", contract).containsKey(law);
        assertThat(failures.get(law)).contains("the lead as of").contains(shown);
    }

    @Test
    @DisplayName("What does all that is asked breaks no law")
    void right() {
        assertThat(broken(selectClass(Right.class))).isEmpty();
        assertThat(broken(selectClass(RightRule.class))).isEmpty();
        assertThat(broken(selectClass(TellingRule.class))).isEmpty();
        assertThat(broken(selectClass(Seasonal.class))).isEmpty();
        assertThat(broken(selectClass(SeasonalRule.class))).isEmpty();
    }

    @Test
    @DisplayName("Each law of strategies is broken by a strategy, and tells the smallest lead that shows it")
    void strategies() {
        assertBreaks(CapThatGives.class, "contributionsSumToTheTotal", "without events");
        assertBreaks(Unbounded.class, "theTotalIsWithinItsBounds", "interaction ");
        assertBreaks(Moody.class, "theSameHistoryGivesTheSameScore", "without events");
        assertBreaks(ByTheClock.class, "theSameLeadWeeksLaterHasTheSameScore", "all of it moved by ");
        assertBreaks(Remembering.class, "otherLeadsMakeNoDifference", "without events");
        assertBreaks(Clairvoyant.class, "whatHappensLaterMakesNoDifference", " ahead");
        assertBreaks(ByIdentity.class, "theOrderAndRepetitionOfEventsMakesNoDifference", "without events");
        assertBreaks(Talkative.class, "theScoreShowsNoPersonalData", "email=");
        assertBreaks(Fragile.class, "aLeadOfWhichLittleIsKnownIsScoredWithoutFaults", "without events");
        assertBreaks(SelfReferring.class, "aScoreThatWasKeptMakesNoDifference", "without events");
        assertBreaks(OneThreaded.class, "manyThreadsGetTheScoresThatOneGets", "without events");
        assertBreaks(Shrinking.class, "whatIsDeclaredToGrowNeverLowersTheTotal", "one more visit for");
    }

    @Test
    @DisplayName("Each law of rules is broken by a rule, and tells the smallest lead that shows it")
    void rules() {
        assertBreaks(MoodyRule.class, "theSameFactsGiveTheSameResult", "without events");
        assertBreaks(RememberingRule.class, "otherLeadsMakeNoDifference", "without events");
        assertBreaks(RuleByTheClock.class, "theSameLeadWeeksLaterHasTheSamePoints", "all of it moved by ");
        assertBreaks(TooLateRule.class, "theResultStaysUntilTheRuleSays", "told to stay until ");
        assertBreaks(ForgetfulRule.class, "theResultStaysUntilTheRuleSays", "told to stay until ");
        assertBreaks(ShortSightedRule.class, "theResultStaysUntilTheRuleSays", "told to stay until ");
        assertBreaks(BoastingRule.class, "thePointsAreWithinTheirBounds", "interaction ");
        assertBreaks(UnboundedRule.class, "thePointsAreWithinTheirBounds", "interaction ");
        assertBreaks(FragileRule.class, "aLeadOfWhichLittleIsKnownHasAResult", "without events");
        assertBreaks(TalkativeRule.class, "theEvidenceShowsNoPersonalData", "email=");
        assertBreaks(SelfReferringRule.class, "aScoreThatWasKeptMakesNoDifference", "without events");
        assertBreaks(OneThreadedRule.class, "manyThreadsGetTheResultsThatOneGets", "without events");
        assertBreaks(ShrinkingRule.class, "whatIsDeclaredToGrowNeverLowersThePoints", "one more visit for");
    }

    @Test
    @DisplayName("The lead in a message is the smallest: what takes two interactions is shown with two events")
    void smallest() throws IOException {
        String message =
                broken(law(Unbounded.class, "theTotalIsWithinItsBounds")).get("theTotalIsWithinItsBounds");
        assertThat(message.lines().filter(line -> line.endsWith(" ago"))).hasSize(2);
        String shown = message.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../docs/scoring-review.md")))
                .contains("```text\n" + shown.strip() + "\n```");
    }
}
