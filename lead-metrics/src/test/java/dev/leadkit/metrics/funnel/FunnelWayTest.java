package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.funnel.FunnelArbitraries.A;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.B;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.C;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.START;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.X;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ways through funnels, walked by hand: episodes, things at one instant, exclusions, long leads. */
final class FunnelWayTest {

    private static final Occurrence LOST = new Occurrence.Lost(Optional.empty());
    private static final Occurrence TOUCHED = new Occurrence.Touched("x");

    private static Occurrence in(String stage) {
        return new Occurrence.Entered(new Stage(stage));
    }

    /** Each is a stage, or x, r for an answer, l for a loss, o for opening again, at the second beside it; identifiers ascend. */
    private static LeadFacts lead(String... happened) {
        List<FactEvent> events = new ArrayList<>();
        events.add(new FactEvent("0", START, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)));
        for (int i = 0; i < happened.length; i++) {
            Occurrence what = switch (happened[i].charAt(0)) {
                case 'x' -> TOUCHED;
                case 'r' -> new Occurrence.Responded();
                case 'l' -> LOST;
                case 'o' -> new Occurrence.Reopened();
                default -> in(happened[i].substring(0, 1));
            };
            long second = Long.parseLong(happened[i].substring(1));
            events.add(new FactEvent((100 + i) + "#" + happened[i], START.plusSeconds(second), what));
        }
        return LeadFacts.of(new LeadId("lead"), events);
    }

    /** What was taken, as it is written above. */
    private static List<String> taken(FunnelSpec.Builder rules, LeadFacts facts) {
        return new EventFunnel(rules.build())
                .evidence(facts).stream()
                        .map(event -> event.id().substring(event.id().indexOf('#') + 1))
                        .toList();
    }

    @Test
    @DisplayName("Of several episodes the one that got farthest counts, and the first of equals")
    void episodes() {
        FunnelSpec.Builder rules = FunnelSpec.of(A, B).anchor(Anchor.EPISODE);
        LeadFacts later = lead("a1", "r2", "l3", "o5", "a6", "b7");
        assertThat(taken(rules, later)).containsExactly("a6", "b7");
        assertThat(taken(rules, lead("a1", "b2", "r3", "l4", "o5", "a6"))).containsExactly("a1", "b2");
        assertThat(taken(rules, lead("a1", "r3", "l4", "o5", "a6"))).containsExactly("a1");
        assertThat(taken(rules, lead("r3", "l4", "o5", "a6"))).containsExactly("a6");
        assertThat(taken(rules.count(FunnelSpec.Unit.ENTRY), later)).containsExactly("a1", "a6", "b7");
    }

    @Test
    @DisplayName("An entry may be over at once or after very many events")
    void longLeads() {
        List<String> many = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        int second = 1;
        for (int waits : new int[] {0, 0, 14, 15, 16, 40, 1, 0}) {
            expected.add("a" + second);
            for (int i = 0; i <= waits; i++) {
                many.add("a" + second++);
            }
            expected.add("b" + second);
            many.add("b" + second++);
        }
        LeadFacts facts = lead(many.toArray(String[]::new));
        FunnelSpec.Builder rules = FunnelSpec.of(A, B).count(FunnelSpec.Unit.ENTRY);
        assertThat(taken(rules, facts)).containsExactlyElementsOf(expected);
    }

    @Test
    @DisplayName("What happened at one instant counts in the order of the steps, if the rules say so")
    void atOnce() {
        FunnelSpec.Builder rules = FunnelSpec.of(A, B, C);
        LeadFacts reversed = lead("c5", "b5", "a5");
        assertThat(taken(rules, reversed)).containsExactly("a5");
        assertThat(taken(rules.ties(Ties.BY_STEP), reversed)).containsExactly("a5", "b5", "c5");
        assertThat(taken(rules, lead("a1", "c5", "b5", "b6"))).containsExactly("a1", "b5", "c5");
        FunnelSpec.Builder strict = FunnelSpec.of(A, B).order(StepOrder.STRICT);
        assertThat(taken(strict, lead("a1", "a5", "b5"))).containsExactly("a1");
        assertThat(taken(strict.ties(Ties.BY_STEP), lead("a1", "a5", "b5"))).containsExactly("a1", "b5");
        assertThat(taken(strict, lead("a1", "a4", "b5"))).containsExactly("a1");
    }

    @Test
    @DisplayName("Something excluded among things at one instant excludes nothing, if they count by step")
    void excludedAtOnce() {
        FunnelSpec.Builder rules = FunnelSpec.of(A, B).exclude(X);
        assertThat(taken(rules, lead("a1", "x5", "b5"))).containsExactly("a1");
        assertThat(taken(rules, lead("a1", "b5", "x5"))).containsExactly("a1", "b5");
        assertThat(taken(rules, lead("a5", "x5", "b6"))).containsExactly("a5");
        rules.ties(Ties.BY_STEP);
        assertThat(taken(rules, lead("a1", "x5", "b5"))).containsExactly("a1", "b5");
        assertThat(taken(rules, lead("a5", "x5", "b6"))).containsExactly("a5", "b6");
        assertThat(taken(rules, lead("a1", "x4", "b5"))).containsExactly("a1");
    }

    @Test
    @DisplayName("What is excluded between two steps may happen before and after them")
    void betweenTwo() {
        FunnelSpec.Builder rules =
                FunnelSpec.of(A, B, C, FunnelStep.responded()).exclude(new Exclusion(X, 2, 3));
        assertThat(taken(rules, lead("a1", "x2", "b3", "c5", "r7"))).containsExactly("a1", "b3", "c5", "r7");
        assertThat(taken(rules, lead("a1", "b3", "x4", "c5", "r7"))).containsExactly("a1", "b3");
        assertThat(taken(rules, lead("a1", "b3", "c5", "x6", "r7"))).containsExactly("a1", "b3", "c5", "r7");
    }

    @Test
    @DisplayName("In any order, the window with the most steps counts, begun early or late as the rules say")
    void anyOrder() {
        FunnelSpec.Builder rules = FunnelSpec.of(A, B, C)
                .order(StepOrder.ANY)
                .anchor(Anchor.EVERY_ENTRY)
                .window(Window.fromFirstStep(Duration.ofSeconds(3)));
        LeadFacts late = lead("a1", "b9", "c10", "a11");
        assertThat(taken(rules, late)).containsExactly("b9", "c10", "a11");
        assertThat(taken(rules, lead("a1", "a2", "b3"))).containsExactly("a1", "b3");
        rules.anchor(Anchor.LATEST_ENTRY);
        assertThat(taken(rules, late)).containsExactly("b9", "c10", "a11");
        assertThat(taken(rules, lead("a1", "a2", "b3"))).containsExactly("a2", "b3");
        assertThat(taken(rules.anchor(Anchor.FIRST_ENTRY), late)).containsExactly("a1");
    }

    @Test
    @DisplayName("A way that is not complete is young while any event could still begin a better one")
    void youngInAnyOrder() {
        LeadFacts two = lead("a1", "b9");
        assertThat(immature(two, 11, A, B)).isOne();
        assertThat(immature(two, 12, A, B)).isZero();
        assertThat(immature(lead("a1", "a9"), 3, A)).isOne();
        assertThat(immature(lead("a1", "a9"), 4, A)).isZero();
    }

    private static long immature(LeadFacts facts, int second, FunnelStep... steps) {
        EventFunnel funnel = new EventFunnel(FunnelSpec.of(steps)
                .order(StepOrder.ANY)
                .anchor(Anchor.EVERY_ENTRY)
                .window(Window.fromFirstStep(Duration.ofSeconds(3)))
                .build());
        return Stream.of(facts)
                .collect(funnel.collector(START.plusSeconds(second)))
                .immature();
    }

    @Test
    @DisplayName("An entry that took all steps is over, and the next event begins another")
    void overWhenComplete() {
        FunnelSpec.Builder implied = FunnelSpec.of(A, B).skip(Skip.IMPLIED).count(FunnelSpec.Unit.ENTRY);
        assertThat(taken(implied, lead("a1", "b2", "a3"))).containsExactly("a1", "b2", "a3");
        assertThat(taken(implied, lead("b2", "a3"))).containsExactly("b2", "a3");
        FunnelSpec.Builder any = FunnelSpec.of(A, B).order(StepOrder.ANY).count(FunnelSpec.Unit.ENTRY);
        assertThat(taken(any, lead("a1", "b2", "b3"))).containsExactly("a1", "b2", "b3");
    }

    @Test
    @DisplayName("Each kind of step is taken by events of its kind alone")
    void kinds() {
        FactEvent came =
                event("came", 0, new Occurrence.Submitted(Optional.of(new Stage("new")), FieldValues.EMPTY, true));
        FactEvent won = event("won", 9, new Occurrence.Converted(Optional.of(new Stage("won")), Optional.empty()));
        List<FactEvent> all = List.of(
                came,
                event("again", 1, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)),
                event("touch", 2, TOUCHED),
                event("own", 3, new Occurrence.Owned(Optional.of(new RepId("ann")))),
                event("queue", 4, new Occurrence.Owned(Optional.empty())),
                event("answer", 5, new Occurrence.Responded()),
                event("score", 6, new Occurrence.Scored(Points.of(1), Optional.empty())),
                event("lost", 7, new Occurrence.Lost(Optional.of(new Stage("gone")))),
                event("open", 8, new Occurrence.Reopened()),
                won);
        LeadFacts facts = LeadFacts.of(new LeadId("lead"), all);
        assertThat(by(FunnelStep.captured(), facts)).containsExactly("came");
        assertThat(by(FunnelStep.submitted(), facts)).containsExactly("came", "again");
        assertThat(by(FunnelStep.touched(), facts)).containsExactly("touch");
        assertThat(by(FunnelStep.touched("x"), facts)).containsExactly("touch");
        assertThat(by(FunnelStep.touched("y"), facts)).isEmpty();
        assertThat(by(FunnelStep.owned(), facts)).containsExactly("own");
        assertThat(by(FunnelStep.responded(), facts)).containsExactly("answer");
        assertThat(by(FunnelStep.lost(), facts)).containsExactly("lost");
        assertThat(by(FunnelStep.reopened(), facts)).containsExactly("open");
        assertThat(by(FunnelStep.converted(), facts)).containsExactly("won");
        assertThat(by(FunnelStep.entered(new Stage("won")), facts)).containsExactly("won");
        assertThat(by(FunnelStep.entered(new Stage("gone")), facts)).containsExactly("lost");
        assertThat(by(FunnelStep.entered(new Stage("new")), facts)).containsExactly("came");
    }

    private static FactEvent event(String id, int second, Occurrence what) {
        return new FactEvent(id, START.plusSeconds(second), what);
    }

    private static List<String> by(FunnelStep step, LeadFacts facts) {
        return facts.events().stream()
                .filter(event -> step.isTakenBy(event, facts))
                .map(FactEvent::id)
                .toList();
    }
}
