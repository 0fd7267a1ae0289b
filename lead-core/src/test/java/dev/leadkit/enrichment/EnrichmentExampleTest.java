package dev.leadkit.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.contact.EmailLists;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/enrichment.md}: what stands there stands here, and does what is said there. */
final class EnrichmentExampleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    // docs: provider
    static final Field<String> INDUSTRY = Field.text("industry");
    static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    record Companies(Map<String, Integer> staffByDomain) implements Enricher {
        @Override
        public String name() {
            return "companies";
        }

        @Override
        public Set<Field<?>> fills() {
            return Set.of(INDUSTRY, EMPLOYEES);
        }

        @Override
        public EnrichmentAnswer answer(EnrichmentQuestion question) {
            // Your HTTP client goes here, with question.deadline() for its timeout.
            String domain =
                    question.lead().get(StandardFields.EMAIL).orElseThrow().domain();
            Integer staff = staffByDomain.get(domain);
            return staff == null
                    ? new EnrichmentAnswer.NothingKnown()
                    : EnrichmentAnswer.Found.of(
                            FieldValues.builder()
                                    .set(EMPLOYEES, BigDecimal.valueOf(staff))
                                    .build(),
                            80);
        }
    }
    // docs: end

    // docs: enrichment
    static LeadEnrichment enrichment(LeadStore store, InstantSource clock) {
        return LeadEnrichment.builder(store, clock)
                .ask(new Companies(Map.of("acme.example", 1200)))
                .onlyCompanyAddresses(EmailLists.none().freeMail(List.of("mail.example")))
                .budget(Budget.of(500))
                .policy(EnrichmentPolicy.standard().timeout(Duration.ofSeconds(5)))
                .build();
    }
    // docs: end

    // docs: worker
    static List<EnrichmentResult> work(LeadEnrichment enrichment, LeadStore store, InstantSource clock) {
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofMinutes(5));
        ClaimRequest request = ClaimRequest.of(now, until, 50).only(enrichment.types());
        List<Claim> claims = store.outbox().claim(request);
        return enrichment.work(claims, until);
    }
    // docs: end

    private static LeadId captured(LeadStore store, String address) {
        LeadId lead = LeadId.derived("web", address);
        EventHeader header = new EventHeader(EventId.derived(lead, "captured"), lead, NOW, NOW);
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress(address))
                .set(INDUSTRY, "steel")
                .build();
        store.commit(Commit.of(
                lead, 0, List.of(Captured.of(header, new Origin("web", "1", true), new Stage("new"), values))));
        return lead;
    }

    @Test
    @DisplayName(
            "The example asks about the lead at a company, fills what is empty, and says where each value came from")
    void example() {
        LeadStore store = LeadStore.inMemory();
        InstantSource clock = InstantSource.fixed(NOW);
        LeadEnrichment enrichment = enrichment(store, clock);
        LeadId lead = captured(store, "ada@acme.example");
        LeadId free = captured(store, "ben@mail.example");
        enrichment.request(lead);
        enrichment.request(free);
        assertThat(work(enrichment, store, clock)).hasSize(1);
        Map<String, String> lines = new TreeMap<>();
        // docs: provenance
        Provenance.of(store.find(lead).orElseThrow().history())
                .forEach((field, from) -> lines.put(field, from.source().orElse("the person")));
        // docs: end
        assertThat(lines)
                .containsExactly(
                        Map.entry("email", "web"), Map.entry("employees", "companies"), Map.entry("industry", "web"));
        assertThat(store.find(lead).orElseThrow().history().lead().get(EMPLOYEES))
                .contains(BigDecimal.valueOf(1200));
        assertThat(store.find(free).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    @DisplayName("The documentation shows the example as it is")
    void documented() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/enrichment/EnrichmentExampleTest.java"));
        String page = Files.readString(Path.of("../docs/enrichment.md"));
        List<String> parts = parts(source);
        assertThat(parts).hasSize(4).allSatisfy(part -> assertThat(page).contains(part));
    }

    private static List<String> parts(String source) {
        return Pattern.compile("(?m)^ +// docs: (?!end)[a-z]+\\n((?:.*\\n)*?) +// docs: end")
                .matcher(source)
                .results()
                .map(result -> result.group(1).stripTrailing().stripIndent())
                .toList();
    }
}
