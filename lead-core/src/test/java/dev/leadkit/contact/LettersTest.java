package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldType;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LettersTest {

    @ParameterizedTest
    @DisplayName("are the same however it is written")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Jean-Luc O'Brien,jeanlucobrien",
                "M\u00DCLLER,muller",
                "Mu\u0308ller,muller",
                "Stra\u00DFe,strasse",
                "\u1E9E,ss",
                "\u00D8rsted \u00C6gir \u0152uvre,orstedaegiroeuvre",
                "\u0141\u00F3d\u017A,lodz",
                "\u0110or\u0111e,dorde",
                "\u00DE\u00F3r Gu\u00F0r\u00FAn,thorgudrun",
                "\u0130stanbul I\u015F\u0131k,istanbulisik",
                "\u00C5ngstr\u00F6m,angstrom",
                "Nguy\u1EC5n,nguyen",
                "\u0429\u0435\u0440\u0431\u0430\u043A\u043E\u0432,shcherbakov",
                "\u0427\u0410\u0419\u041A\u041E\u0412\u0421\u041A\u0418\u0419,chaikovskii",
                "\u0421\u043E\u043B\u0436\u0435\u043D\u0438\u0446\u044B\u043D\u044C,solzhenitsyn",
                "\u041F\u043E\u0434\u044A\u0451\u043C,podieem",
                "\u0407\u0432\u0433\u0435\u043D,ivgen",
                "\u03A0\u03B1\u03C0\u03B1\u03B4\u03CC\u03C0\u03BF\u03C5\u03BB\u03BF\u03C2,papadopoulos",
                "\u03A0\u0391\u03A0\u0391\u0394\u039F\u03A0\u039F\u03A5\u039B\u039F\u03A3,papadopoulos",
                "\u039C\u03C5\u03C4\u03B9\u03BB\u03AE\u03BD\u03B7,mytilini",
                "\uFF21\uFF23\uFF2D\uFF25\u3000\uFF11\uFF12,acme12",
                "\u0661\u0662\u0663,123",
                "3M & Co.,3mco",
                "\u674E\u660E,\u674E\u660E",
                "\u30AB\u3099,\u30AC",
                "\uD55C\uAD6D,\uD55C\uAD6D",
                "\u0939\u093F\u0928\u094D\u0926\u0940,\u0939\u093F\u0928\u094D\u0926\u0940",
                "\uFB01\uFB01,fifi",
                "A\u200BB\uD800C,abc"
            })
    void areTheSame(String written, String letters) {
        assertThat(Letters.of(written)).isEqualTo(letters);
    }

    @ParameterizedTest
    @DisplayName("have no accents, to the ends of the blocks of accents; the letters beside those stay")
    @ValueSource(ints = {0x300, 0x36F, 0x483, 0x487, 0x1AB0, 0x1ACE, 0x1DC0, 0x1DFF, 0x20D0, 0x20F0, 0xFE20, 0xFE2F})
    void haveNoAccents(int accent) {
        assertThat(Letters.of("x" + Character.toString(accent) + "y")).isEqualTo("xy");
    }

    @Test
    @DisplayName("stay beside the blocks of accents")
    void stayBesideAccents() {
        assertThat(Letters.of("x\u0370y")).isEqualTo("x\u0371y");
        assertThat(Letters.of("x\u0482\u048Ay")).isEqualTo("x\u048By");
        assertThat(Letters.of("x\u1E00y")).isEqualTo("xay");
        assertThat(Letters.of("x\u0940y")).isEqualTo("x\u0940y");
    }

    @Property
    @Label("are letters, marks and digits alone, and are their own letters")
    void areLettersAlone(@ForAll String any) {
        String letters = Letters.of(any);

        assertThat(Letters.of(letters)).isEqualTo(letters);
        assertThat(letters.codePoints())
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    @Property
    @Label("do not depend on case and form")
    void doNotDependOnCaseAndForm(@ForAll String any) {
        String apart = Normalizer.normalize(any, Normalizer.Form.NFD);

        assertThat(Letters.of(apart)).isEqualTo(Letters.of(any));
        assertThat(Letters.of(FieldType.fold(apart))).isEqualTo(Letters.of(any));
    }
}
