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

    @Test
    @DisplayName("all are read in their country and without it, as the same number")
    void allAreRead() throws IOException {
        List<String[]> rows = Files.readAllLines(SharedData.file("phone/example_numbers.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
        Converting phone = Converting.by("phone", FieldType.PHONE);

        assertThat(rows).hasSize(503).allSatisfy(row -> {
            String e164 = row[4];
            assertThat(phone.with("region", row[0]).text(row[3])).as(row[0]).isEqualTo(e164);
            assertThat(phone.text(e164)).as(row[0]).isEqualTo(e164);
            assertThat(phone.text("00" + e164.substring(1))).as(row[0]).isEqualTo(Converting.FAULTY);
        });
    }
}
