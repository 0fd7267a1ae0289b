package dev.leadkit.condition.index;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leadkit.condition.Condition;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An encoded lead")
final class EncodedLeadTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Interaction CALL = Interaction.inbound("call");

    private static ConditionIndex<Condition> index() {
        return ConditionIndex.<Condition>builder(
                        List.of(field(StandardFields.COUNTRY).is("DE")), condition -> condition)
                .keepFacts(true)
                .build();
    }

    @Test
    @DisplayName("stays as it was when its record goes on, and shows what had happened by the moment")
    void keeps() {
        ConditionIndex<Condition> index = index();
        LeadRecord record = index.record();
        record.set(index.slot(StandardFields.COUNTRY), "DE");
        record.interaction(CALL, NOON.minusSeconds(60)).interaction(CALL, NOON);
        EncodedLead encoded = record.encode();
        record.interaction(CALL, NOON.plusSeconds(1));
        record.set(index.slot(StandardFields.COUNTRY), "FR");
        Evaluation evaluation = index.evaluation();

        evaluation.of(encoded, NOON.minusSeconds(1));
        assertThat(evaluation.entries()).isEqualTo(1);
        assertThat(evaluation.facts().interactions())
                .extracting(Interacted::occurredAt)
                .containsExactly(NOON.minusSeconds(60));
        assertThat(evaluation.facts().lead().get(StandardFields.COUNTRY)).contains("DE");

        evaluation.of(encoded, NOON.plusSeconds(60));
        assertThat(evaluation.facts().interactions()).hasSize(2);
        evaluation.of(record, NOON.plusSeconds(60));
        assertThat(evaluation.entries()).isZero();
        assertThat(evaluation.facts().interactions()).hasSize(3);
        assertThat(encoded).hasToString("EncodedLead[2 interactions]");
    }

    @Test
    @DisplayName("is refused by another index")
    void ofAnother() {
        EncodedLead encoded = index().record().encode();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index().evaluation().of(encoded, NOON))
                .withMessageContaining("for another");
    }

    @Test
    @DisplayName("tells no facts unless the index keeps them")
    void withoutFacts() {
        ConditionIndex<Condition> index =
                ConditionIndex.of(List.of(field(StandardFields.COUNTRY).is("DE")), condition -> condition);
        Evaluation evaluation = index.evaluation();
        evaluation.of(index.record().encode(), NOON);
        assertThatIllegalStateException().isThrownBy(evaluation::facts).withMessageContaining("keepFacts");
        evaluation.of(index.record(), NOON);
        assertThatIllegalStateException().isThrownBy(evaluation::facts).withMessageContaining("keepFacts");
    }

    @Test
    @DisplayName("is forgotten with all that holds of it, as if nothing had been asked")
    void forgotten() {
        ConditionIndex<Condition> index = ConditionIndex.of(
                List.of(
                        field(StandardFields.COUNTRY).is("DE"),
                        interaction("call").atLeast(1)),
                condition -> condition);
        LeadRecord record = index.record();
        record.set(index.slot(StandardFields.COUNTRY), "DE").interaction(CALL, NOON);
        Evaluation evaluation = index.evaluation();
        assertThat(evaluation.entries()).isZero();
        evaluation.of(record.encode(), NOON);
        assertThat(evaluation.entries()).isEqualTo(2);
        evaluation.forget();
        assertThat(evaluation.entries()).isZero();
        assertThat(evaluation.found().size()).isZero();
    }
}
