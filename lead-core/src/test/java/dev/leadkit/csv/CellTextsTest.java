package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;

final class CellTextsTest {

    private final CellTexts texts = new CellTexts();

    @Property
    void aPartIsAlwaysTheTextThatIsThere(@ForAll @Size(max = 100) List<@AlphaChars String> cells) {
        for (String cell : cells) {
            String row = "x" + cell + "y";
            assertThat(texts.part(row, 1, row.length() - 1)).isEqualTo(cell);
        }
    }

    @Example
    void whatComesAgainIsTheSameObject() {
        String first = texts.part("1,Germany,2", 2, 9);
        assertThat(first).isEqualTo("Germany").isSameAs(texts.part("Germany", 0, 7));
    }

    /** "Aa" and "BB" have one hash code. */
    @Example
    void textsOfOneHashDriveEachOtherOut() {
        String first = texts.part("Aa", 0, 2);
        assertThat(texts.part("BB", 0, 2)).isEqualTo("BB");
        assertThat(texts.part("Aa,", 0, 2)).isEqualTo("Aa").isNotSameAs(first);
        assertThat(texts.part("Aab", 0, 3)).isEqualTo("Aab");
    }

    @Example
    void longTextsAreNotHeld() {
        String longest = "x".repeat(32);
        assertThat(texts.part(longest + ",", 0, 32)).isSameAs(texts.part(longest + ";", 0, 32));
        assertThat(texts.part(longest + "y,", 0, 33)).isNotSameAs(texts.part(longest + "y;", 0, 33));
    }
}
