package dev.leadkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TouchTest {

    private static final SortedMap<String, String> NONE = new TreeMap<>();

    private static Touch touch(String name, String value) {
        return Touch.of(Map.of(name, value)).orElseThrow();
    }

    private static SortedMap<String, String> one(String name, String value) {
        return new TreeMap<>(Map.of(name, value));
    }

    @Test
    @DisplayName("Only parameters of the two lists get in, each on its side; names are compared exactly")
    void allowLists() {
        Map<String, String> link = Map.of(
                "utm_source", "google", "gclid", "Cj0K", "email", "ada@example.org", "UTM_TERM", "x", "session", "1");
        Touch touch = Touch.of(link).orElseThrow();
        assertThat(touch.tags()).isEqualTo(Map.of("utm_source", "google"));
        assertThat(touch.clickIds()).isEqualTo(Map.of("gclid", "Cj0K"));
        assertThat(Touch.of(Map.of("email", "ada@example.org"))).isEmpty();
        assertThat(Touch.of(Map.of())).isEmpty();
    }

    @Test
    @DisplayName("Every name of the lists gets in")
    void everyName() {
        Touch.TAGS.forEach(name -> assertThat(touch(name, "x")).isEqualTo(new Touch(one(name, "x"), NONE)));
        Touch.CLICK_IDS.forEach(name -> assertThat(touch(name, "x")).isEqualTo(new Touch(NONE, one(name, "x"))));
        assertThat(Touch.TAGS).doesNotContainAnyElementsOf(Touch.CLICK_IDS);
    }

    @Test
    @DisplayName("Blank parameters are left out, and blanks at the ends of others")
    void blanks() {
        assertThat(Touch.of(Map.of("utm_source", " \t ", "gclid", ""))).isEmpty();
        assertThat(touch("utm_source", " spring sale ").tags()).containsEntry("utm_source", "spring sale");
    }

    @Test
    @DisplayName("A value of 255 characters stays, a longer one is cut there, but never within a letter")
    void cut() {
        String longest = "x".repeat(255);
        assertThat(touch("utm_term", longest).tags()).containsEntry("utm_term", longest);
        assertThat(touch("gclid", longest + "y").clickIds()).containsEntry("gclid", longest);
        String letters = "x".repeat(254) + "\uD83D\uDE00";
        assertThat(touch("utm_term", letters).tags()).containsEntry("utm_term", "x".repeat(254));
        assertThat(touch("utm_term", "x".repeat(253) + "\uD83D\uDE00y").tags())
                .containsEntry("utm_term", "x".repeat(253) + "\uD83D\uDE00");
        assertThat(touch("utm_term", "x".repeat(254) + " y").tags()).containsEntry("utm_term", "x".repeat(254));
    }

    @Test
    @DisplayName(
            "Pages get in without their query and fragment, which may hold anything; a tag keeps its question mark")
    void pages() {
        assertThat(touch("landing_page", "https://example.org/a?email=ada@example.org#top")
                        .tags())
                .containsEntry("landing_page", "https://example.org/a");
        assertThat(touch("referrer", "https://example.org/a#ada@example.org").tags())
                .containsEntry("referrer", "https://example.org/a");
        assertThat(Touch.of(Map.of("referrer", "?email=ada@example.org"))).isEmpty();
        assertThat(touch("utm_content", "why?#1").tags()).containsEntry("utm_content", "why?#1");
        assertThat(touch("landing_page", "/a" + "?b=" + "x".repeat(300)).tags()).containsEntry("landing_page", "/a");
    }

    @Test
    @DisplayName("A touch cannot be made of what may not get in, and the refusal names parameters, not their values")
    void refused() {
        assertRefused(one("gclid", "x"), NONE, "gclid");
        assertRefused(NONE, one("utm_source", "x"), "utm_source");
        assertRefused(one("utm_source", " "), NONE, "utm_source");
        assertRefused(one("utm_source", "secret "), NONE, "utm_source");
        assertRefused(NONE, one("gclid", "secret".repeat(50)), "gclid");
        assertRefused(one("referrer", "/a?secret"), NONE, "referrer");
    }

    private static void assertRefused(SortedMap<String, String> tags, SortedMap<String, String> clicks, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Touch(tags, clicks))
                .withMessageContaining(named)
                .satisfies(e -> assertThat(e).message().doesNotContain("secret"));
    }

    @Test
    @DisplayName("Redacting takes the click identifiers and leaves the tags, and they are never shown")
    void redacted() {
        Touch touch = new Touch(one("utm_source", "google"), one("gclid", "Cj0K"));
        assertThat(touch.redacted()).isEqualTo(new Touch(one("utm_source", "google"), NONE));
        assertThat(touch.redacted().redacted()).isEqualTo(touch.redacted());
        assertThat(touch).hasToString("Touch{utm_source=google}");
        assertThat(new Touch(NONE, one("gclid", "Cj0K")).redacted()).isEqualTo(new Touch(NONE, NONE));
    }

    @Test
    @DisplayName("A touch is a copy that nobody can change")
    void immutable() {
        SortedMap<String, String> tags = one("utm_source", "google");
        Touch touch = new Touch(tags, NONE);
        tags.put("utm_medium", "cpc");
        assertThat(touch.tags()).isEqualTo(Map.of("utm_source", "google")).isUnmodifiable();
        assertThat(touch.clickIds()).isUnmodifiable();
        assertThat(Optional.of(touch)).isEqualTo(Touch.of(Map.of("utm_source", "google")));
    }
}
