package dev.leadkit.enrichment;

import dev.leadkit.event.Captured;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Claim;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A store with leads, a clock that is moved by hand, and providers that say what a test tells them to. */
final class Scene {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Field<String> INDUSTRY = Field.text("industry");
    static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    private static final Origin FORM = new Origin("form", "1", true);

    final LeadStore kept = LeadStore.inMemory();
    LeadStore store = kept;
    Instant now = NOW;

    /** A provider that keeps what it was asked. */
    static final class Scripted implements Enricher {

        final List<EnrichmentQuestion> asked = new ArrayList<>();
        private final String name;
        private final Set<Field<?>> fills;
        private final Function<EnrichmentQuestion, EnrichmentAnswer> script;

        Scripted(String name, Set<Field<?>> fills, Function<EnrichmentQuestion, EnrichmentAnswer> script) {
            this.name = name;
            this.fills = fills;
            this.script = script;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<Field<?>> fills() {
            return fills;
        }

        @Override
        public synchronized EnrichmentAnswer answer(EnrichmentQuestion question) {
            asked.add(question);
            return script.apply(question);
        }
    }

    static Scripted provider(String name, EnrichmentAnswer answer) {
        return provider(name, question -> answer);
    }

    static Scripted provider(String name, Function<EnrichmentQuestion, EnrichmentAnswer> script) {
        return new Scripted(name, Set.of(INDUSTRY, EMPLOYEES, StandardFields.PHONE), script);
    }

    static FieldValues industry(String value) {
        return FieldValues.builder().set(INDUSTRY, value).build();
    }

    static EnrichmentAnswer.Found found(String industry) {
        return EnrichmentAnswer.Found.of(industry(industry), 80);
    }

    LeadEnrichmentBuilder asking(Enricher... enrichers) {
        LeadEnrichmentBuilder builder = LeadEnrichment.builder(store, () -> now);
        for (Enricher each : enrichers) {
            builder.ask(each);
        }
        return builder;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    LeadId lead(String id) {
        return lead(
                id,
                FieldValues.builder()
                        .set(StandardFields.EMAIL, new EmailAddress(id + "@acme.example"))
                        .build());
    }

    LeadId lead(String id, FieldValues values) {
        LeadId lead = new LeadId(id);
        tell(lead, Captured.of(header(lead, "captured"), FORM, new Stage("new"), values));
        return lead;
    }

    void submit(LeadId lead, FieldValues values) {
        int number = history(lead).events().size();
        tell(lead, Updated.of(header(lead, "updated" + number), FORM, values));
    }

    void tell(LeadId lead, LeadEvent event) {
        long version = kept.find(lead).map(stored -> stored.version()).orElse(0L);
        CommitResult result = kept.commit(Commit.of(lead, version, List.of(event)));
        if (!(result instanceof CommitResult.Committed)) {
            throw new AssertionError("told in vain: " + result);
        }
    }

    EventHeader header(LeadId lead, String what) {
        return new EventHeader(new EventId(what), lead, now, now);
    }

    LeadHistory history(LeadId lead) {
        return kept.find(lead).orElseThrow().history();
    }

    Lead read(LeadId lead) {
        return history(lead).lead();
    }

    List<Enriched> answers(LeadId lead) {
        return history(lead).events().stream()
                .filter(Enriched.class::isInstance)
                .map(Enriched.class::cast)
                .toList();
    }

    Instant lease() {
        return now.plus(Duration.ofMinutes(5));
    }

    List<Claim> claims() {
        return kept.outbox().claim(now, lease(), 100);
    }
}
