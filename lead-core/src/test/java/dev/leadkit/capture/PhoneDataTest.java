package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.contact.SharedData;
import dev.leadkit.lead.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The example numbers of the library that phones are read by. */
@DisplayName("Of the example numbers of many countries")
final class PhoneDataTest {

    private static final Converting PHONE = Converting.by("phone", FieldType.PHONE);

    private static List<String[]> rows() throws IOException {
        List<String[]> rows = Files.readAllLines(SharedData.file("phone/example_numbers.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
        assertThat(rows).hasSize(503);
        return rows;
    }

    @Test
    @DisplayName("each is read in its country and with its country code as the same number, or refused both ways")
    void noneIsMisread() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            String national = PHONE.with("region", row[0]).text(row[3]);
            assertThat(national).isIn(row[4], Converting.FAULTY).isEqualTo(PHONE.text(row[4]));
        });
    }

    @Test
    @DisplayName("only those are refused that the countries' plans have given up since")
    void fewAreRefused() throws IOException {
        assertThat(rows().stream()
                        .filter(row -> PHONE.text(row[4]).equals(Converting.FAULTY))
                        .map(row -> row[0] + " " + row[2]))
                .containsExactly("BR premiumRate", "HR premiumRate", "MX mobile");
    }
}
