package dev.leadkit.transfer;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What tests of imports and exports share. */
final class Transfers {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    /** Needs a country; knows an e-mail address. */
    static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .columns(
                    ColumnRule.of("mail", "email"),
                    ColumnRule.of("country", "country").asRequired())
            .build();

    private Transfers() {}

    static LeadDesk desk(LeadStore store) {
        return LeadDesk.builder(store, () -> NOW).mapping(MAPPING).build();
    }

    static Submission submission(String externalId, String mail, String country) {
        return new Submission("crm", externalId, Optional.empty(), Map.of("mail", mail, "country", country));
    }

    static Row<Submission> row(long number, Submission content) {
        return new Row.Read<>(number, number, content);
    }

    static Row<Submission> broken(long number) {
        return new Row.Broken<>(number, number, List.of(new Fault("row " + number, "a row of 2 cells", "3 cells")));
    }

    /** A file of few records and people, so that they meet; a row without a country is faulty, some rows are broken. */
    static Arbitrary<List<Row<Submission>>> files() {
        Arbitrary<Optional<Submission>> contents = Arbitraries.frequencyOf(
                Tuple.of(9, submissions().map(Optional::of)), Tuple.of(1, Arbitraries.just(Optional.empty())));
        return contents.list().ofMaxSize(30).map(Transfers::rows);
    }

    static Arbitrary<Submission> submissions() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3", "4", "5", "6"),
                        Arbitraries.of("", "ada@x.org", "bob@x.org", "no address"),
                        Arbitraries.of("GB", "DE", ""))
                .as(Transfers::submission);
    }

    private static List<Row<Submission>> rows(List<Optional<Submission>> contents) {
        List<Row<Submission>> rows = new ArrayList<>();
        for (Optional<Submission> content : contents) {
            int number = rows.size() + 2;
            rows.add(content.map(each -> row(number, each)).orElseGet(() -> broken(number)));
        }
        return rows;
    }

    /** All that a store has taken in. */
    record Contents(List<LeadId> leads, List<LeadEvent> feed, List<QuarantineItem> quarantine) {

        static Contents of(LeadStore store) {
            return new Contents(
                    store.page(LeadQuery.all(), Optional.empty(), 1_000_000),
                    store.feed(0, 1_000_000).stream().map(FeedEvent::event).toList(),
                    store.quarantine().page(0, 1_000_000));
        }
    }

    static long count(List<CaptureOutcome> outcomes, Class<? extends CaptureOutcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }
}
