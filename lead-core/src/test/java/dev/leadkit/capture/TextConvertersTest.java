package dev.leadkit.capture;

import static dev.leadkit.capture.Converting.FAULTY;
import static dev.leadkit.capture.Converting.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldType;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextConvertersTest {

    private static final Converting TEXT = Converting.by("text", FieldType.TEXT);
    private static final Converting NAME = Converting.by("name", FieldType.TEXT);
    private static final Converting EMAIL = Converting.by("email", FieldType.EMAIL);

    @Test
    void textIsTrimmedCollapsedComposedAndWithoutControls() {
        assertThat(TEXT.text("\u00A0 Zoe\u0308\t\r\n  A\u0000l\u200B\uD800i\u202E \u3000"))
                .isEqualTo("Zo\u00EB Ali");
    }

    @Test
    void textOfInvisibleCharactersOnlyIsMissing() {
        assertThat(TEXT.text("\u200B\u0007\uFEFF")).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xAD, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF})
    void marksThatNobodySeesAreLeftOut(int mark) {
        assertThat(TEXT.text("a" + Character.toString(mark) + "b")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(ints = {'!', '~', 0x200D, 0x2010, 0x2030, 0x2065, 0x206A})
    void theirNeighboursStay(int neighbour) {
        String text = "a" + Character.toString(neighbour) + "b";

        assertThat(TEXT.text(text)).isEqualTo(text);
    }

    @Test
    void oneSpaceAtAnEndIsTrimmedToo() {
        assertThat(TEXT.text("Ann ")).isEqualTo("Ann");
        assertThat(TEXT.text(" Ann")).isEqualTo("Ann");
    }

    @Test
    void textMayBeAsLongAsTheLimitAndNoLonger() {
        assertThat(TEXT.with("longest", "3").text("abc")).isEqualTo("abc");
        assertThat(TEXT.with("longest", "3").text("abcd")).isEqualTo(FAULTY);
        assertThat(TEXT.text("a".repeat(32_767))).hasSize(32_767);
        assertThat(TEXT.text("a".repeat(32_768))).isEqualTo(FAULTY);
    }

    @Property
    void cleaningTwiceIsCleaningOnceAndLeavesNothingOdd(@ForAll String any) {
        String clean = TextConverters.clean(any);

        assertThat(TextConverters.clean(clean)).isEqualTo(clean);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(clean).doesNotContain("  ").doesNotStartWith(" ").doesNotEndWith(" ");
        assertThat(clean.codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ANNA,Anna",
                "anna maria,Anna Maria",
                "JEAN-LUC O'BRIEN,Jean-Luc O'Brien",
                "MCDONALD,McDonald",
                "mcintyre-mcadam,McIntyre-McAdam",
                "McDonald,McDonald",
                "MACMILLAN,Macmillan",
                "MCKAY,McKay",
                "MCAB,Mcab",
                "MCI,Mci",
                "LeBron,LeBron",
                "IV JONES,Iv Jones",
                "ludwig van beethoven,Ludwig van Beethoven",
                "VAN DER BERG,van der Berg",
                "DE NIRO,De Niro",
                "van,Van",
                "jones's,Jones's",
                "J.R.R. TOLKIEN,J.R.R. Tolkien",
                "JOHN SMITH III,John Smith III",
                "ISABEL INÊS,Isabel Inês",
                "İNCİ,Inci",
                "ΓΙΩΡΓΟΣ,Γιωργος",
                "李明,李明",
                "deShawn,deShawn",
                "x,X"
            })
    void nameGetsItsCapitalsBackUnlessItHasSome(String written, String meant) {
        assertThat(NAME.text(written)).isEqualTo(meant);
    }

    @Property
    void nameCaseOnlyEverChangesTheCaseOfLetters(@ForAll String any) {
        String clean = TextConverters.clean(any);
        String plain = clean.codePoints().allMatch(c -> c < 128) ? clean : "Ann";

        assertThat(NameCase.restore(plain)).isEqualToIgnoringCase(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "jo@example.com,jo@example.com",
        "Jo.Doe+x@EXAMPLE.Com,Jo.Doe+x@example.com",
        "MAILTO:jo@example.com?subject=Hi,jo@example.com",
        "Jo Doe <jo@example.com>,jo@example.com",
        "<jo@example.com>,jo@example.com",
        "o'neil@mail.co.uk,o'neil@mail.co.uk",
        "jö@exämple.de,jö@xn--exmple-cua.de",
        "mailto:jo%2Bx@example.com,jo+x@example.com",
        "mailto:jo+x@example.com,jo+x@example.com",
        "mailto:%6Ao@example.com,jo@example.com",
        "mailto:jo%zz@example.com,jo%zz@example.com",
        "jo@example.c,jo@example.c",
        "I@TITLE.IT,I@title.it"
    })
    void emailIsBareWithItsDomainInLowerCase(String written, String address) {
        assertThat(EMAIL.text(written)).isEqualTo(address);
    }

    @Test
    void emailIsComposed() {
        assertThat(EMAIL.text("jo\u0308@example.com")).isEqualTo("j\u00F6@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo",
                "jo@",
                "@example.com",
                "jo@example",
                "jo@@example.com",
                "jo doe@example.com",
                ".jo@example.com",
                "jo.@example.com",
                "jo..doe@example.com",
                "jo@-example.com",
                "jo@example-.com",
                "jo@example..com",
                "jo@example.com.",
                "jo@127.0.0.1",
                "jo@[127.0.0.1]",
                "a@b.com, c@d.com",
                "a <a@b.com> <c@d.com>",
                "a <a@b.com> c",
                "a < b <c@d.com>",
                "jo@exam\u0000ple.com"
            })
    void whatIsNoAddressIsFaulty(String written) {
        assertThat(EMAIL.text(written)).isEqualTo(FAULTY);
    }

    @Test
    void emailKeepsToTheLimitsOfItsParts() {
        assertThat(EMAIL.text("a".repeat(64) + "@example.com")).startsWith("aaa");
        assertThat(EMAIL.text("a".repeat(65) + "@example.com")).isEqualTo(FAULTY);
        assertThat(EMAIL.text("a@" + "b".repeat(63) + ".com")).startsWith("a@b");
        assertThat(EMAIL.text("a@" + "b".repeat(64) + ".com")).isEqualTo(FAULTY);
        assertThat(EMAIL.text("a@" + "b.".repeat(200) + "com")).isEqualTo(FAULTY);
    }

    @Test
    void emailOfAnAwkwardLengthIsDecidedQuickly() {
        assertThat(EMAIL.text("a".repeat(100_000) + "@")).isEqualTo(FAULTY);
        assertThat(EMAIL.text("a@" + "a-".repeat(120) + "!")).isEqualTo(FAULTY);
    }

    @Property
    void emailNeverThrows(@ForAll String any) {
        assertThat(EMAIL.text(any + "@x.org")).isNotNull();
    }
}
