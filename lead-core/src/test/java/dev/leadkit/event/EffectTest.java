package dev.leadkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class EffectTest {

    private static final LeadId LEAD = new LeadId("L-1");
    private static final Instant DUE = Instant.parse("2026-03-01T09:00:00Z");
    private static final EffectId ID = new EffectId("F-1");

    private static Effect mail() {
        return new Effect(
                ID,
                LEAD,
                "mail.welcome",
                DUE,
                new TreeMap<>(Map.of("template", "hello")),
                new TreeMap<>(Map.of("to", "ada@example.org")));
    }

    @Test
    @DisplayName("Redacting an effect takes what is personal and leaves the rest")
    void redacted() {
        Effect redacted = mail().redacted();
        assertThat(redacted)
                .isEqualTo(new Effect(
                        ID, LEAD, "mail.welcome", DUE, new TreeMap<>(Map.of("template", "hello")), new TreeMap<>()));
        assertThat(redacted.redacted()).isEqualTo(redacted);
    }

    @Test
    @DisplayName("An effect shows which it is and what is to be done, and no content")
    void shown() {
        assertThat(mail()).hasToString("Effect[F-1, mail.welcome]");
    }

    @Test
    @DisplayName("An effect is a copy that nobody can change")
    void immutable() {
        SortedMap<String, String> facts = new TreeMap<>(Map.of("a", "1"));
        SortedMap<String, String> personal = new TreeMap<>(Map.of("b", "2"));
        Effect effect = new Effect(ID, LEAD, "task", DUE, facts, personal);
        facts.clear();
        personal.clear();
        assertThat(effect.facts()).isEqualTo(Map.of("a", "1")).isUnmodifiable();
        assertThat(effect.personal()).isEqualTo(Map.of("b", "2")).isUnmodifiable();
    }

    @Test
    @DisplayName("An effect needs a type, an identifier, a lead and a time")
    void refused() {
        SortedMap<String, String> none = new TreeMap<>();
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect(ID, LEAD, " ", DUE, none, none));
        assertThatNullPointerException().isThrownBy(() -> new Effect(null, LEAD, "t", DUE, none, none));
        assertThatNullPointerException().isThrownBy(() -> new Effect(ID, null, "t", DUE, none, none));
        assertThatNullPointerException().isThrownBy(() -> new Effect(ID, LEAD, "t", null, none, none));
    }

    @Test
    @DisplayName("An effect's identifier is a text of 1 to 255 characters")
    void identifiers() {
        assertThat(new EffectId("x".repeat(255))).hasToString("x".repeat(255));
        assertThatIllegalArgumentException().isThrownBy(() -> new EffectId("x".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new EffectId(" "));
    }

    /** The inner and the outer hash by {@code sha256sum} over lengths and texts, as for event ids. */
    @Test
    @DisplayName("A derived identifier is the same for the same lead and content, and no other")
    void derived() {
        EffectId id = EffectId.derived(LEAD, "visit", "2026");
        assertThat(id).hasToString("F-b97fc38155c47026698e1eba0a1200ee");
        assertThat(EffectId.derived(LEAD, "visit", "2026")).isEqualTo(id);
        assertThat(EffectId.derived(LEAD, "visit2026")).isNotEqualTo(id);
        assertThat(EffectId.derived(new LeadId("L-2"), "visit", "2026")).isNotEqualTo(id);
    }
}
