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
    void itsLengthIsThatOfAllItsTexts() {
        Submission map = new Submission("form", "17", Optional.of(AT), Map.of("abc", "12345", "d", "67"));
        Header header = Header.of(List.of("abc", "d"));

        assertThat(map.length()).isEqualTo(4 + 2 + 3 + 5 + 1 + 2);
        assertThat(new Submission("form", "17", Optional.of(AT), header.row(List.of("12345", "67"))).length())
                .isEqualTo(map.length());
    }

    @Test
    void oneTextMoreMakesAnother() {
        Submission before = new Submission("form", "1", Optional.of(AT), Map.of("a", "b", "c", "d"));

        assertThat(before.with("c", "e"))
                .isEqualTo(new Submission("form", "1", Optional.of(AT), Map.of("a", "b", "c", "e")));
        assertThat(before.with("f", "g").values()).isEqualTo(Map.of("a", "b", "c", "d", "f", "g"));
        assertThat(before.values()).isEqualTo(Map.of("a", "b", "c", "d"));
    }

    @Test
    void blankIdentityIsRefused() {
        assertThatThrownBy(() -> new Submission(" ", "1", Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Submission("form", "", Optional.empty(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
