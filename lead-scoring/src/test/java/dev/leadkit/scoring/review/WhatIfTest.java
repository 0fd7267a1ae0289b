package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static dev.leadkit.lead.StandardFields.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class WhatIfTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L");
    private static final ScoringEngine ENGINE = ScoringEngine.of(ScoringModel.builder("m", "1")
            .dimension(
                    "fit",
                    fit -> fit.rule("home", field(COUNTRY).is("DE"), 10)
                            .rule("gone", field(COUNTRY).isMissing(), -7)
                            .rule("working", field(STAGE).is("working"), 4))
            .dimension(
                    "engagement",
                    engaged -> engaged.each(
                            "visits",
                            interaction("visit").filter(),
                            Worth.points(8).halfLife(Duration.ofDays(7)).cap(20)))
            .build());

    /** From Austria, with a visit at the very moment under an identifier that sorts behind others, and one tomorrow. */
    private static LeadHistory history() {
        FieldValues values = FieldValues.builder().set(COUNTRY, "AT").build();
        return LeadHistory.of(
                LEAD,
                List.of(
                        Captured.of(header("c", NOW), new Origin("form", "1", true), new Stage("new"), values),
                        visit("\u00e4~", NOW),
                        visit("~what-if", NOW.minusSeconds(5)),
                        visit("v", NOW.plusSeconds(86_400))));
    }

    private static Interacted visit(String id, Instant at) {
        return new Interacted(header(id, at), Interaction.inbound("visit"));
    }

    private static EventHeader header(String id, Instant at) {
        return new EventHeader(new EventId(id), LEAD, at, at);
    }

    private static WhatIf lead() {
        return WhatIf.of(history(), NOW);
    }

    private static Points change(WhatIf supposed) {
        WhatIf.Outcome outcome = supposed.score(ENGINE);
        assertThat(outcome.before()).isEqualTo(ENGINE.score(history(), NOW));
        assertThat(outcome.after()).isEqualTo(ENGINE.score(supposed.history(), NOW));
        assertThat(outcome.changes().stream().map(Contribution::points).reduce(Points.ZERO, Points::plus))
                .isEqualTo(outcome.change());
        return outcome.change();
    }

    @Test
    @DisplayName("Supposing nothing changes nothing")
    void nothing() {
        assertThat(change(lead())).isEqualTo(Points.ZERO);
        assertThat(lead().score(ENGINE).changes()).isEmpty();
    }

    @Test
    @DisplayName("A supposed value replaces what was told at the very moment, and can itself be replaced")
    void values() {
        assertThat(change(lead().set(COUNTRY, "DE"))).isEqualTo(Points.of(10));
        assertThat(change(lead().set(COUNTRY, "DE").clear(COUNTRY))).isEqualTo(Points.of(-7));
        assertThat(change(lead().clear(COUNTRY).set(COUNTRY, "de"))).isEqualTo(Points.of(10));
        assertThat(change(lead().stage(new Stage("working")))).isEqualTo(Points.of(4));
        assertThat(change(lead().stage(new Stage("working")).stage(new Stage("lost"))))
                .isEqualTo(Points.ZERO);
    }

    @Test
    @DisplayName("What is supposed comes after all that was told at the moment, whatever the identifiers are")
    void last() {
        FieldValues swiss = FieldValues.builder().set(COUNTRY, "CH").build();
        for (String id : List.of("~what-if", "~what-if~~", "~x", "\u00f6")) {
            LeadHistory told = history().plus(Updated.of(header(id + "~", NOW), new Origin("form", "2", true), swiss));
            WhatIf.Outcome outcome = WhatIf.of(told, NOW).set(COUNTRY, "DE").score(ENGINE);
            assertThat(outcome.change()).isEqualTo(Points.of(10));
        }
    }

    @Test
    @DisplayName("More interactions count with their age and cap, and what they change is told rule by rule")
    void more() {
        Interaction visit = Interaction.inbound("visit");
        assertThat(change(lead().did(visit, Duration.ofDays(7)))).isEqualTo(Points.of(4));
        WhatIf often = lead().did(visit, Duration.ZERO).did(visit, Duration.ZERO);
        assertThat(change(often)).isEqualTo(Points.of(4));
        assertThat(often.score(ENGINE).changes())
                .containsExactly(
                        new Contribution("engagement", "visits", Contribution.Kind.RULE, Points.of(16)),
                        new Contribution("engagement", "visits", Contribution.Kind.CAP, Points.of(-12)));
        assertThatThrownBy(() -> lead().did(visit, Duration.ofSeconds(-1)))
                .hasMessage("ago must not be negative, was PT-1S");
    }

    @Test
    @DisplayName("Interactions and events can be supposed away")
    void fewer() {
        assertThat(change(lead().without(interaction("visit").filter()))).isEqualTo(Points.of(-16));
        assertThat(change(lead().without(interaction("call").filter()))).isEqualTo(Points.ZERO);
        assertThat(change(lead().without(new EventId("\u00e4~")))).isEqualTo(Points.of(-8));
        assertThat(change(lead().without(new EventId("c")))).isEqualTo(Points.of(-7));
    }
}
