package dev.leadkit.condition;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundedPatternTest {

    private static Truth find(BoundedPattern pattern, String text, List<Fault> faults) {
        Steps steps = new Steps(BoundedPattern.MOST_STEPS);
        return assertTimeoutPreemptively(ofSeconds(20), () -> pattern.find("title", text, steps, faults::add));
    }

    private static Truth find(String regex, String text) {
        return find(BoundedPattern.of(regex), text, new ArrayList<>());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a?b+[c-e]*f{2}g{1,3}h{1,}$",
                "(?i)(vp|vice president|chief)\\b.*(sales|marketing)?",
                "(^|\\s)foo(\\s|$)",
                "(?<year>\\d{4})-(?:0[1-9]|1[0-2])",
                "a*?b+?c??d*+e++f?+g{2}?h{2}+",
                "(?=.*\\d)(?!.*\\s)(?>ab|a)c",
                "[^\\]\\[a-z&&[^x]]+\\p{L}\\P{Lu}\\x{41}\\u0041\\x41\\0101\\t\\N{DIGIT ONE}",
                "\\Aa\\b\\Bc\\b{g}d\\Z",
                "(?i:a|b|)c|",
                "(?s-i)x(?m)y",
                "a{0}b{1000}c{0,1000}",
                "(ab?)+(c?d)*",
                "(\\w++\\s)+",
                "(\\w+\\s)++",
                "((?>a+)b)*",
                "((a+)++b)+",
                "((?=a+)b)*",
                "(\\d+\\.){3}\\d+",
                "(a+b){10}c*",
                "((a+b){5}c){2}",
                "(a{1,11}b)*",
                "(a+){0}b",
                "(a{2}b){11,}",
                "(a+)?b+",
                "[a[b-d[e]]&&[^c]]",
                "}]&\\R\\X\\h"
            })
    void whatPeopleWriteIsAccepted(String regex) {
        assertThat(BoundedPattern.of(regex).regex()).isEqualTo(regex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "((){1000}){1000} ; repetition of what cannot be empty, was of what can",
                "(?:){1000000000} ; repetition of what cannot be empty, was of what can",
                "(a*)* ; repetition of what cannot be empty, was of what can",
                "(a?b?)? ; repetition of what cannot be empty, was of what can",
                "(a|b?)+ ; repetition of what cannot be empty, was of what can",
                "(a{0,3}){2} ; repetition of what cannot be empty, was of what can",
                "^* ; repetition of what cannot be empty, was of what can",
                "$+ ; repetition of what cannot be empty, was of what can",
                "(?:\\b|\\B|x){3} ; alternatives of which at most one can be empty, was more",
                "\\b{3} ; repetition of what cannot be empty, was of what can",
                "(?=a)* ; repetition of what cannot be empty, was of what can",
                "(?!a){3} ; repetition of what cannot be empty, was of what can",
                "(?i){3} ; repetition of what cannot be empty, was of what can",
                "(?:|)x ; alternatives of which at most one can be empty, was more",
                "a*|b* ; alternatives of which at most one can be empty, was more",
                "(a+)+$ ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(x+x+)+y ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(a{2,}b)* ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(?<n>(?i:a*b|c)d)*? ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(?:(a+b)?c)+ ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(a+b){11} ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(a+b){2,} ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(a{1,1000})+$ ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "((a+b){5}){3} ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "(b++a+)+ ; no repetition without end within another, or a possessive one as in (a++b)+, was one",
                "a{1001} ; at most 1000 repetitions, was more",
                "a{1,1001} ; at most 1000 repetitions, was more",
                "a{2147483647} ; at most 1000 repetitions, was more",
                "a{2}{1000} ; one repetition at a time, was two",
                "a{2}+{3} ; one repetition at a time, was two",
                "{3} ; repetition behind what it repeats, was of nothing",
                "a|{3} ; repetition behind what it repeats, was of nothing",
                "(?<=a)b ; without look-behind, was (?<=",
                "(?<!a)b ; without look-behind, was (?<!",
                "(a)\\1 ; without back-references, was \\1",
                "(?<n>a)\\k<n> ; without back-references, was \\k",
                "(?x)a b ; without the flag x, was (?x)",
                "(?ix:a) ; without the flag x, was (?x)",
                "\\Qa.b\\E ; a backslash before each special character, was \\Q",
                "[\\Q]\\E] ; a backslash before each special character, was \\Q",
                "\\cA ; a backslash before each special character, was \\c",
                "[]a] ; a backslash before a plain ], was none",
                "[^]a] ; a backslash before a plain ], was none",
                "[a[]b]] ; a backslash before a plain ], was none"
            })
    void whatCountingCouldNotStopIsRefused(String regex, String why) {
        Pattern.compile(regex);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedPattern.of(regex))
                .withMessageStartingWith("regular expression must have " + why + " before index ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(a ; at index 2: Unclosed group", "[a ; at index 1: Unclosed character class"})
    void whatTheJdkRefusesIsRefusedInItsWords(String regex, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedPattern.of(regex))
                .withMessage("regular expression must be valid, was wrong " + why);
    }

    @Test
    void aLongExpressionIsRefused() {
        assertThat(BoundedPattern.of("a".repeat(500)).regex()).hasSize(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedPattern.of("a".repeat(501)))
                .withMessage("regular expression must have at most 500 characters, had 501");
    }

    @Test
    void backtrackingWithoutEndGivesUnknownAndOneFaultWithoutTheText() {
        List<Fault> faults = new ArrayList<>();
        String regex = "a?".repeat(30) + "a".repeat(30) + "b";
        assertThat(find(BoundedPattern.of(regex), "a".repeat(40), faults)).isEqualTo(Truth.UNKNOWN);
        assertThat(faults)
                .containsExactly(
                        new Fault(
                                "title",
                                "matched against /" + regex + "/ within the limit of steps",
                                "text of 40 characters that needs more",
                                "Simplify the expression: alternatives that begin alike, such as (a|ab)+, take exponential time."));
    }

    @Test
    void theLimitOfStepsIsExact() {
        BoundedPattern pattern = BoundedPattern.of("^aaa");
        List<Fault> faults = new ArrayList<>();
        assertThat(pattern.find("p", "aaa", new Steps(3), faults::add)).isEqualTo(Truth.TRUE);
        assertThat(faults).isEmpty();
        assertThat(pattern.find("p", "aaa", new Steps(2), faults::add)).isEqualTo(Truth.UNKNOWN);
        assertThat(faults).hasSize(1);
    }

    @Test
    void aLongTextIsNotMatched() {
        List<Fault> faults = new ArrayList<>();
        BoundedPattern pattern = BoundedPattern.of("a");
        assertThat(find(pattern, "b".repeat(1_000), faults)).isEqualTo(Truth.FALSE);
        assertThat(faults).isEmpty();
        assertThat(find(pattern, "a".repeat(1_001), faults)).isEqualTo(Truth.UNKNOWN);
        assertThat(faults)
                .containsExactly(new Fault(
                        "title",
                        "of at most 1000 characters to be matched against /a/",
                        "text of 1001 characters",
                        "Ask what it contains or begins with: that has no limit."));
    }

    @Test
    void theLongestTextFitsOnAnOrdinaryStack() {
        assertThat(find("^(?:a|b)*c", "a".repeat(1_000))).isEqualTo(Truth.FALSE);
        assertThat(find("^(?:a|b)*$", "a".repeat(1_000))).isEqualTo(Truth.TRUE);
    }

    @Test
    void aStackThatOverflowsGivesUnknown() {
        String deep = "^" + "(".repeat(120) + "a|b" + ")".repeat(120) + "*c";
        List<Fault> faults = new ArrayList<>();
        assertThat(find(BoundedPattern.of(deep), "a".repeat(1_000), faults)).isEqualTo(Truth.UNKNOWN);
        assertThat(faults).hasSize(1);
    }

    @Test
    void whatIsHardToCompileIsCompiledOrRefusedAtOnce() {
        for (String regex : List.of(
                "(".repeat(249) + "a" + ")".repeat(249),
                "[".repeat(249) + "a" + "]".repeat(249),
                "(?:a|".repeat(60) + "b" + ")++".repeat(60),
                "(?:".repeat(80) + "a" + "b)?".repeat(80),
                "(?=".repeat(120) + "a" + ")".repeat(120),
                "[a&&" + "[^b]&&".repeat(80) + "c]",
                "[\\x{0}-\\x{10FFFF}&&" + "[\\p{L}\\p{N}]".repeat(30) + "]",
                "(?iu)" + "\\N{LATIN SMALL LETTER A}".repeat(19))) {
            assertThat(find(regex, "a".repeat(1_000))).isNotNull();
        }
    }

    @Test
    void equalByItsText() {
        assertThat(BoundedPattern.of("a"))
                .isEqualTo(BoundedPattern.of("a"))
                .hasSameHashCodeAs(BoundedPattern.of("a"))
                .isNotEqualTo(BoundedPattern.of("b"))
                .isNotEqualTo("a")
                .hasToString("a");
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?>", "(?i)", "(?x)", "[", "]", "[^", "&&", "|", "?",
                        "*", "+", "{3}", "{9}", "{1000}", "{0,9}", "^", "$", "\\b", "\\1", "\\Q", "\\E", "\\c", "\\",
                        "a", "b", ".", "-", "\\w", "}", "{", "#", " ", "\\x{61}", "\\p{L}", "\\R", "\\X", "\\G")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3000)
    void anyExpressionIsRefusedOrEndsSoonWithTheAnswerOfTheJdk(@ForAll("expressions") String regex) {
        BoundedPattern pattern;
        try {
            pattern = BoundedPattern.of(regex);
        } catch (IllegalArgumentException refused) {
            return;
        }
        for (String text : List.of("", "ab", "aaaaaaaaaaaab baaaaab", "a".repeat(60))) {
            Truth truth = find(pattern, text, new ArrayList<>());
            if (truth != Truth.UNKNOWN) {
                assertThat(truth)
                        .isEqualTo(Truth.of(Pattern.compile(regex).matcher(text).find()));
            }
        }
    }
}
