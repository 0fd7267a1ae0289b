package dev.leadkit.enrichment;

import static dev.leadkit.enrichment.Scene.INDUSTRY;
import static dev.leadkit.enrichment.Scene.found;
import static dev.leadkit.enrichment.Scene.industry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.enrichment.EnrichmentAnswer.Found;
import dev.leadkit.enrichment.EnrichmentAnswer.Unavailable;
import dev.leadkit.enrichment.EnrichmentPolicy.Filling;
import dev.leadkit.enrichment.Scene.Scripted;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class EnrichmentPartsTest {

    @Test
    @DisplayName("All that is wrong with the providers is told at once")
    void faults() {
        Scene scene = new Scene();
        Scripted unnamed = new Scripted("a b", Set.of(INDUSTRY), question -> found("x"));
        Scripted idle = new Scripted("acme", Set.of(), question -> found("x"));
        Scripted greedy = new Scripted("acme", Set.of(StandardFields.OWNER), question -> found("x"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> scene.asking(unnamed, idle, greedy).build())
                .satisfies(e -> assertThat(e.faults())
                        .extracting(Object::toString)
                        .containsExactly(
                                "enrichers[0].name: must be a letter and up to 63 letters, digits, '_', '-' or '.',"
                                        + " was \"a b\"",
                                "enrichers[1].fills: must be at least one field, was none",
                                "enrichers[2].name: must be a name that no other provider has, was \"acme\"",
                                "enrichers[2].fills: must be fields that the library does not keep itself,"
                                        + " was \"owner\""));
    }

    @Test
    @DisplayName("A budget counts down to nothing and never below; an unlimited one does not end")
    void budgets() {
        Budget two = Budget.of(2);
        assertThat(two.take("a")).isTrue();
        assertThat(two.take("b")).isTrue();
        assertThat(two.take("a")).isFalse();
        assertThat(two.take("a")).isFalse();
        two.giveBack("a");
        assertThat(two.take("b")).isTrue();
        assertThat(two.take("b")).isFalse();
        assertThat(Budget.of(0).take("a")).isFalse();
        Budget endless = Budget.unlimited();
        endless.giveBack("a");
        assertThat(endless.take("a")).isTrue();
        assertThat(endless.take("a")).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Budget.of(-1))
                .withMessage("budget must be from 0 up, was -1");
    }

    @Test
    @DisplayName("A policy has spans that are positive and end")
    void policies() {
        EnrichmentPolicy standard = EnrichmentPolicy.standard();
        assertThat(standard)
                .isEqualTo(new EnrichmentPolicy(
                        Filling.EMPTY_ONLY, Duration.ofDays(90), Duration.ofHours(1), Duration.ofSeconds(10)));
        Duration hour = Duration.ofHours(7);
        assertThat(standard.filling(Filling.REPLACE_LESS_SURE)
                        .askAgainAfter(hour)
                        .retryAfter(hour.plusHours(1))
                        .timeout(hour.plusHours(2)))
                .isEqualTo(new EnrichmentPolicy(Filling.REPLACE_LESS_SURE, hour, hour.plusHours(1), hour.plusHours(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.askAgainAfter(Duration.ZERO))
                .withMessage("ask again after must be positive and at most 36500 days, was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.retryAfter(Duration.ofSeconds(-1)))
                .withMessageStartingWith("retry after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.timeout(EnrichmentPolicy.LONGEST.plusNanos(1)))
                .withMessageStartingWith("timeout");
        assertThat(standard.timeout(EnrichmentPolicy.LONGEST).timeout()).isEqualTo(EnrichmentPolicy.LONGEST);
    }

    @Test
    @DisplayName("An answer clears nothing and is 0 to 100 percent sure of what it has")
    void answers() {
        assertThat(Found.of(industry("steel")).confidence()).isEmpty();
        assertThat(Found.of(industry("steel"), 100).confidence()).containsExactly(Map.entry("industry", 100));
        assertThat(Found.of(industry("steel"), 0).confidence()).containsExactly(Map.entry("industry", 0));
        for (int wrong : new int[] {-1, 101}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Found.of(industry("steel"), wrong))
                    .withMessage("confidence must be from 0 to 100 and of a field with a value, was industry=" + wrong);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Found(industry("steel"), new TreeMap<>(Map.of("city", 50))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Found.of(FieldValues.builder().clear("industry").build()))
                .withMessage("answer must clear nothing, cleared [industry]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unavailable(Optional.of(Duration.ZERO)))
                .withMessage("try again after must be positive and at most 36500 days, was PT0S");
    }

    @Test
    @DisplayName("A question wants something")
    void questions() {
        Lead lead = Lead.builder(new LeadId("L-1")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new EnrichmentQuestion(lead, new TreeSet<>(Comparator.comparing(Field::name)), Scene.NOW))
                .withMessage("question must want at least one field, wanted none");
    }
}
