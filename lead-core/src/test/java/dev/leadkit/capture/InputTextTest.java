package dev.leadkit.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Text from outside")
final class InputTextTest {

    private static final String EURO_AND_FACE = "a\u20AC\ud83d\ude00";

    private static String whole(Reader from, int longest, Faults faults) throws IOException {
        return InputText.whole(from, longest, "body", faults);
    }

    @Test
    @DisplayName("is decoded, and tells which bytes were none of the encoding")
    void decoded() throws IOException {
        byte[] bytes = {'a', (byte) 0xE9, 'b'};
        Faults faults = new Faults();
        assertThat(whole(InputText.of(new ByteArrayInputStream(bytes), ISO_8859_1), 9, faults))
                .isEqualTo("a\u00E9b");
        String broken = whole(InputText.of(new ByteArrayInputStream(bytes), UTF_8), 9, faults);
        assertThat(broken).startsWith("a").endsWith("b").hasSize(3);
        assertThat(InputText.isText(broken)).isFalse();
        assertThat(faults.list()).isEmpty();
    }

    @Test
    @DisplayName("is read from a file")
    void opened(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("leads"), EURO_AND_FACE, UTF_8);
        Faults faults = new Faults();
        try (Reader text = InputText.open(file, UTF_8)) {
            assertThat(whole(text, 9, faults)).isEqualTo(EURO_AND_FACE);
        }
        assertThat(faults.list()).isEmpty();
    }

    @Test
    @DisplayName("may be as long as the limit and no longer, and is not read to its end then")
    void longest() throws IOException {
        Faults faults = new Faults();
        String most = "x".repeat(20_000);
        assertThat(whole(new StringReader(most), 20_000, faults)).isEqualTo(most);
        assertThat(faults.list()).isEmpty();

        StringReader huge = new StringReader("x".repeat(100_000));
        assertThat(whole(huge, 20_000, faults).length()).isBetween(20_001, 40_000);
        assertThat(faults.list()).containsExactly(new Fault("body", "at most 20000 characters", "longer"));
        assertThat(huge.read()).isEqualTo('x');
    }

    @Test
    @DisplayName("is text if it has whole characters and no NUL")
    void text() {
        assertThat(InputText.fault(EURO_AND_FACE, "a")).isEmpty();
        assertThat(InputText.isText(EURO_AND_FACE + "b\ud83d\ude00")).isTrue();
        assertThat(InputText.isText("")).isTrue();
        for (String broken : new String[] {
            "\ud83d", "ab\ud83d", "\ude00a", "\ud83da", "\ude00\ud83d", "\ud83d\ude00\ude00", "a\udc00b"
        }) {
            assertThat(InputText.isText(broken)).isFalse();
            assertThat(InputText.fault(broken, "row"))
                    .contains(new Fault(
                            "row",
                            "text in the stated encoding",
                            "bytes that are no text",
                            "Perhaps the file has another encoding."));
        }
        for (String broken : new String[] {"\0", "a\0b"}) {
            assertThat(InputText.isText(broken)).isFalse();
            assertThat(InputText.fault(broken, "row")).map(Fault::value).contains("text with NUL characters");
        }
    }
}
