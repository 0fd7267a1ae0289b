package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.condition.index.RecordFiller;
import dev.leadkit.condition.index.Slot;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/scoring-engine.md. */
final class EngineDocumentTest {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    private final ScoringModel model = ScoringModel.builder("b2b", "1")
            .dimension(
                    "fit",
                    fit -> fit.rule("country", field(COUNTRY).in("DE", "AT"), 10)
                            .rule("size", field(EMPLOYEES).atLeast(BigDecimal.valueOf(100)), 5))
            .dimension(
                    "engagement",
                    engagement -> engagement.each(
                            "opens",
                            interaction("open").filter(),
                            Worth.points(8).halfLife(Duration.ofDays(7))))
            .build();
    private final Instant asOf = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void givesTheTotalOfTheDocument() throws IOException {
        long aWeekAgo = asOf.minus(Duration.ofDays(7)).toEpochMilli();
        // tag::example
        ScoringEngine engine = ScoringEngine.of(model);
        Slot<String> country = engine.slot(COUNTRY);
        Slot<BigDecimal> employees = engine.slot(EMPLOYEES);
        LeadRecord lead = engine.record();
        Scorer scorer = engine.scorer();

        lead.clear().set(country, "de").set(employees, 250).interaction("open", Direction.INBOUND, aWeekAgo);
        long units = scorer.total(lead, asOf);
        // end::example
        assertThat(document()).contains(own("example")).contains("`units = " + units + "`");
        assertThat(units).isEqualTo(10_000 + 5_000 + 8_000 / 2);
    }

    record Customer(String country, long employees) {}

    @Test
    void givesTheTotalsOfTheDocument() throws IOException {
        List<Customer> customers = List.of(new Customer("AT", 99), new Customer("FR", 7), new Customer("de", 100));
        ScoringEngine engine = ScoringEngine.of(model);
        Slot<String> country = engine.slot(COUNTRY);
        Slot<BigDecimal> employees = engine.slot(EMPLOYEES);
        Scorer scorer = engine.scorer();
        // tag::many
        RecordFiller<Customer> filler = new RecordFiller<>() {
            @Override
            public void fill(Customer customer, LeadRecord record) {
                record.set(country, customer.country()).set(employees, customer.employees());
            }

            @Override
            public void fetch(Customer customer, LeadRecord record) {
                record.fetch(customer.country()); // may be left out: only a matter of time
            }
        };
        long[] units = new long[customers.size()];
        scorer.totals(customers, filler, asOf, units);
        // end::many
        assertThat(document()).contains(own("many"));
        assertThat(units).containsExactly(10_000, 0, 15_000);
    }

    private static String own(String tag) throws IOException {
        String own = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/engine/EngineDocumentTest.java"));
        String begin = "// tag::" + tag + "\n";
        return own.substring(own.indexOf(begin) + begin.length(), own.indexOf("        // end::" + tag))
                .indent(-8)
                .strip();
    }

    @Test
    void isValidAsLongAsTheDocumentSays() throws IOException {
        LeadId id = new LeadId("lead");
        Instant then = asOf.minus(Duration.ofDays(7));
        Facts facts = Facts.of(
                Lead.builder(id).build(),
                List.of(new Interacted(
                        new EventHeader(new EventId("open"), id, then, then), Interaction.inbound("open"))),
                asOf);
        Instant until = ScoringEngine.of(model).validUntil(facts).orElseThrow();
        // 7 days * log2(4 / 3.9995)
        assertThat(Duration.between(asOf, until).toMillis()).isBetween(109_000L, 109_200L);
        assertThat(document()).contains("which is 109 seconds later");
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/scoring-engine.md"));
    }
}
