package dev.leadkit.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Mapping;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A web form")
final class WebFormTest {

    private static final WebForm FORM = WebForm.standard();

    private static List<String> faults(WebForm form, String body) {
        return catchThrowableOfType(RefusedException.class, () -> form.body(body)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @Test
    @DisplayName("becomes a submission by a mapping of its fields, as docs/capture.md shows")
    void example() throws IOException {
        // docs: web form
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .externalId("form_id")
                .columns(
                        ColumnRule.of("email", "email").asRequired(),
                        ColumnRule.of("company", "company"),
                        ColumnRule.of("interest", "source"))
                .build();
        Map<String, String> fields = WebForm.standard()
                .body("form_id=f-17&email=jo%40example.com&company=&interest=Demo&interest=Pricing+list");
        Mapped mapped = mapping.map(mapping.submission("contact form", "unknown", fields));
        // end

        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.values().text("email")).contains("jo@example.com");
        assertThat(mapped.values().text("company")).isEmpty();
        assertThat(mapped.values().text("source")).contains("Demo; Pricing list");
        assertShown(Path.of("src/test/java/dev/leadkit/form/WebFormTest.java"));
    }

    private static void assertShown(Path source) throws IOException {
        String text = Files.readString(source);
        String code = text.substring(text.indexOf("// docs: web form\n") + 18, text.indexOf("        // end\n"))
                .indent(-8);
        assertThat(Files.readString(Path.of("../docs/capture.md"))).contains(code);
    }

    @Test
    @DisplayName("is decoded: plus and escapes, in the order of its fields")
    void decoding() {
        assertThat(FORM.body("name=J%c3%BCrgen+M&e=%F0%9F%98%80%21&raw=\u00FC&a%26b=1%3D2=3"))
                .containsExactly(
                        entry("name", "J\u00FCrgen M"),
                        entry("e", "\uD83D\uDE00!"),
                        entry("raw", "\u00FC"),
                        entry("a&b", "1=2=3"));
        assertThatThrownBy(() -> FORM.body("a=1").put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("tells absent from blank, and drops white space around names")
    void absentAndBlank() {
        assertThat(FORM.body("&&a&b=&+c+=+&")).containsExactly(entry("a", ""), entry("b", ""), entry("c", " "));
        assertThat(FORM.body("")).isEmpty();
    }

    @Test
    @DisplayName("joins repeated fields without the blank ones, or takes the first or the last")
    void repeated() {
        String body = "n=0&x=y&n=&n=1&n=2&b=&b=1";
        assertThat(FORM.body(body)).containsExactly(entry("n", "0; 1; 2"), entry("x", "y"), entry("b", "1"));
        assertThat(FORM.repeated(WebForm.Repeated.FIRST).body(body))
                .containsEntry("n", "0")
                .containsEntry("b", "");
        assertThat(FORM.repeated(WebForm.Repeated.LAST).body(body))
                .containsEntry("n", "2")
                .containsEntry("b", "1");
    }

    @Test
    @DisplayName("comes from maps of several texts as well")
    void maps() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(" a ", List.of("1", "2"));
        values.put("none", List.of());
        values.put("b", Arrays.asList((String) null));
        assertThat(FORM.values(values)).containsExactly(entry("a", "1; 2"), entry("b", ""));

        Map<String, String[]> parameters = new LinkedHashMap<>();
        parameters.put("a", new String[] {"1", null, "2"});
        parameters.put("b", new String[] {null});
        assertThat(FORM.parameters(parameters)).containsExactly(entry("a", "1; 2"), entry("b", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "a=%, character 3: must be a percent sign and two hexadecimal digits",
        "a=%4, character 3: must be a percent sign and two hexadecimal digits",
        "a=%4&b, character 3: must be a percent sign and two hexadecimal digits",
        "a=%41%G1, character 6: must be a percent sign and two hexadecimal digits",
        "a=%4\uFF11, character 3: must be a percent sign and two hexadecimal digits",
        "%zz=1, character 1: must be a percent sign and two hexadecimal digits",
        "a=x%C3%28, character 4: must be escapes that are text in UTF-8",
        "a=%ED%A0%80, character 3: must be escapes that are text in UTF-8"
    })
    @DisplayName("is refused for a wrong escape, with its place")
    void wrongEscapes(String body, String fault) {
        assertThat(faults(FORM, body)).singleElement().asString().startsWith(fault);
    }

    @Test
    @DisplayName("has all its faults told at once, none of which shows what was typed in")
    void faults() {
        assertThat(faults(FORM, "a=%00secret&=secret&jo%40example.com=%00&b=%zz&c=%yy"))
                .containsExactly(
                        "a: must be text in the stated encoding, was text with NUL characters. Perhaps the file has"
                                + " another encoding.",
                        "field 2: must be a field with a name, was missing",
                        "field 3: must be text in the stated encoding, was text with NUL characters. Perhaps the file"
                                + " has another encoding.",
                        "character 44: must be a percent sign and two hexadecimal digits, was other characters",
                        "character 50: must be a percent sign and two hexadecimal digits, was other characters");
    }

    @Test
    @DisplayName("has limits: as much is read, more is refused")
    void limits() throws IOException {
        assertThat(FORM.longestBody(5).body("a=123")).containsEntry("a", "123");
        assertThat(FORM.longestBody(5).body(new StringReader("a=123"))).containsEntry("a", "123");
        assertThat(faults(FORM.longestBody(5), "a=1234"))
                .containsExactly("body: must be at most 5 characters, was longer");
        assertThat(FORM.mostFields(2).body("a=1&a=2")).containsEntry("a", "1; 2");
        assertThat(faults(FORM.mostFields(2), "a=1&%z&a=2&a=3"))
                .containsExactly(
                        "character 5: must be a percent sign and two hexadecimal digits, was other characters",
                        "fields: must be at most 2, was more");
        assertThat(FORM.longestValue(4).body("a=1&a=2&abcd=1234"))
                .containsExactly(entry("a", "1; 2"), entry("abcd", "1234"));
        assertThat(faults(FORM.longestValue(4), "a=1&a=23&a=4&a=5&abcde=1"))
                .containsExactly(
                        "a: must be at most 4 characters, was text of 5 characters",
                        "abcde: must be named by at most 4 characters, was text of 5 characters");
        assertThatThrownBy(() -> FORM.mostFields(0)).hasMessage("most fields must be at least 1, was 0");
        assertThatThrownBy(() -> FORM.longestBody(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FORM.longestBody(3).mostFields(1).longestValue(1).body("a=b"))
                .containsEntry("a", "b");
        assertThatThrownBy(() -> FORM.longestValue(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
