package dev.leadkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {

    private static final List<String> KNOWN = List.of("country", "company", "city", "email");

    @ParameterizedTest
    @CsvSource({
        "contry, country",
        "COUNTRY, country",
        "countryy, country",
        "cuontry, country",
        "cty, city",
        "comany, company",
        "EMAIL, email",
        "emial, email",
        "e-mail, email"
    })
    void findsTheNearestKnownWord(String word, String meant) {
        assertThat(Suggestion.of(word, KNOWN)).isEqualTo("Did you mean \"" + meant + "\"?");
    }

    @Test
    void ofTwoEquallyNearTheFirstByNameWhateverTheirOrder() {
        assertThat(Suggestion.of("bat", List.of("cat", "bar"))).isEqualTo("Did you mean \"bar\"?");
        assertThat(Suggestion.of("bat", List.of("bar", "cat"))).isEqualTo("Did you mean \"bar\"?");
    }

    @Test
    void nothingNearGivesTheListInOrder() {
        assertThat(Suggestion.of("zzzzzz", KNOWN)).isEqualTo("Known: city, company, country, email.");
    }

    @Test
    void threeEditsAreNearAndFourAreNot() {
        assertThat(Suggestion.of("abcdefgh", List.of("abcdexyz"))).isEqualTo("Did you mean \"abcdexyz\"?");
        assertThat(Suggestion.of("abcdefgh", List.of("abcdwxyz"))).isEqualTo("Known: abcdwxyz.");
    }

    @Test
    void aShortWordMayDifferByHalfOfIt() {
        assertThat(Suggestion.of("a", List.of("b"))).isEqualTo("Did you mean \"b\"?");
        assertThat(Suggestion.of("ab", List.of("xy"))).isEqualTo("Known: xy.");
        assertThat(Suggestion.of("abcd", List.of("abxy"))).isEqualTo("Did you mean \"abxy\"?");
        assertThat(Suggestion.of("abcd", List.of("axyz"))).isEqualTo("Known: axyz.");
    }

    @Test
    void manyKnownWordsOrNoneAreNotListed() {
        List<String> twelve =
                IntStream.range(0, 12).mapToObj(i -> "long-word-" + i).toList();
        List<String> thirteen =
                IntStream.range(0, 13).mapToObj(i -> "long-word-" + i).toList();
        assertThat(Suggestion.of("x", twelve)).startsWith("Known: long-word-0, ");
        assertThat(Suggestion.of("x", thirteen)).isEmpty();
        assertThat(Suggestion.of("x", Collections.emptyList())).isEmpty();
    }
}
