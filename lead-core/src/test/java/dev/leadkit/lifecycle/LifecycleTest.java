package dev.leadkit.lifecycle;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lifecycle.StandardStages.CONTACTED;
import static dev.leadkit.lifecycle.StandardStages.CONVERTED;
import static dev.leadkit.lifecycle.StandardStages.LOST;
import static dev.leadkit.lifecycle.StandardStages.MQL;
import static dev.leadkit.lifecycle.StandardStages.NEW;
import static dev.leadkit.lifecycle.StandardStages.OPPORTUNITY;
import static dev.leadkit.lifecycle.StandardStages.RECYCLED;
import static dev.leadkit.lifecycle.StandardStages.SQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LifecycleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Lifecycle STANDARD = Lifecycle.standard();

    private static Facts in(Stage stage) {
        return Facts.of(lead(stage).build(), NOW);
    }

    private static Lead.Builder lead(Stage stage) {
        return Lead.builder(new LeadId("L-1")).stage(stage, NOW.minus(Duration.ofDays(10)));
    }

    private static List<String> refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict)
                .faults().stream().map(Fault::toString).toList();
    }

    private static LifecycleBuilder small() {
        return Lifecycle.builder().open(NEW).open(MQL).won(CONVERTED).lost(LOST).allow(NEW, CONVERTED);
    }

    @Test
    void theFunnelIsTheOpenStagesAndThenTheWonOneWhereverItWasDeclared() {
        assertThat(STANDARD.funnel()).containsExactly(NEW, CONTACTED, MQL, SQL, OPPORTUNITY, CONVERTED);
        Lifecycle wonFirst = Lifecycle.builder()
                .won(CONVERTED)
                .lost(LOST)
                .open(NEW)
                .allow(NEW, CONVERTED)
                .allow(NEW, LOST)
                .build();
        assertThat(wonFirst.funnel()).containsExactly(NEW, CONVERTED);
        assertThat(wonFirst.initial()).isEqualTo(NEW);
        assertThat(wonFirst.won()).isEqualTo(CONVERTED);
        assertThat(wonFirst.lost()).isEqualTo(LOST);
    }

    @Test
    void everyOpenStageOfTheStandardOneLeadsForwardToConvertedAndOutWithAReason() {
        List<Stage> steps = STANDARD.funnel();
        for (int i = 0; i < steps.size() - 1; i++) {
            for (int j = 0; j < steps.size(); j++) {
                Verdict verdict = STANDARD.move(in(steps.get(i)), steps.get(j), "");
                assertThat(verdict instanceof Verdict.Allowed)
                        .as("%s to %s", steps.get(i), steps.get(j))
                        .isEqualTo(j > i);
            }
            for (Stage out : List.of(RECYCLED, LOST)) {
                assertThat(STANDARD.move(in(steps.get(i)), out, "no budget"))
                        .isEqualTo(new Verdict.Allowed(steps.get(i), out));
                assertThat(refused(STANDARD.move(in(steps.get(i)), out, " ")))
                        .containsExactly("reason: must be given for " + steps.get(i) + " -> " + out + ", was missing");
            }
        }
    }

    @Test
    void recyclingIsAMoveOfItsOwnAndTheOnlyWayBack() {
        assertThat(STANDARD.move(in(RECYCLED), MQL, "")).isEqualTo(new Verdict.Allowed(RECYCLED, MQL));
        assertThat(STANDARD.move(in(LOST), RECYCLED, "called again")).isEqualTo(new Verdict.Allowed(LOST, RECYCLED));
        assertThat(refused(STANDARD.move(in(LOST), MQL, "x")))
                .containsExactly("stage: must be one that lost leads to, was \"mql\". From lost: recycled.");
        assertThat(refused(STANDARD.move(in(CONVERTED), LOST, "x")))
                .containsExactly(
                        "stage: must be one that converted leads to, was \"lost\". Nothing follows converted.");
    }

    @Test
    void aStageThatIsNotInTheTableIsNamedWithWhatWasProbablyMeant() {
        assertThat(refused(STANDARD.move(in(NEW), new Stage("mqll"), "")))
                .containsExactly("stage: must be a stage of the lifecycle, was \"mqll\". Did you mean \"mql\"?");
        assertThat(refused(STANDARD.move(in(new Stage("old")), MQL, "")))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"old\"");
        assertThat(refused(
                        STANDARD.move(Facts.of(Lead.builder(new LeadId("L-1")).build(), NOW), MQL, "")))
                .containsExactly("stage: must be known, was missing. The lead was not captured by then.");
    }

    @Test
    void aGuardMustBeTrueAndUnknownIsNotEnoughAndAllReasonsAreTold() {
        Lifecycle guarded = small().allow(Transition.of(NEW, LOST).withReason())
                .allow(Transition.of(NEW, MQL)
                        .when(field(StandardFields.COUNTRY).is("DE"))
                        .withReason())
                .build();
        Facts german = Facts.of(lead(NEW).set(StandardFields.COUNTRY, "DE").build(), NOW);
        Facts french = Facts.of(lead(NEW).set(StandardFields.COUNTRY, "FR").build(), NOW);
        assertThat(guarded.move(german, MQL, "fits")).isEqualTo(new Verdict.Allowed(NEW, MQL));
        assertThat(refused(guarded.move(french, MQL, "")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("reason: "))
                .anyMatch(line -> line.endsWith(", was false"));
        assertThat(refused(guarded.move(in(NEW), MQL, "x")))
                .hasSize(1)
                .first()
                .asString()
                .endsWith(", was unknown");
    }

    @Test
    void aRestBetweenMovesIsAGuardOnTheTimeInTheStage() {
        Duration rest = Duration.ofDays(10);
        Lifecycle resting = small().allow(NEW, LOST)
                .allow(Transition.of(NEW, MQL)
                        .when(field(StandardFields.STAGE_SINCE).atLeastAgo(rest)))
                .build();
        assertThat(resting.move(in(NEW), MQL, "")).isInstanceOf(Verdict.Allowed.class);
        assertThat(resting.move(Facts.of(lead(NEW).build(), NOW.minusSeconds(1)), MQL, ""))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aTableWithManyMistakesIsRefusedOnceWithAllOfThem() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> Lifecycle.builder()
                        .open(NEW)
                        .open(NEW)
                        .open(MQL)
                        .won(CONVERTED)
                        .won(SQL)
                        .allow(NEW, CONVERTED)
                        .allow(NEW, CONVERTED)
                        .allow(NEW, NEW)
                        .allow(NEW, new Stage("mqll"))
                        .build());
        assertThat(refused.faults().stream().map(Fault::toString))
                .containsExactly(
                        "stages[1]: must be declared once, was \"new\"",
                        "stages: must be exactly one won stage, was 2",
                        "stages: must be exactly one lost stage, was none",
                        "transitions[1]: must be declared once, was \"new -> converted\"",
                        "transitions[2]: must be between two different stages, was \"new -> new\"",
                        "transitions[3].to: must be a declared stage, was \"mqll\". Did you mean \"mql\"?",
                        "stages[2]: must be reachable from the first open stage, was \"mql\"",
                        "stages[4]: must be reachable from the first open stage, was \"sql\"");
    }

    @Test
    void anEmptyTableIsRefused() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> Lifecycle.builder().build());
        assertThat(refused.faults()).hasSize(3);
    }
}
