package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
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

/** Looking domains up, against cutting the address at every dot. */
class DomainWordsProperties {

    /** With letters that are others in lower case, and a sign that is a plain letter then. */
    @Provide
    Arbitrary<List<String>> domains() {
        return domain().list().ofMinSize(1).ofMaxSize(30);
    }

    private static Arbitrary<String> domain() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'B', 'z', '1', '\u212a', 'k', '\u00c4', '\u00e4')
                .ofMinLength(1)
                .ofMaxLength(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(labels -> String.join(".", labels));
    }

    @Provide
    Arbitrary<Tuple2<List<String>, String>> named() {
        return domains()
                .flatMap(domains -> Arbitraries.oneOf(
                                Arbitraries.of(domains),
                                Arbitraries.of(domains).map(each -> "b." + each),
                                Arbitraries.of(domains).map(each -> "b" + each),
                                domain())
                        .map(domain -> Tuple.of(domains, "a.b@" + domain)));
    }

    @Property
    void everyNamedEndingIsToldTheShortestFirst(@ForAll("named") Tuple2<List<String>, String> drawn) {
        DomainWords words = new DomainWords();
        List<String> folded = new ArrayList<>();
        for (String domain : drawn.get1()) {
            String known = FieldType.fold(domain);
            int number = folded.contains(known) ? folded.indexOf(known) : folded.size();
            assertThat(words.add(domain, folded.size())).isEqualTo(number);
            if (number == folded.size()) {
                folded.add(known);
            }
        }
        String domain = drawn.get2().substring(drawn.get2().indexOf('@') + 1);
        List<String> labels = List.of(domain.split("[.]", -1));
        List<Integer> expected = new ArrayList<>();
        for (int first = labels.size() - 1; first >= 0; first--) {
            int number = folded.indexOf(FieldType.fold(String.join(".", labels.subList(first, labels.size()))));
            if (number >= 0) {
                expected.add(number);
            }
        }
        List<Integer> told = new ArrayList<>();

        words.find(drawn.get2(), told::add);

        assertThat(told).isEqualTo(expected);
        assertThat(words.size()).isEqualTo(folded.size());
    }

    @Property
    void aSieveLetsAllThroughThatWerePutInAndFewOthers(@ForAll long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int[] in = chance.ints(chance.nextInt(1, 2_000)).toArray();
        Sieve sieve = new Sieve();
        for (int each : in) {
            sieve.add(each);
        }

        assertThat(IntStream.of(in)).allMatch(sieve::mayHave);
        long others = chance.ints(1_000).filter(sieve::mayHave).count();
        assertThat(others).as("of 1000 others, one in 16 to 32 is expected").isLessThan(130);
        if (in.length > 64) {
            assertThat(others).as("takes no more memory than it says").isGreaterThan(8);
        }
    }

    @Test
    @DisplayName("beginnings of different domains are different, and look only so far")
    void beginnings() {
        Set<Integer> different = IntStream.range(0, 20_000)
                .mapToObj(i -> Integer.toString(i, 26) + ".example")
                .map(domain -> DomainWords.beginning("@" + domain, 1))
                .collect(Collectors.toSet());
        assertThat(different).as("of 20,000").hasSizeGreaterThan(19_900);
        assertThat(DomainWords.beginning("abcdefg", 0)).isEqualTo(DomainWords.beginning("x@ABCDEFh", 2));
        assertThat(DomainWords.beginning("abcdef", 0))
                .isNotEqualTo(DomainWords.beginning("abcdeg", 0))
                .isNotEqualTo(DomainWords.beginning("abcdefg", 0));
    }

    @Property(tries = 10)
    void anEmptySieveLetsNothingThrough(@ForAll int any) {
        assertThat(new Sieve().mayHave(any)).isFalse();
    }
}
