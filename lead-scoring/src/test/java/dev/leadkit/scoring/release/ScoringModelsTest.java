package dev.leadkit.scoring.release;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.ModelRef;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScoringModelsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ModelRef ONE = new ModelRef("b2b", "1");
    private static final ModelRef TWO = new ModelRef("b2b", "2");

    private static ScoringModel model(String version, long points) {
        return ScoringModel.builder("b2b", version)
                .dimension("fit", d -> d.rule("any", always(), points))
                .build();
    }

    private static ScoringModels drafts() {
        return ScoringModels.NONE.draft(model("1", 5), NOW, "grace").draft(model("2", 6), NOW, "grace");
    }

    /** The models in which version 1 is in a phase. */
    private static ScoringModels in(Phase phase) {
        return switch (phase) {
            case DRAFT -> drafts();
            case SHADOW -> drafts().shadow(ONE, NOW, "ada");
            case ACTIVE -> drafts().activate(ONE, NOW, "ada");
            case RETIRED -> drafts().activate(ONE, NOW, "ada").retire(ONE, NOW, "ada");
        };
    }

    @Test
    @DisplayName("of a name one version is active: the next one retires it, and the way back is open")
    void oneActive() {
        ScoringModels first = in(Phase.ACTIVE);
        assertThat(first.active("b2b")).contains(model("1", 5));
        ScoringModels second = first.activate(TWO, NOW.plusSeconds(1), "ada");
        assertThat(second).hasToString("[b2b/1 retired, b2b/2 active]");
        assertThat(second.activate(ONE, NOW, "ada")).hasToString("[b2b/1 active, b2b/2 retired]");
        assertThat(second.active("b2c")).isEmpty();
        assertThat(first).hasToString("[b2b/1 active, b2b/2 draft]");
        assertThat(second.log().subList(3, 5))
                .containsExactly(
                        new Transition(model("1", 5).ref(), Phase.RETIRED, NOW.plusSeconds(1), "ada"),
                        new Transition(model("2", 6).ref(), Phase.ACTIVE, NOW.plusSeconds(1), "ada"));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void onlyDocumentedStepsAreTaken(Phase from) {
        Set<Phase> allowed = switch (from) {
            case DRAFT -> Set.of(Phase.SHADOW, Phase.ACTIVE);
            case SHADOW -> Set.of(Phase.ACTIVE, Phase.RETIRED);
            case ACTIVE -> Set.of(Phase.SHADOW, Phase.RETIRED);
            case RETIRED -> Set.of(Phase.SHADOW, Phase.ACTIVE);
        };
        ScoringModels models = in(from);
        check(allowed.contains(Phase.SHADOW), Phase.SHADOW, () -> models.shadow(ONE, NOW, "ada"));
        check(allowed.contains(Phase.ACTIVE), Phase.ACTIVE, () -> models.activate(ONE, NOW, "ada"));
        check(allowed.contains(Phase.RETIRED), Phase.RETIRED, () -> models.retire(ONE, NOW, "ada"));
    }

    private static void check(boolean allowed, Phase to, java.util.function.Supplier<ScoringModels> step) {
        if (allowed) {
            assertThat(step.get().in("b2b", to)).contains(model("1", 5));
        } else {
            assertThatIllegalArgumentException().isThrownBy(step::get).withMessageContaining("b2b/1");
        }
    }

    @Test
    void aDraftCanBeReplacedAndDiscardedAndNothingElseCan() {
        assertThat(drafts().draft(model("1", 9), NOW, "grace").releases().get(0))
                .isEqualTo(new Release(model("1", 9), Phase.DRAFT));
        assertThat(drafts().discard(ONE)).hasToString("[b2b/2 draft]");
        ScoringModels shadowed = in(Phase.SHADOW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shadowed.draft(model("1", 9), NOW, "grace"))
                .withMessage("version must be a new one or a draft, was shadow: b2b/1."
                        + " Give the changed model another version.");
        assertThatIllegalArgumentException().isThrownBy(() -> shadowed.discard(ONE));
    }

    @Test
    void aScoresModelIsFoundByItsHash() {
        assertThat(drafts().find(model("1", 5).ref())).contains(model("1", 5));
        assertThat(drafts().find(ONE)).contains(model("1", 5));
        assertThat(drafts().find(model("1", 9).ref())).isEmpty();
        assertThat(drafts().find(new ModelRef("b2b", "3"))).isEmpty();
    }

    @Test
    void aDraftThatWasReplacedIsNotActivatedByItsOldHash() {
        ScoringModels replaced = drafts().draft(model("1", 9), NOW, "grace");
        assertThat(replaced.activate(model("1", 9).ref(), NOW, "ada").active("b2b"))
                .contains(model("1", 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replaced.activate(model("1", 5).ref(), NOW, "ada"))
                .withMessage("content must be that of the hash, was another: b2b/1."
                        + " The draft was replaced meanwhile; look at it again, or leave the hash out.");
    }

    @Test
    void anUnknownVersionIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drafts().activate(new ModelRef("b2b", "22"), NOW, "ada"))
                .withMessage("version must be a known one, was b2b/22. Did you mean \"b2b/2\"?");
        assertThatIllegalArgumentException().isThrownBy(() -> drafts().activate(ONE, NOW, " "));
    }

    @Test
    void whatAHostKeptIsRestored() {
        ScoringModels models = in(Phase.ACTIVE);
        ScoringModels again = ScoringModels.restored(models.releases(), models.log());
        assertThat(again.releases()).isEqualTo(models.releases());
        assertThat(again.log()).isEqualTo(models.log());
        Release one = new Release(model("1", 5), Phase.ACTIVE);
        Release two = new Release(model("2", 5), Phase.ACTIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringModels.restored(List.of(one, two), List.of()))
                .withMessage("one version of b2b must be active, was [b2b/1, b2b/2]");
        assertThatIllegalArgumentException().isThrownBy(() -> ScoringModels.restored(List.of(one, one), List.of()));
    }
}
