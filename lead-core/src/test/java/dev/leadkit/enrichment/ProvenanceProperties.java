package dev.leadkit.enrichment;

import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ProvenanceProperties {

    private static final int TRIES = 300;

    /** Histories of all kinds of events, with up to four answers of providers among them. */
    @Provide
    Arbitrary<LeadHistory> histories() {
        return Combinators.combine(LeadArbitraries.events(), answers()).as((events, answers) -> {
            List<LeadEvent> all = new ArrayList<>(events);
            for (int i = 0; i < answers.size(); i++) {
                all.add(answers.get(i).event(i));
            }
            return LeadHistory.of(LEAD, all);
        });
    }

    /** What a provider answers, when. */
    private record Told(Instant at, FieldValues values, int percent) {
        Enriched event(int number) {
            FieldValues known = values.without(values.cleared());
            TreeMap<String, Integer> confidence = new TreeMap<>();
            known.fields().forEach(field -> confidence.put(field.name(), percent));
            EventHeader header = new EventHeader(new EventId("D-" + number), LEAD, at, at);
            return new Enriched(header, "acme", known.skeleton(), known.personal(), confidence);
        }
    }

    private static Arbitrary<List<Told>> answers() {
        return Combinators.combine(
                        LeadArbitraries.instants(),
                        LeadArbitraries.fieldValues(),
                        Arbitraries.integers().between(0, 100))
                .as(Told::new)
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void everyValueIsThatOfTheEventItCameFrom(@ForAll("histories") LeadHistory history) {
        Map<String, Provenance> all = Provenance.of(history);
        Set<String> filled = new TreeSet<>();
        for (Field<?> field : history.lead().values().fields()) {
            if (!StandardFields.kept().contains(field)) {
                filled.add(field.name());
                Provenance one = all.get(field.name());
                assertThat(one).as(field.name()).isNotNull();
                assertThat(one.field()).isEqualTo(field);
                assertThat(one.event().values().text(field.name()))
                        .isEqualTo(history.lead().values().text(field.name()));
                assertThat(one.enriched()).isEqualTo(one.event() instanceof Enriched);
            }
        }
        assertThat(all.keySet()).isEqualTo(filled);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void noAnswerChangesWhatWasSubmittedAtAnyTimeBeforeIt(@ForAll("histories") LeadHistory history) {
        LeadHistory submitted = LeadHistory.of(
                LEAD,
                history.events().stream()
                        .filter(event -> !(event instanceof Enriched))
                        .toList());
        Set<String> said = new TreeSet<>(submitted.lead().values().cleared());
        submitted.lead().values().fields().forEach(field -> said.add(field.name()));
        for (String name : said) {
            assertThat(history.lead().values().text(name))
                    .as(name)
                    .isEqualTo(submitted.lead().values().text(name));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatNobodySubmittedIsWhatTheLatestAnswerSays(@ForAll("histories") LeadHistory history) {
        for (Field<?> field : LeadArbitraries.fields()) {
            boolean silent = history.events().stream()
                    .filter(event -> !(event instanceof Enriched))
                    .map(LeadEvent::values)
                    .noneMatch(values ->
                            values.fields().contains(field) || values.cleared().contains(field.name()));
            if (silent) {
                String latest = history.events().stream()
                        .filter(Enriched.class::isInstance)
                        .flatMap(event -> event.values().text(field.name()).stream())
                        .reduce("none", (earlier, later) -> later);
                assertThat(history.lead().values().text(field.name()).orElse("none"))
                        .isEqualTo(latest);
            }
        }
    }
}
