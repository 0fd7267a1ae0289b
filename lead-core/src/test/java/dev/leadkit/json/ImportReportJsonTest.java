package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.transfer.ImportReport;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("The JSON of import reports")
final class ImportReportJsonTest {

    @Provide
    Arbitrary<ImportReport> reports() {
        Arbitrary<Long> counts = Arbitraries.longs().between(0, Long.MAX_VALUE / 4);
        Arbitrary<Map<String, Long>> faults = Arbitraries.maps(
                        Arbitraries.strings().all().ofMaxLength(10), counts)
                .ofMaxSize(4);
        return Combinators.combine(counts, counts, counts, counts, faults)
                .as((captured, merged, quarantined, refused, told) ->
                        new ImportReport(captured, merged, quarantined, refused, new TreeMap<>(told)));
    }

    @Property
    @Label("is read as it was written")
    void roundTrip(@ForAll("reports") ImportReport report) {
        String text = JsonText.line(ImportReportJson.write(report));
        ImportReport read = JsonDocument.of(text).as("report", ImportReportJson::read);
        assertThat(read).isEqualTo(report);
    }

    @Example
    @Label("says what the documentation shows")
    void shown() {
        TreeMap<String, Long> faults = new TreeMap<>(Map.of("mail: must be an e-mail address", 1L));
        assertThat(JsonText.line(ImportReportJson.write(new ImportReport(2, 1, 1, 0, faults))))
                .isEqualTo("{\"rows\":4,\"captured\":2,\"merged\":1,\"quarantined\":1,\"refused\":0,"
                        + "\"faults\":{\"mail: must be an e-mail address\":1}}");
    }

    @Example
    @Label("is refused with every fault where a count is missing, negative, or the sum is another")
    void refused() {
        assertThat(Faulty.faults(
                        "{\"captured\": -1, \"merged\": 1.5, \"quarantined\": 0, \"refused\": 0, \"faults\": {\"a\": -1}}",
                        ImportReportJson::read))
                .containsExactly(
                        "$.faults.a: must be a whole number from 0 to 9223372036854775807, was -1",
                        "$.captured: must be a whole number from 0 to 9223372036854775807, was -1",
                        "$.merged: must be a whole number from 0 to 9223372036854775807, was 1.5",
                        "$.rows: must be a whole number from 0 to 9223372036854775807, was missing");
        assertThat(Faulty.faults(
                        "{\"rows\": 3, \"captured\": 1, \"merged\": 1, \"quarantined\": 0, \"refused\": 0, \"faults\": {}}",
                        ImportReportJson::read))
                .containsExactly("$.rows: must be the sum of the outcomes, was 3");
        String many =
                "{\"rows\": 3, \"captured\": 9223372036854775807, \"merged\": 1, \"quarantined\": 0, \"refused\": 0,"
                        + " \"faults\": {}}";
        assertThat(Faulty.faults(many, ImportReportJson::read))
                .containsExactly("$: must be valid, was an object. Long overflow.");
    }
}
