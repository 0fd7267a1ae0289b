package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.contact.LegalForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looking companies up, against making the key of each. */
class CompanyWordsProperties {

    private static Arbitrary<String> company() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars('a', 'b', 'Z', '0', '9', '&', '.', '\'', '\u00e4', '\u00df', '\u212a')
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> part = Arbitraries.oneOf(
                word, Arbitraries.of("GmbH", "OOO", "Inc.", "& Co. KG", "The", "and", "Ltd", "ab", "abZ09abZ"));
        return part.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(parts -> between().list().ofSize(parts.size()).map(signs -> {
                    StringBuilder name = new StringBuilder(parts.get(0));
                    IntStream.range(1, parts.size())
                            .forEach(i -> name.append(signs.get(i)).append(parts.get(i)));
                    return name.toString();
                }));
    }

    private static Arbitrary<String> between() {
        return Arbitraries.of(" ", ",", ", ", "/", "(", ")", ") ", "-", "\t", ".", "\u00a0", " - ");
    }

    @Provide
    Arbitrary<Tuple2<List<String>, String>> named() {
        return company()
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .flatMap(companies -> Arbitraries.oneOf(
                                Arbitraries.of(companies),
                                Arbitraries.of(companies)
                                        .flatMap(each -> between().map(sign -> "OOO" + sign + each)),
                                Arbitraries.of(companies)
                                        .map(each -> "The " + each.toUpperCase(Locale.ROOT) + ", Inc."),
                                company())
                        .map(company -> Tuple.of(companies, company)));
    }

    @Property(tries = 3_000)
    void whoseKeyIsNamedIsFoundAndNobodyElse(@ForAll("named") Tuple2<List<String>, String> drawn) {
        CompanyWords words = new CompanyWords();
        List<String> keys = new ArrayList<>();
        for (String company : drawn.get1()) {
            String key = LegalForms.standard().key(company);
            if (!key.isEmpty()) {
                int number = keys.contains(key) ? keys.indexOf(key) : keys.size();
                assertThat(words.add(key)).isEqualTo(number);
                if (number == keys.size()) {
                    keys.add(key);
                }
            }
        }

        assertThat(words.size()).isEqualTo(keys.size());
        assertThat(words.find(drawn.get2()))
                .isEqualTo(keys.indexOf(LegalForms.standard().key(drawn.get2())));
    }

    private static String word(SplittableRandom chance, int least) {
        StringBuilder word = new StringBuilder();
        chance.ints(chance.nextInt(least, 10), 'a', 'z' + 1).forEach(letter -> word.append((char) letter));
        return word.toString();
    }

    @Test
    @DisplayName("of strangers most are known as such without their key")
    void strangers() {
        SplittableRandom chance = new SplittableRandom(7);
        CompanyWords words = new CompanyWords();
        IntStream.range(0, 500).forEach(i -> words.add(word(chance, 5) + word(chance, 5)));
        long asked = IntStream.range(0, 1_000)
                .mapToObj(i -> word(chance, 3) + "-" + word(chance, 3) + " Limited")
                .filter(words::mayBeNamed)
                .count();

        assertThat(asked)
                .as("of 1,000 names of three words, each let through by one of 16 to 32")
                .isBetween(40L, 200L);
        assertThat(new CompanyWords().mayBeNamed("acme")).isFalse();
        assertThat(words.mayBeNamed("ac\u00e4me"))
                .as("letters that are written otherwise in a key")
                .isTrue();
    }
}
