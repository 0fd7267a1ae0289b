package dev.leadkit.routing.model;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A part of a plan")
final class PlanPartsTest {

    private static Escalation escalation(Duration after, String waived, String queue) {
        return new Escalation(
                after,
                waived.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(waived)),
                Optional.of(queue).filter(name -> !name.isEmpty()));
    }

    @Test
    @DisplayName("a rep, is the same with more of one thing")
    void rep() {
        Rep ann = Rep.of("ann", 5)
                .serving("dach")
                .serving("france", "dach")
                .skilled("german", 3)
                .skilled("french", 1)
                .weighing(4)
                .taking("call", 2);

        assertThat(ann)
                .isEqualTo(new Rep(
                        new RepId("ann"),
                        new TreeSet<>(Set.of("dach", "france")),
                        new TreeMap<>(Map.of("german", 3, "french", 1)),
                        5,
                        4,
                        true,
                        new TreeMap<>(Map.of("call", 2))));
        assertThat(ann.capacity("call")).isEqualTo(2);
        assertThat(ann.capacity("lead")).isEqualTo(5);
        assertThat(ann.level("german")).isEqualTo(3);
        assertThat(ann.level("dutch")).isZero();
        assertThat(ann.serves("dach")).isTrue();
        assertThat(ann.serves("spain")).isFalse();
        assertThat(Rep.of("bob", 1).serving("*").serves("spain")).isTrue();
        assertThat(ann.inactive().active()).isFalse();
        assertThat(ann.inactive().capacities()).isEqualTo(Map.of("call", 2));
        assertThat(ann).hasToString("Rep[ann]");
    }

    @Test
    @DisplayName("a rep, may have the least and the most of everything and no more")
    void repsBounds() {
        Rep most = Rep.of("ann", 1_000_000)
                .weighing(10_000)
                .skilled("german", 10)
                .skilled("dutch", 1)
                .taking("call", 1_000_000);
        assertThat(most.capacity("lead")).isEqualTo(1_000_000);
        assertThat(Rep.of("ann", 0).taking("call", 0).weighing(1).capacity("call"))
                .isZero();
        assertThatThrownBy(() -> Rep.of("ann", 1_000_001))
                .hasMessage("capacity must be from 0 to 1000000, was 1000001");
        assertThatThrownBy(() -> most.weighing(10_001)).hasMessage("weight must be from 1 to 10000, was 10001");
        assertThatThrownBy(() -> most.skilled("german", 0)).hasMessage("level of german must be from 1 to 10, was 0");
        assertThatThrownBy(() -> most.taking("call", -1))
                .hasMessage("capacity of call must be from 0 to 1000000, was -1");
        assertThatThrownBy(() -> most.taking(" ", 1)).hasMessage("kind of work must be a text, was blank");
    }

    @Test
    @DisplayName("a requirement, is dropped after a time within bounds, or never")
    void dropped() {
        assertThat(new Requirement(always(), "german", 10).dropAfter()).isEmpty();
        assertThat(new Requirement(always(), "german", 1, Optional.of(Requirement.LONGEST_WAIT)).dropAfter())
                .contains(Duration.ofDays(36_525));
        assertThatThrownBy(() -> new Requirement(always(), "german", 1, Optional.of(Duration.ZERO)))
                .hasMessage("dropAfter must be longer than nothing and at most PT876600H, was PT0S");
        assertThatThrownBy(() -> new Requirement(always(), "german", 1, Optional.of(Duration.ofNanos(-1))))
                .hasMessageStartingWith("dropAfter must be longer than nothing");
        assertThatThrownBy(() ->
                        new Requirement(always(), "german", 1, Optional.of(Requirement.LONGEST_WAIT.plusNanos(1))))
                .hasMessageStartingWith("dropAfter must be longer than nothing");
        assertThatThrownBy(() -> new Requirement(always(), "german", 11))
                .hasMessage("level must be from 1 to 10, was 11");
    }

    @Test
    @DisplayName("an escalation, waives something or names a queue, and never waives the capacity")
    void escalations() {
        Duration hour = Duration.ofHours(1);
        assertThat(escalation(hour, "skills", "").waives()).containsExactly("skills");
        assertThat(escalation(hour, "", "late").queue()).contains("late");
        assertThatThrownBy(() -> escalation(hour, "", ""))
                .hasMessage("escalation must be one that waives a stage, names reps or a queue, was none of these");
        assertThatThrownBy(() -> escalation(hour, "capacity", "late"))
                .hasMessage("waives must be stages other than \"capacity\", was [capacity]");
        assertThatThrownBy(() -> escalation(hour, "skills", " ")).hasMessage("queue must be a text, was blank");
        assertThatThrownBy(() -> escalation(Duration.ZERO, "skills", ""))
                .hasMessageStartingWith("after must be longer than nothing");
    }

    @Test
    @DisplayName("a kind of work, has a name and takes units within the greatest capacity")
    void work() {
        assertThat(new WorkKind("k".repeat(255), always(), 1).units()).isEqualTo(1);
        assertThat(new WorkKind("call", always(), Rep.MOST_CAPACITY).units()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> new WorkKind("k".repeat(256), always(), 1))
                .hasMessage("kind of work must be a text of 1 to 255 characters");
        assertThatThrownBy(() -> new WorkKind(" ", always(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkKind("call", always(), 0))
                .hasMessage("units must be from 1 to 1000000, was 0");
        assertThatThrownBy(() -> new WorkKind("call", always(), 1_000_001))
                .hasMessage("units must be from 1 to 1000000, was 1000001");
    }

    @Test
    @DisplayName("a verdict, passes or says why not, in words that are made only when asked for")
    void verdicts() {
        AtomicInteger asked = new AtomicInteger();
        Verdict late = Verdict.refuse(() -> "asked " + asked.incrementAndGet());

        assertThat(late.passes()).isFalse();
        assertThat(asked).hasValue(0);
        assertThat(late.reason()).contains("asked 1");
        assertThat(Verdict.refuse("too far")).hasToString("refused: too far");
        assertThat(Verdict.refuse("too far").reason()).contains("too far");
        assertThat(Verdict.pass().passes()).isTrue();
        assertThat(Verdict.pass().reason()).isEmpty();
        assertThat(Verdict.pass()).hasToString("passes");
    }

    @Test
    @DisplayName("a ranking by an order, owes nothing to anybody")
    void rankings() {
        Comparator<Candidate> order = Comparator.comparingInt(Candidate::open);
        Candidate ann = new Candidate(Rep.of("ann", 5), 1, 0);
        Candidate bob = new Candidate(Rep.of("bob", 5), 2, 0);

        Ranking.Contest contest = Ranking.by(
                        order,
                        (winner, next) ->
                                winner.rep().id() + " before " + next.rep().id())
                .among(List.of(ann, bob));

        assertThat(contest.order()).isSameAs(order);
        assertThat(contest.words(ann, bob)).isEqualTo("ann before bob");
        assertThat(contest.share(ann)).isZero();
    }

    @Test
    @DisplayName("of the host, is found by its name, and only as what it is")
    void registry() {
        Eligibility stage = Eligibility.of((situation, rep) -> Verdict.pass());
        Continuity keeper = situation -> Optional.empty();
        Ranking ranking = Ranking.by(Comparator.comparing(each -> each.rep().id()), (one, other) -> "");
        RoutingStrategy strategy = (situation, active) -> new RoutingStrategy.Choice(List.of(), "");
        RoutingRegistry registry = RoutingRegistry.EMPTY
                .withStage("stage", stage)
                .withContinuity("keeper", keeper)
                .withRanking("ranking", ranking)
                .withStrategy("strategy", strategy);

        assertThat(registry.stage("stage")).containsSame(stage);
        assertThat(registry.continuity("keeper")).containsSame(keeper);
        assertThat(registry.ranking("ranking")).containsSame(ranking);
        assertThat(registry.strategy("strategy")).containsSame(strategy);
        assertThat(registry.stage("keeper")).isEmpty();
        assertThat(registry.continuity("stage")).isEmpty();
        assertThat(registry.ranking("strategy")).isEmpty();
        assertThat(registry.strategy("ranking")).isEmpty();
        assertThat(RoutingRegistry.EMPTY.stage("stage")).isEmpty();
        assertThatThrownBy(() -> registry.withContinuity("stage", keeper))
                .hasMessage("name must be a new text, was \"stage\"");
        assertThatThrownBy(() -> registry.withStage("keeper", stage))
                .hasMessage("name must be a new text, was \"keeper\"");
        assertThatThrownBy(() -> registry.withContinuity("owner", keeper))
                .hasMessage("name must be a new text, was \"owner\"");
        assertThatThrownBy(() -> registry.withRanking("fairShare", ranking))
                .hasMessage("name must be a new text, was \"fairShare\"");
        assertThatThrownBy(() -> registry.withStrategy("strategy", strategy))
                .hasMessage("name must be a new text, was \"strategy\"");
    }

    @Test
    @DisplayName("of the host that a plan names, is missed in a registry without it")
    void unknown() {
        RoutingRegistry own = RoutingRegistry.EMPTY
                .withStage("mine", Eligibility.of((situation, rep) -> Verdict.pass()))
                .withContinuity("keeper", situation -> Optional.empty())
                .withRanking(
                        "best",
                        Ranking.by(Comparator.comparing(each -> each.rep().id()), (one, other) -> ""))
                .withStrategy("all", (situation, active) -> new RoutingStrategy.Choice(List.of(), ""));
        RoutingPlan plan = RoutingPlan.builder("inbound", "1")
                .rep(Rep.of("ann", 1))
                .stages("keeper", "mine", "capacity")
                .ranking("best")
                .queue("waiting")
                .build(own);
        RoutingPlan strategy = RoutingPlan.builder("inbound", "1")
                .rep(Rep.of("ann", 1))
                .strategy("all")
                .queue("waiting")
                .build(own);

        assertThat(own.unknownIn(plan)).isEmpty();
        assertThat(own.unknownIn(strategy)).isEmpty();
        assertThat(RoutingRegistry.EMPTY.unknownIn(plan))
                .extracting(fault -> fault.path() + " " + fault.value())
                .containsExactly("$.stages[0] \"keeper\"", "$.stages[1] \"mine\"", "$.ranking \"best\"");
        assertThat(RoutingRegistry.EMPTY.unknownIn(strategy))
                .extracting(fault -> fault.path() + " " + fault.value())
                .containsExactly("$.strategy \"all\"");
    }

    @Test
    @DisplayName("with a name of its own, is not one of the names that LeadKit has")
    void builtIn() {
        assertThat(BuiltIn.stages()).containsExactly("owner", "territory", "skills", "available", "capacity");
        assertThat(BuiltIn.rankings())
                .containsExactlyInAnyOrder(
                        "fairShare", "leastLoaded", "leastLoadedRelative", "longestWaiting", "smoothWeighted");
    }
}
