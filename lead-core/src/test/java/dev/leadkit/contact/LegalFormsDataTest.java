package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many of the legal forms that others have collected are known. */
@DisplayName("Of a large list of legal forms")
final class LegalFormsDataTest {

    private static final List<String> SHOWN = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (String line : Files.readAllLines(SharedData.file("company/org_types.yml"))) {
            String entry = line.strip().replaceFirst("^- ", "");
            if (entry.startsWith("display: ")) {
                SHOWN.add(entry.substring("display: ".length()).replaceFirst(" #.*", "").replaceAll("^[\"']|[\"']$", ""));
            }
        }
        assertThat(SHOWN).hasSize(429);
    }

    private static boolean isDropped(String form) {
        LegalForms forms = LegalForms.standard();
        return forms.key("Kontakt Nova " + form).equals("kontaktnova")
                || forms.key(form + " Kontakt Nova").equals("kontaktnova");
    }

    @Test
    @DisplayName("at least half is dropped from a company's key")
    void halfIsDropped() {
        List<String> kept = SHOWN.stream().filter(form -> !isDropped(form)).toList();

        assertThat(kept).hasSizeLessThan(SHOWN.size() / 2);
    }
}
