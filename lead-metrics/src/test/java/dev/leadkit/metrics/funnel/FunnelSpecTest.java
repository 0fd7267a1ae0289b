package dev.leadkit.metrics.funnel;

import static dev.leadkit.metrics.funnel.FunnelArbitraries.A;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.B;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.C;
import static dev.leadkit.metrics.funnel.FunnelArbitraries.X;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class FunnelSpecTest {

    private static List<String> faults(FunnelSpec.Builder rules) {
        try {
            rules.build();
            return List.of();
        } catch (RefusedException refused) {
            return refused.faults().stream().map(Fault::path).toList();
        }
    }

    @Test
    @DisplayName("Rules that contradict each other are refused with all their paths at once")
    void contradictions() {
        FunnelSpec.Builder rules = FunnelSpec.of(A, B)
                .order(StepOrder.ANY)
                .skip(Skip.IMPLIED)
                .anchor(Anchor.EVERY_ENTRY)
                .count(FunnelSpec.Unit.ENTRY)
                .window(Window.perStep(Duration.ZERO))
                .ties(Ties.grace(Duration.ofSeconds(-1)))
                .exclude(new Exclusion(A, 2, 2));
        assertThat(faults(rules))
                .containsExactly(
                        "$.skip",
                        "$.ties.grace",
                        "$.ties",
                        "$.ties",
                        "$.anchor",
                        "$.count",
                        "$.window.length",
                        "$.window.from",
                        "$.exclusions[0]",
                        "$.exclusions[0].what",
                        "$.exclusions[0]");
    }

    @Test
    @DisplayName("Each contradiction alone is refused, and what is near it is not")
    void each() {
        assertThat(faults(FunnelSpec.of())).containsExactly("$.steps");
        assertThat(faults(FunnelSpec.of(Collections.nCopies(31, A)))).containsExactly("$.steps");
        assertThat(faults(FunnelSpec.of(Collections.nCopies(30, A)))).isEmpty();
        assertThat(faults(FunnelSpec.of(A, B, A).ties(Ties.grace(Duration.ZERO))))
                .containsExactly("$.steps");
        assertThat(faults(FunnelSpec.of(A, B).skip(Skip.ANY))).containsExactly("$.skip");
        assertThat(faults(FunnelSpec.of(A, B).order(StepOrder.STRICT).skip(Skip.IMPLIED)))
                .containsExactly("$.skip");
        assertThat(faults(FunnelSpec.of(A, B).order(StepOrder.STRICT).ties(Ties.grace(Duration.ofSeconds(1)))))
                .containsExactly("$.ties");
        assertThat(faults(FunnelSpec.of(A, B).order(StepOrder.ANY).skip(Skip.ANY)))
                .isEmpty();
        assertThat(faults(
                        FunnelSpec.of(A, B).order(StepOrder.ANY).skip(Skip.ANY).anchor(Anchor.LATEST_ENTRY)))
                .containsExactly("$.anchor");
        assertThat(faults(FunnelSpec.of(A, B).order(StepOrder.ANY).anchor(Anchor.LATEST_ENTRY)))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B)
                        .order(StepOrder.ANY)
                        .anchor(Anchor.LATEST_ENTRY)
                        .count(FunnelSpec.Unit.ENTRY)))
                .containsExactly("$.count");
        assertThat(faults(FunnelSpec.of(A, B).anchor(Anchor.EVERY_ENTRY).count(FunnelSpec.Unit.ENTRY)))
                .containsExactly("$.count");
        assertThat(faults(FunnelSpec.of(A, B).maturedOnly())).containsExactly("$.matured");
        assertThat(faults(FunnelSpec.of(A, B).window(Window.fromFirstStep(Duration.ofDays(36_525)))))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).window(Window.fromFirstStep(Duration.ofDays(36_526)))))
                .containsExactly("$.window.length");
        assertThat(faults(FunnelSpec.of(A, B, C).exclude(new Exclusion(X, 2, 3))))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B, C).exclude(new Exclusion(X, 0, 3))))
                .containsExactly("$.exclusions[0]");
        assertThat(faults(FunnelSpec.of(A, B, C).exclude(new Exclusion(X, 2, 4))))
                .containsExactly("$.exclusions[0]");
        assertThat(faults(FunnelSpec.of(A, B, C).order(StepOrder.ANY).exclude(X)))
                .containsExactly("$.exclusions[0]");
    }

    @Test
    @DisplayName("A refusal says the rule, the value and what to do")
    void message() {
        assertThatThrownBy(() -> FunnelSpec.of(A, B).maturedOnly().build())
                .isInstanceOf(RefusedException.class)
                .hasMessage("funnel has 1 fault:\n"
                        + "  $.matured: must be false without a window, was true. Without one, nothing is ever over.");
    }

    private static List<String> messages(FunnelSpec.Builder rules) {
        try {
            rules.build();
            return List.of();
        } catch (RefusedException refused) {
            return refused.faults().stream().map(Fault::toString).toList();
        }
    }

    @Test
    @DisplayName("Lengths may be 100 years and no nanosecond more; grace may be nothing, a window may not")
    void lengths() {
        Duration longest = Duration.ofDays(36_525);
        assertThat(faults(FunnelSpec.of(A, B).ties(Ties.grace(longest)))).isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).ties(Ties.grace(longest.plusNanos(1)))))
                .containsExactly("$.ties.grace");
        assertThat(faults(FunnelSpec.of(A, B).ties(Ties.grace(Duration.ZERO)))).isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).window(Window.perStep(Duration.ofNanos(1)))))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).window(Window.perStep(Duration.ofNanos(-1)))))
                .containsExactly("$.window.length");
        assertThat(faults(FunnelSpec.of(A, B).window(Window.perStep(longest.plusNanos(1)))))
                .containsExactly("$.window.length");
        assertThat(faults(FunnelSpec.of(A, B).maturedOnly().window(Window.perStep(longest))))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).ties(Ties.grace(Duration.ZERO)).anchor(Anchor.EVERY_ENTRY)))
                .containsExactly("$.ties");
        assertThat(faults(FunnelSpec.of(A, B).count(FunnelSpec.Unit.ENTRY).anchor(Anchor.EPISODE)))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).count(FunnelSpec.Unit.ENTRY).anchor(Anchor.LATEST_ENTRY)))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).skip(Skip.IMPLIED).anchor(Anchor.EPISODE)))
                .isEmpty();
        assertThat(faults(FunnelSpec.of(A, B).skip(Skip.IMPLIED).window(Window.perStep(longest))))
                .containsExactly("$.window.from");
    }

    @Test
    @DisplayName("A refusal of what skipping means says what fits the order")
    void skips() {
        assertThat(messages(FunnelSpec.of(A, B).skip(Skip.ANY)))
                .containsExactly("$.skip: must be strict or implied with order sequential, was any."
                        + " For steps that count by themselves, choose order any.");
        assertThat(messages(FunnelSpec.of(A, B).order(StepOrder.STRICT).skip(Skip.ANY)))
                .containsExactly("$.skip: must be strict with order strict, was any");
        assertThat(messages(FunnelSpec.of(A, B).order(StepOrder.ANY).skip(Skip.IMPLIED)))
                .containsExactly("$.skip: must be strict or any with order any, was implied");
        assertThat(messages(FunnelSpec.of(A, B).exclude(new Exclusion(A, 1, 2))))
                .containsExactly("$.exclusions[0].what: must be something other than the steps, was a");
    }

    @Test
    @DisplayName("The definition names every rule")
    void definition() {
        FunnelSpec spec = FunnelPreset.MIXPANEL_REENTRY
                .steps(A, B)
                .exclude(X)
                .maturedOnly()
                .build();
        assertThat(new EventFunnel(spec).definition().id())
                .isEqualTo("lead.funnel.events/1?steps=a,b&order=sequential&skip=strict&ties=grace:PT2S"
                        + "&anchor=latest_entry&count=lead&window=PT168H&exclude=touched:x(1-2)&scope=interval"
                        + "&matured=true&resolution=PT1S");
        assertThat(FunnelPreset.POSTHOG.steps(A, B).build().id())
                .isEqualTo("steps=a,b&order=sequential&skip=strict&ties=by_step&anchor=latest_entry&count=lead"
                        + "&window=PT336H&exclude=&scope=whole_funnel&matured=false&resolution=PT1S");
        assertThat(FunnelPreset.WINDOW_FUNNEL.steps(A, B).build().id())
                .isEqualTo("steps=a,b&order=sequential&skip=strict&ties=by_event_id&anchor=every_entry&count=lead"
                        + "&window=PT336H&exclude=&scope=interval&matured=false&resolution=PT1S");
        assertThat(FunnelPreset.HUBSPOT_ALL
                        .steps(A)
                        .window(Window.perStep(Duration.ofDays(1)))
                        .build()
                        .id())
                .contains("anchor=first_entry")
                .contains("skip=strict&")
                .contains("window=PT24H/step");
        assertThat(FunnelPreset.MIXPANEL_DEFAULT.steps(A).build().id()).contains("anchor=first_entry");
    }
}
