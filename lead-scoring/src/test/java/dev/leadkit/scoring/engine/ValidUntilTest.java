package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.scoring.engine.Leads.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A score is due at the very instant at which it can change, not sooner")
final class ValidUntilTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static ScoringEngine engine(Worth worth) {
        return ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension("e", d -> d.each("visits", interaction("visit").filter(), worth))
                .build());
    }

    private static Optional<Instant> due(Worth worth, Leads lead) {
        return engine(worth).validUntil(lead.history(), NOW);
    }

    private static Leads visited(int... daysAgo) {
        Leads lead = Leads.blank();
        for (int days : daysAgo) {
            lead.did("visit", Duration.ofDays(days));
        }
        return lead;
    }

    @Test
    @DisplayName("where an interaction falls out of its window, the oldest that still counts first")
    void windows() {
        Worth lately = Worth.points(1).within(Duration.ofDays(3));
        Instant end = NOW.plus(DAY).plusNanos(1);
        Leads lead = visited(2, 1);
        assertThat(due(lately, lead)).contains(end);
        LeadHistory history = lead.history();
        assertThat(engine(lately).total(history, end))
                .isNotEqualTo(engine(lately).total(history, NOW));
        assertThat(engine(lately).total(history, end.minusNanos(1)))
                .isEqualTo(engine(lately).total(history, NOW));
        assertThat(due(lately, visited(3))).contains(NOW.plusNanos(1));
    }

    @Test
    @DisplayName("never where nothing counts any more, nothing happened, or only the fields are asked")
    void never() {
        Worth lately = Worth.points(1).within(Duration.ofDays(3));
        assertThat(due(lately, visited(4))).isEmpty();
        assertThat(due(lately, Leads.blank())).isEmpty();
        assertThat(due(Worth.points(1), visited(1))).isEmpty();
        assertThat(due(Worth.points(1).halfLife(DAY), visited(70))).isEmpty();
        assertThat(due(Worth.points(0).halfLife(DAY), visited(1))).isEmpty();
        ScoringModel plain = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("a", always(), 1)
                                .rule("b", field(StandardFields.CITY).isPresent(), 1))
                .build();
        assertThat(ScoringEngine.of(plain).validUntil(visited(1).history(), NOW))
                .isEmpty();
    }

    @Test
    @DisplayName("not for interactions that are too many to count")
    void most() {
        assertThat(due(Worth.points(1).within(Duration.ofDays(3)).most(1), visited(2, 1)))
                .contains(NOW.plus(Duration.ofDays(2)).plusNanos(1));
    }

    @Test
    @DisplayName("where age takes the next thousandth of a point")
    void decay() {
        Worth fading = Worth.points(-8).halfLife(DAY);
        Leads lead = visited(1, 2);
        Instant due = due(fading, lead).orElseThrow();
        ScoringEngine engine = engine(fading);
        LeadHistory history = lead.history();
        assertThat(due).isAfter(NOW).isBefore(NOW.plus(Duration.ofMinutes(1)));
        assertThat(engine.total(history, due)).isGreaterThan(engine.total(history, NOW));
        assertThat(engine.total(history, due.minusMillis(1))).isEqualTo(engine.total(history, NOW));
    }

    @Test
    @DisplayName("at the next midnight where calendar days count, and where a condition grows old")
    void days() {
        assertThat(due(Worth.points(1).days(2), Leads.blank())).contains(Instant.parse("2026-11-23T00:00:00Z"));
        ScoringModel aging = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("old", field(StandardFields.CAPTURED_AT).atLeastAgo(Duration.ofDays(401)), 1))
                .build();
        assertThat(ScoringEngine.of(aging).validUntil(Leads.blank().history(), NOW))
                .contains(NOW.plus(DAY));
    }

    private static Optional<Instant> due(Rule rule) {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "e",
                        d -> d.each(
                                        "visits",
                                        interaction("visit").filter(),
                                        Worth.points(1).within(Duration.ofDays(3)))
                                .custom("own", "own", Map.of()))
                .build();
        return ScoringEngine.of(model, RuleRegistry.EMPTY.with("own", with -> rule))
                .validUntil(visited(2).history(), NOW);
    }

    @Test
    @DisplayName("when a custom rule says, at the latest; at once where it does not say, says what is past, or fails")
    void code() {
        Instant window = NOW.plus(DAY).plusNanos(1);
        assertThat(due(facts -> RuleResult.NOTHING.forever())).contains(window);
        assertThat(due(facts -> RuleResult.NOTHING.until(window.plusNanos(1)))).contains(window);
        assertThat(due(facts -> RuleResult.NOTHING.until(window.minusNanos(1)))).contains(window.minusNanos(1));
        assertThat(due(facts -> RuleResult.NOTHING)).contains(NOW);
        assertThat(due(facts -> RuleResult.NOTHING.until(NOW.minus(DAY)))).contains(NOW);
        assertThat(due(facts -> {
                    throw new IllegalStateException();
                }))
                .contains(NOW);
    }

    @Test
    @DisplayName("never where each custom rule says that only events change it, and at the soonest of what they say")
    void codes() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("e", d -> d.custom("one", "one", Map.of()).custom("other", "other", Map.of()))
                .build();
        RuleRegistry one = RuleRegistry.EMPTY.with("one", with -> facts -> RuleResult.NOTHING.forever());
        RuleRegistry never = one.with("other", with -> facts -> RuleResult.NOTHING.forever());
        RuleRegistry soon = one.with("other", with -> facts -> RuleResult.NOTHING.until(NOW.plus(DAY)));
        LeadHistory lead = visited(1).history();
        assertThat(ScoringEngine.of(model, never).validUntil(lead, NOW)).isEmpty();
        assertThat(ScoringEngine.of(model, soon).validUntil(lead, NOW)).contains(NOW.plus(DAY));
    }

    @Test
    @DisplayName("where a date comes near enough, at its moment, and just behind it")
    void datesAhead() {
        Field<Instant> end = Field.instant("contractEnd");
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.rule("ends", field(end).atMostAhead(Duration.ofDays(60)), 9))
                .build());
        Instant ends = NOW.plus(Duration.ofDays(61));
        LeadHistory lead =
                Leads.with(FieldValues.builder().set(end, ends).build()).history();
        Instant near = NOW.plus(DAY);
        assertThat(engine.validUntil(lead, NOW)).contains(near);
        assertThat(engine.total(lead, near.minusNanos(1))).isEqualTo(Points.ZERO);
        assertThat(engine.total(lead, near)).isEqualTo(Points.of(9));
        assertThat(engine.validUntil(lead, near)).contains(ends.plusNanos(1));
        assertThat(engine.total(lead, ends)).isEqualTo(Points.of(9));
        assertThat(engine.total(lead, ends.plusNanos(1))).isEqualTo(Points.ZERO);
        assertThat(engine.validUntil(lead, ends.plusNanos(1))).isEmpty();
    }

    /** An expression may have failed on a text that leaves the window: then another one may be read. */
    @Test
    @DisplayName("where any interaction leaves the window of a rule that asks by an expression")
    void expressions() {
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension(
                        "e",
                        d -> d.each(
                                "jobs",
                                interaction("visit")
                                        .where(field(Field.text("page")).matches("/jobs/.*"))
                                        .filter(),
                                Worth.points(1).within(Duration.ofDays(3))))
                .build());
        Leads lead = Leads.blank()
                .did(new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", "/prices")), DAY);
        assertThat(engine.validUntil(lead.history(), NOW))
                .contains(NOW.plus(Duration.ofDays(2)).plusNanos(1));
    }
}
