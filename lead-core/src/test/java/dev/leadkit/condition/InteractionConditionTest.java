package dev.leadkit.condition;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Truth.FALSE;
import static dev.leadkit.condition.Truth.TRUE;
import static dev.leadkit.condition.Truth.UNKNOWN;
import static dev.leadkit.core.kit.LeadArbitraries.BEGIN;
import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class InteractionConditionTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static Interaction visit(String page) {
        return new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", page));
    }

    private static LeadHistory history(Instant at, Interaction... interactions) {
        List<Interacted> events = new ArrayList<>();
        for (Interaction interaction : interactions) {
            EventId id = new EventId("E-" + at + events.size());
            events.add(new Interacted(new EventHeader(id, LEAD, at, at), interaction));
        }
        return LeadHistory.of(LEAD, events);
    }

    private static Truth truth(Condition condition, Interaction... interactions) {
        return condition.evaluate(Facts.of(history(BEGIN, interactions), BEGIN), fault -> {});
    }

    @Test
    void countsHaveLeastAndMost() {
        Interaction call = Interaction.outbound("call");
        assertThat(truth(interaction("call").atLeast(1))).isEqualTo(FALSE);
        assertThat(truth(interaction("call").atLeast(1), call)).isEqualTo(TRUE);
        assertThat(truth(interaction("call").atLeast(2), call)).isEqualTo(FALSE);
        assertThat(truth(interaction("call").atLeast(2), call, call)).isEqualTo(TRUE);
        assertThat(truth(interaction("call").atMost(1))).isEqualTo(TRUE);
        assertThat(truth(interaction("call").atMost(1), call)).isEqualTo(TRUE);
        assertThat(truth(interaction("call").atMost(1), call, call)).isEqualTo(FALSE);
        assertThat(truth(interaction("call").none())).isEqualTo(TRUE);
        assertThat(truth(interaction("call").none(), call)).isEqualTo(FALSE);
        assertThat(truth(interaction("call").none(), visit("x"))).isEqualTo(TRUE);
    }

    @Test
    void aCountMayHaveBothEnds() {
        Condition two = new InteractionCondition(interaction().filter(), Optional.empty(), 2, OptionalInt.of(2));
        Interaction call = Interaction.outbound("call");
        assertThat(truth(two, call)).isEqualTo(FALSE);
        assertThat(truth(two, call, call)).isEqualTo(TRUE);
        assertThat(truth(two, call, call, call)).isEqualTo(FALSE);
        Condition open = new InteractionCondition(
                interaction().filter(), Optional.empty(), 2, OptionalInt.of(Integer.MAX_VALUE));
        assertThat(truth(open, call)).isEqualTo(FALSE);
        assertThat(truth(open, call, call)).isEqualTo(TRUE);
    }

    @Test
    void typesAndDirectionsAreAsAsked() {
        Interaction call = Interaction.outbound("call");
        assertThat(truth(interaction().atLeast(1), call)).isEqualTo(TRUE);
        assertThat(truth(interaction("visit", "call").atLeast(1), call)).isEqualTo(TRUE);
        assertThat(truth(interaction("visit").atLeast(1), call)).isEqualTo(FALSE);
        assertThat(truth(interaction("Call").atLeast(1), call)).isEqualTo(FALSE);
        assertThat(truth(interaction().going(Direction.OUTBOUND).atLeast(1), call))
                .isEqualTo(TRUE);
        assertThat(truth(interaction().going(Direction.INBOUND).atLeast(1), call))
                .isEqualTo(FALSE);
    }

    @Test
    void windowsIncludeBothEnds() {
        LeadHistory history = history(BEGIN, visit("x"));
        Condition lately = interaction("visit").within(DAY).atLeast(1);
        assertThat(truth(lately, history, BEGIN)).isEqualTo(TRUE);
        assertThat(truth(lately, history, BEGIN.plus(DAY))).isEqualTo(TRUE);
        assertThat(truth(lately, history, BEGIN.plus(DAY).plusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(lately, history, BEGIN.minusNanos(1))).isEqualTo(FALSE);
        assertThat(truth(interaction("visit").atLeast(1), history, BEGIN.minusNanos(1)))
                .isEqualTo(FALSE);
    }

    private static Truth truth(Condition condition, LeadHistory history, Instant asOf) {
        return condition.evaluate(Facts.of(history, asOf), fault -> {});
    }

    @Test
    void aWindowMayReachBehindTheBeginningOfTime() {
        LeadHistory history = history(EventHeader.EARLIEST, visit("x"));
        Duration longest = Duration.ofDays(36_525);
        assertThat(truth(interaction().within(longest).atLeast(1), history, EventHeader.EARLIEST))
                .isEqualTo(TRUE);
        assertThat(truth(interaction().within(DAY).atLeast(1), history, Instant.MIN))
                .isEqualTo(FALSE);
    }

    @Test
    void propertiesAreReadAsTheirTypeAndGapsDoNotCount() {
        Field<BigDecimal> minutes = Field.number("page");
        Condition five = interaction()
                .where(field(minutes).atLeast(BigDecimal.valueOf(5)))
                .atLeast(1);
        assertThat(truth(five, visit("5.0"))).isEqualTo(TRUE);
        assertThat(truth(five, visit("4"))).isEqualTo(FALSE);
        assertThat(truth(five, visit("five"))).isEqualTo(FALSE);
        assertThat(truth(five, Interaction.inbound("visit"))).isEqualTo(FALSE);
        assertThat(truth(interaction().where(field(minutes).isMissing()).atLeast(1), visit("five")))
                .isEqualTo(TRUE);
        assertThat(truth(interaction().where(field(minutes).isPresent()).atLeast(1), visit("five")))
                .isEqualTo(FALSE);
        assertThat(truth(interaction().where(field(minutes).isPresent()).atLeast(1), visit("5")))
                .isEqualTo(TRUE);
    }

    @Test
    void askingTwiceOfPropertiesAsksForBoth() {
        Field<String> page = Field.text("page");
        InteractionQuestion question = interaction()
                .where(field(page).startsWith("pri"))
                .where(field(page).contains("ing"));
        assertThat(truth(question.atLeast(1), visit("pricing"))).isEqualTo(TRUE);
        assertThat(truth(question.atLeast(1), visit("price"))).isEqualTo(FALSE);
        assertThat(truth(question.atLeast(1), visit("shipping"))).isEqualTo(FALSE);
        assertThat(question.filter().evaluate(visit("pricing"), fault -> {})).isEqualTo(TRUE);
        assertThat(question.filter().evaluate(visit("price"), fault -> {})).isEqualTo(FALSE);
    }

    @Test
    void anExpressionPastItsLimitLeavesTheCountOpenUnlessItMakesNoDifference() {
        Condition.Not none = new Condition.Not(endless().none());
        Interaction open = visit(ConditionArbitraries.TOO_LONG_A_TASK);
        assertThat(faults(endless().atLeast(1), UNKNOWN, open, open)).hasSize(1);
        assertThat(faults(none, UNKNOWN, open)).hasSize(1);
        assertThat(faults(endless().atLeast(2), FALSE, open)).hasSize(1);
        assertThat(faults(endless().atMost(1), TRUE, open)).hasSize(1);
        assertThat(faults(endless().atMost(1), UNKNOWN, open, open)).hasSize(1);
        assertThat(faults(endless().atLeast(1), TRUE, visit("!"))).isEmpty();
        assertThat(faults(endless().atLeast(1), FALSE, visit("?"))).isEmpty();
        assertThat(endless().filter().evaluate(open, fault -> {})).isEqualTo(UNKNOWN);
    }

    private static InteractionQuestion endless() {
        return interaction().where(field(Field.text("page")).matches(ConditionArbitraries.ENDLESS));
    }

    private static List<Fault> faults(Condition condition, Truth expected, Interaction... interactions) {
        List<Fault> faults = new ArrayList<>();
        assertThat(condition.evaluate(Facts.of(history(BEGIN, interactions), BEGIN), faults::add))
                .isEqualTo(expected);
        return faults;
    }

    @Test
    void aLeadWithoutHistoryHasNoInteractions() {
        Facts facts = Facts.of(Lead.builder(LEAD).build(), BEGIN);
        assertThat(facts.interactions()).isEmpty();
        assertThat(interaction().none().evaluate(facts, fault -> {})).isEqualTo(TRUE);
    }

    @Test
    void boundsOfCountsAndWindowsAreChecked() {
        InteractionFilter any = interaction().filter();
        Optional<Duration> ever = Optional.empty();
        assertThatIllegalArgumentException().isThrownBy(() -> interaction().atLeast(0));
        assertThatIllegalArgumentException().isThrownBy(() -> interaction().atMost(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionCondition(any, ever, -1, OptionalInt.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionCondition(any, ever, 2, OptionalInt.of(1)));
        InteractionQuestion never = interaction().within(Duration.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(never::none)
                .withMessage("within must be longer than nothing and at most 36525 days, was PT0S");
        assertThatIllegalArgumentException().isThrownBy(interaction().within(Duration.ofDays(-1))::none);
        assertThatIllegalArgumentException()
                .isThrownBy(interaction().within(Duration.ofDays(36_525).plusNanos(1))::none);
        assertThat(interaction().within(Duration.ofDays(36_525)).none()).isNotNull();
    }

    @Test
    void countsReadAsWords() {
        Field<String> page = Field.text("page");
        InteractionQuestion visits = interaction("visit");
        assertThat(visits.atLeast(3)).hasToString("at least 3 visit");
        assertThat(visits.within(Duration.ofDays(30)).none()).hasToString("no visit within 30 days");
        assertThat(visits.atMost(2)).hasToString("at most 2 visit");
        assertThat(interaction("b", "a").going(Direction.INBOUND).atLeast(1)).hasToString("at least 1 inbound a or b");
        assertThat(interaction().going(Direction.OUTBOUND).atLeast(1)).hasToString("at least 1 outbound interaction");
        assertThat(visits.where(field(page).is("x"))
                        .where(field(page).isPresent())
                        .atLeast(1))
                .hasToString("at least 1 visit where page is x and page is present");
        assertThat(new InteractionCondition(visits.filter(), Optional.empty(), 2, OptionalInt.of(2)))
                .hasToString("exactly 2 visit");
        assertThat(new InteractionCondition(visits.filter(), Optional.empty(), 2, OptionalInt.of(4)))
                .hasToString("at least 2 and at most 4 visit");
        assertThat(new InteractionFilter(Set.of("b", "a"), Optional.empty(), List.of()).types())
                .containsExactly("a", "b");
    }

    @Provide
    Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadArbitraries.instants();
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return ConditionArbitraries.conditions();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatHappensLaterIsNotSeen(
            @ForAll("histories") LeadHistory history,
            @ForAll("instants") Instant asOf,
            @ForAll("conditions") Condition condition) {
        Facts facts = Facts.of(history, asOf);
        Facts cut = Facts.of(history.until(asOf), asOf);
        assertThat(facts.asOf()).isEqualTo(asOf);
        assertThat(facts.lead().values()).isEqualTo(cut.lead().values());
        assertThat(facts.interactions())
                .isEqualTo(cut.interactions())
                .noneMatch(seen -> seen.occurredAt().isAfter(asOf));
        assertThat(condition.evaluate(facts, fault -> {})).isEqualTo(condition.evaluate(cut, fault -> {}));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void countingAgreesWithLookingAtEveryInteraction(
            @ForAll("histories") LeadHistory history, @ForAll("instants") Instant asOf) {
        Instant since = asOf.minus(DAY);
        long count = history.interactions().stream()
                .filter(seen -> !seen.occurredAt().isBefore(since)
                        && !seen.occurredAt().isAfter(asOf)
                        && seen.interaction().type().equals("visit"))
                .count();
        for (int n = 1; n < 5; n++) {
            assertThat(truth(interaction("visit").within(DAY).atLeast(n), history, asOf))
                    .isEqualTo(Truth.of(count >= n));
            assertThat(truth(interaction("visit").within(DAY).atMost(n), history, asOf))
                    .isEqualTo(Truth.of(count <= n));
        }
    }
}
