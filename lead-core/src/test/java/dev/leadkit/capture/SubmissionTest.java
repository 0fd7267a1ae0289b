package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SubmissionTest {

    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    @Property(tries = 200)
    void theOrderOfColumnsMakesNoDifference(@ForAll Map<String, String> values) {
        Map<String, String> backwards = new LinkedHashMap<>();
        new TreeMap<>(values).descendingMap().forEach(backwards::put);
        Submission one = new Submission("form", "1", Optional.of(AT), new TreeMap<>(values));
        Submission other = new Submission("form", "1", Optional.of(AT), backwards);

        assertThat(one).isEqualTo(other);
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint()).hasSize(32);
    }

    @Test
    void everyPartChangesTheFingerprint() {
        Submission base = new Submission("form", "1", Optional.of(AT), Map.of("a", "bc"));
        List<Submission> others = List.of(
                new Submission("form2", "1", Optional.of(AT), Map.of("a", "bc")),
                new Submission("form", "2", Optional.of(AT), Map.of("a", "bc")),
                new Submission("form", "1", Optional.empty(), Map.of("a", "bc")),
                new Submission("form", "1", Optional.of(AT), Map.of("ab", "c")),
                new Submission("form", "1", Optional.of(AT), Map.of("a", "bc", "d", "")),
                new Submission("form", "1", Optional.of(AT), Map.of()));

        assertThat(others).extracting(Submission::fingerprint).doesNotContain(base.fingerprint());
    }

    @Test
    void toStringHidesTheValues() {
        assertThat(new Submission("form", "secret", Optional.empty(), Map.of("mail", "jo@example.com")))
                .hasToString("Submission[form, [mail]]");
    }

    @Test
    void itsValuesAreItsOwn() {
        Map<String, String> values = new LinkedHashMap<>(Map.of("a", "b"));
        Submission submission = new Submission("form", "1", Optional.empty(), values);
        values.put("c", "d");

        assertThat(submission.values()).isEqualTo(Map.of("a", "b"));
        assertThatThrownBy(() -> submission.values().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void blankIdentityIsRefused() {
        assertThatThrownBy(() -> new Submission(" ", "1", Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Submission("form", "", Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
