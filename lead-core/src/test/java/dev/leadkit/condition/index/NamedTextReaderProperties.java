package dev.leadkit.condition.index;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short cuts by which a named text is found, against folding the text and looking it up. */
final class NamedTextReaderProperties {

    private static final Field<String> FIELD = Field.text("field");

    /** Letters whose case has a trap; among them some that fold to others here, or to more than one. */
    private static final String[] LETTERS = {
        "a", "A", "b", "B", "i", "I", "k", "K", "s", "S", "ss", "SS", "t", "n", "Z", "@", "`", "[", "{", "0", " ",
        "\u0000", "~", "\u007F", "\u0080", "ß", "ẞ", "ſ", "ſt", "İ", "ı", "\u212A", "å", "Å", "\u212B", "Σ", "σ", "ς",
        "\u0301", "\u0307", "\u0345", "ﬁ", "ﬀ", "ŉ", "ΐ", "ǅ", "\u01C4", "É", "é", "Ω", "\u2126", "😀", "𐐀", "𐐨",
        "\uD83D", "\uDE00"
    };

    /** Texts that fold to the same one, as a list of pairs. */
    private static final String[][] ALIKE = {
        {"k", "\u212A"},
        {"s", "ſ"},
        {"ss", "ß"},
        {"ß", "ẞ"},
        {"i\u0307", "İ"},
        {"i", "ı"},
        {"σ", "ς"},
        {"fi", "ﬁ"},
        {"å", "\u212B"}
    };

    /** Texts that conditions name, and one to be looked for. */
    record Case(List<String> named, String text) {}

    @Provide
    Arbitrary<Case> cases() {
        return texts().list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .flatMap(named -> Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of(named).flatMap(NamedTextReaderProperties::near)),
                                Tuple.of(1, texts()))
                        .map(text -> new Case(named, text)));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, letters(LETTERS.length).ofMaxSize(7).map(parts -> String.join("", parts))),
                Tuple.of(2, letters(18).ofMaxSize(7).map(parts -> String.join("", parts))),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        letters(18).ofSize(2),
                                        letters(LETTERS.length).ofMaxSize(3),
                                        letters(18).ofSize(2))
                                .as((start, middle, end) ->
                                        String.join("", start) + String.join("", middle) + String.join("", end))));
    }

    private static ListArbitrary<String> letters(int first) {
        return Arbitraries.integers().between(0, first - 1).map(i -> LETTERS[i]).list();
    }

    /** The text itself, in another case, with another letter somewhere, one letter less or one more. */
    private static Arbitrary<String> near(String text) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, text.length());
        Arbitrary<String> letters = Arbitraries.of(LETTERS);
        return Arbitraries.oneOf(
                Arbitraries.of(
                        text,
                        text.toUpperCase(Locale.ROOT),
                        text.toLowerCase(Locale.ROOT),
                        text.toUpperCase(Locale.forLanguageTag("tr")),
                        FieldType.fold(text),
                        FieldType.fold(text).toUpperCase(Locale.ROOT)),
                Arbitraries.of(ALIKE).map(pair -> text.replace(pair[0], pair[1])),
                Arbitraries.of(ALIKE).map(pair -> text.replace(pair[1], pair[0])),
                places.map(at -> flipped(text, at)),
                Combinators.combine(places, letters)
                        .as((at, letter) -> text.substring(0, at) + letter + text.substring(at)),
                Combinators.combine(places, letters)
                        .as((at, letter) ->
                                text.substring(0, at) + letter + text.substring(Math.min(text.length(), at + 1))),
                places.map(at -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1))));
    }

    private static String flipped(String text, int at) {
        if (at == text.length()) {
            return text;
        }
        String letter = text.substring(at, at + 1);
        String upper = letter.toUpperCase(Locale.ROOT);
        return text.substring(0, at)
                + (upper.equals(letter) ? letter.toLowerCase(Locale.ROOT) : upper)
                + text.substring(at + 1);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    @Label("every text is in the cell that folding it and looking it up finds")
    void everyTextIsInTheCellOfItsFoldedForm(@ForAll("cases") Case named) {
        int expected = expected(named);
        Statistics.label("named").collect(expected != TextDomain.OTHER).coverage(part -> {
            part.check(true).percentage(share -> share > 20);
            part.check(false).percentage(share -> share > 20);
        });
        Domain.Reader<String> reader = reader(named.named());
        assertThat(reader.cell(named.text()).code).isEqualTo(expected);
        assertThat(((Domain.TextCells) reader).text(named.text()).code).isEqualTo(expected);
    }

    /** Codes are given to the folded texts in their order. */
    private static int expected(Case named) {
        List<String> keys =
                named.named().stream().map(FieldType::fold).distinct().sorted().toList();
        int place = keys.indexOf(FieldType.fold(named.text()));
        return place < 0 ? TextDomain.OTHER : TextDomain.OTHER + 1 + place;
    }

    private static Domain.Reader<String> reader(List<String> named) {
        List<FieldTest> tests = new ArrayList<>();
        named.forEach(text -> tests.add(field(FIELD).is(text).test()));
        TextDomain<String> domain = new TextDomain<>(FIELD, tests, false);
        CellTable cells =
                new CellTable.Plan(domain.codes()).table(new Lanes(0, new int[0], new long[0]), 0, domain.matched());
        Domain.Reader<String> reader = domain.reader(cells);
        assertThat(reader).isInstanceOf(NamedTextReader.class);
        return reader;
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "straße, STRASSE, true",
        "Strasse, straße, true",
        "ſ, S, true",
        "\u212A, k, true",
        "as\u212Aia, ASKIA, true",
        "ab\u0130ab, abiab, false",
        "ab\u0131ab, abIab, true",
        "ab\uFB01ab, abFIab, true",
        "ΣΑΣ, σας, true",
        "ab@ab, ab`ab, false",
        "[a, {a, false",
        "a, A, true",
        "a, aa, false",
        "'', a, false",
        "a, '', false",
        "'', '', true",
        "abc, abd, false",
        "abcde, abde, false"
    })
    void textsAreTheSameButForTheirCase(String named, String text, boolean same) {
        assertThat(reader(List.of(named)).cell(text).code == TextDomain.OTHER + 1)
                .isEqualTo(same);
        assertThat(reader(List.of(text)).cell(named).code == TextDomain.OTHER + 1)
                .isEqualTo(same);
    }
}
