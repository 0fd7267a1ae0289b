package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many of the legal forms that others have collected are known. */
@DisplayName("Of a large list of legal forms")
final class LegalFormsDataTest {

    private static List<String> shown() throws IOException {
        List<String> shown = Files.readAllLines(SharedData.file("company/org_types.yml")).stream()
                .map(line -> line.strip().replaceFirst("^- ", ""))
                .filter(entry -> entry.startsWith("display: "))
                .map(entry -> entry.substring("display: ".length()).replaceFirst(" #.*", ""))
                .map(form -> form.replaceAll("^[\"']|[\"']$", ""))
                .toList();
        assertThat(shown).hasSize(429);
        return shown;
    }

    private static boolean isDropped(String form) {
        LegalForms forms = LegalForms.standard();
        return forms.key("Kontakt Nova " + form).equals("kontaktnova")
                || forms.key(form + " Kontakt Nova").equals("kontaktnova");
    }

    @Test
    @DisplayName("more than half is dropped from a company's key, as many as the documentation says")
    void moreThanHalfIsDropped() throws IOException {
        long dropped = shown().stream().filter(LegalFormsDataTest::isDropped).count();

        assertThat(dropped).isGreaterThan(429 / 2);
        assertThat(Files.readString(Path.of("../docs/contact-data.md"))).contains(dropped + " of 429");
    }
}
