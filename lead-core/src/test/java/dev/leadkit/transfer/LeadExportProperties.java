package dev.leadkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvOutput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("What was exported as CSV")
final class LeadExportProperties {

    private static final FieldCatalog CATALOG = LeadArbitraries.catalog();

    /** Texts that CSV, spreadsheets and mappings are known to change. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                " ",
                "'",
                "''",
                "'\"",
                "'\"a\"",
                "\"a\"",
                "'=1",
                "=1+1",
                "+1",
                "-",
                "@a",
                "\t=1",
                "\r",
                "a\r\nb",
                "\n",
                "<clear>",
                "'<clear>",
                " a ",
                "a\u00a0",
                "\u0000",
                "\ud800",
                "\ud83d\ude00",
                "\ufeff",
                "\\",
                "\\u0041 ",
                "'\\u0041",
                "a,b;c",
                "e\u0301",
                "\uff1d1",
                "true",
                "1e5");
        return Arbitraries.oneOf(
                odd,
                Combinators.combine(odd, odd).as((one, other) -> one + other),
                Arbitraries.strings().all().ofMaxLength(8));
    }

    @Property(tries = 2_000)
    @Label("as a cell is the same text again, also when the cell lost the white space at its ends")
    void aCell(@ForAll("texts") String text) {
        assertThat(Cell.text(Cell.of(text))).isEqualTo(text);
        assertThat(Cell.of(text).strip())
                .isEqualTo(Cell.of(text))
                .isNotEqualTo(Cell.CLEARED)
                .isNotEmpty();
    }

    private Arbitrary<?> values(FieldType<?> type) {
        if (type == FieldType.TEXT) {
            return texts();
        }
        if (type == FieldType.EMAIL) {
            return Arbitraries.of("+a@x.org", "'=a@x.org", "@@x.org", "=1@x.org", "a@x.org")
                    .map(EmailAddress::new);
        }
        if (type == FieldType.NUMBER) {
            return Arbitraries.of("-5", "0.10", "1E+30", "-0.000001").map(BigDecimal::new);
        }
        if (type == FieldType.DATE) {
            return Arbitraries.of(LocalDate.of(2026, 1, 1), LocalDate.of(12_026, 1, 1), LocalDate.of(-5, 1, 1));
        }
        if (type == FieldType.INSTANT) {
            return Arbitraries.of(Transfers.NOW, Instant.MAX, Instant.MIN, Instant.EPOCH.minusNanos(1));
        }
        return LeadArbitraries.values(new Field<>("any", type, false));
    }

    @Provide
    Arbitrary<FieldValues> allValues() {
        Arbitrary<FieldValues> all = Arbitraries.just(FieldValues.EMPTY);
        for (Field<?> field : CATALOG.fields()) {
            if (!StandardFields.kept().contains(field) && !field.equals(StandardFields.PREFERRED_CHANNEL)) {
                all = Combinators.combine(all, ofOne(field)).as(FieldValues::overlay);
            }
        }
        return all.filter(values -> !values.isEmpty());
    }

    private <T> Arbitrary<FieldValues> ofOne(Field<T> field) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(FieldValues.EMPTY)),
                Tuple.of(
                        1,
                        Arbitraries.just(
                                FieldValues.builder().clear(field.name()).build())),
                Tuple.of(
                        3,
                        values(field.type())
                                .map(value -> FieldValues.builder()
                                        .set(field, field.type().valueClass().cast(value))
                                        .build())));
    }

    /** Where a lead came from, and when if that is known. */
    @Provide
    Arbitrary<Map<Origin, FieldValues>> leads() {
        Arbitrary<String> names = texts().filter(text -> !text.isBlank());
        Arbitrary<Origin> origins =
                Combinators.combine(names, names, Arbitraries.of(true, false)).as(Origin::new);
        return Arbitraries.maps(origins, allValues()).ofMaxSize(5).map(leads -> {
            Map<LeadId, Origin> one = new HashMap<>();
            leads.keySet().forEach(origin -> one.put(LeadId.derived(origin.system(), origin.externalId()), origin));
            Map<Origin, FieldValues> apart = new HashMap<>(leads);
            apart.keySet().retainAll(one.values());
            return apart;
        });
    }

    private static LeadStore store(Map<Origin, FieldValues> leads) {
        LeadStore store = LeadStore.inMemory();
        leads.forEach((origin, values) -> {
            LeadId id = LeadId.derived(origin.system(), origin.externalId());
            EventHeader header = new EventHeader(new EventId("E-1"), id, Transfers.NOW.minusSeconds(9), Transfers.NOW);
            store.commit(Commit.of(id, 0, List.of(Captured.of(header, origin, new Stage("new"), values))));
        });
        return store;
    }

    private static String exported(LeadStore store, CsvOutput.Style style) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text, style)) {
            LeadExport.of(CATALOG).write(store, out);
        }
        return text.toString();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("and imported again is the same leads with the same values, of any system, in any style")
    void roundTrip(@ForAll("leads") Map<Origin, FieldValues> leads, @ForAll("styles") CsvOutput.Style style)
            throws IOException {
        LeadStore store = store(leads);
        LeadStore other = LeadStore.inMemory();
        LeadDesk desk = LeadDesk.builder(other, () -> Transfers.NOW)
                .mapping(LeadExport.mapping(CATALOG))
                .matchKeys(values -> List.of())
                .build();
        try (Rows<Submission> rows = LeadExport.open(new StringReader(exported(store, style)))) {
            ImportReport report = LeadImport.of("again", desk::captureAll).run(rows);
            assertThat(report.captured()).isEqualTo(leads.size()).isEqualTo(report.rows());
            assertThat(report.faults().keySet()).isSubsetOf("contact: must be an e-mail address or a phone number");
        }
        List<LeadId> ids = store.page(LeadQuery.all(), Optional.empty(), 100);
        assertThat(other.page(LeadQuery.all(), Optional.empty(), 100)).isEqualTo(ids);
        for (LeadId id : ids) {
            assertThat(captured(other, id)).isEqualTo(captured(store, id));
            assertThat(lead(other, id).capturedAt()).isEqualTo(lead(store, id).capturedAt());
        }
        assertThat(exported(other, style)).isEqualTo(exported(store, style));
    }

    @Provide
    Arbitrary<CsvOutput.Style> styles() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t'), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(CsvOutput.Style::new);
    }

    private static Lead lead(LeadStore store, LeadId id) {
        return store.find(id).orElseThrow().history().lead();
    }

    private static FieldValues captured(LeadStore store, LeadId id) {
        FieldValues.Builder values = FieldValues.builder();
        FieldValues all = lead(store, id).values();
        CATALOG.fields().stream()
                .filter(field -> !StandardFields.kept().contains(field))
                .forEach(field -> {
                    all.text(field.name()).ifPresent(text -> values.parse(field, text));
                    if (all.cleared().contains(field.name())) {
                        values.clear(field.name());
                    }
                });
        return values.build();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("shows no spreadsheet a formula")
    void noFormulas(@ForAll("leads") Map<Origin, FieldValues> leads) throws IOException {
        String text = exported(store(leads), CsvOutput.Style.STANDARD);
        try (Rows<Map<String, String>> rows =
                CsvInput.standard().longestRow(1 << 24).open(new StringReader(text))) {
            rows.stream()
                    .map(row -> ((Row.Read<Map<String, String>>) row).content())
                    .forEach(cells -> assertThat(cells.values())
                            .noneMatch(cell -> cell.matches("(?s)[=@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*"))
                            .noneMatch(cell -> cell.matches("(?s)[-+](?![0-9.,]+([eE][-+]?[0-9]+)?%?$).*")));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("goes through the mapping alone as it was, and is read by a desk that finds its lead by its match keys")
    void mappingAlone(@ForAll("allValues") FieldValues values) throws IOException {
        FieldValues own = values.toBuilder()
                .set(StandardFields.EMAIL, new EmailAddress("=ada@x.org"))
                .build();
        Origin origin = new Origin("web", "1", true);
        String text = exported(store(Map.of(origin, own)), CsvOutput.Style.STANDARD);
        LeadStore other = LeadStore.inMemory();
        LeadDesk desk = LeadDesk.builder(other, () -> Transfers.NOW)
                .mapping(LeadExport.mapping(CATALOG))
                .build();
        try (Rows<Submission> rows =
                CsvInput.standard().open(new StringReader(text), "web", LeadExport.mapping(CATALOG))) {
            assertThat(rows.warnings()).isEmpty();
            Submission row = ((Row.Read<Submission>) rows.next()).content();
            Mapped mapped = LeadExport.mapping(CATALOG).map(row);
            assertThat(mapped.values()).isEqualTo(own);
            assertThat(mapped.errors()).isEmpty();
            assertThat(mapped.warnings()).isEmpty();
            assertThat(desk.capture(row).captured()).isTrue();
        }
        Submission again = new Submission("web", "2", Optional.empty(), Map.of("email", "'=ADA@x.org"));
        assertThat(desk.capture(again)).isInstanceOf(CaptureOutcome.Merged.class);
    }
}
