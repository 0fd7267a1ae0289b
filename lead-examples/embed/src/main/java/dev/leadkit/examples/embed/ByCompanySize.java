package dev.leadkit.examples.embed;

import dev.leadkit.lead.Field;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;

// tag::segment[]
/** Segments of our own: how large the lead's company is. */
record ByCompanySize() implements Grouping {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");
    private static final BigDecimal LARGE = BigDecimal.valueOf(250);

    @Override
    public String of(LeadFacts facts) {
        return facts.values()
                .get(EMPLOYEES)
                .map(employees -> employees.compareTo(LARGE) < 0 ? "small or medium" : "large")
                .orElse(MISSING);
    }

    @Override
    public String name() {
        return "company-size";
    }
}
// end::segment[]
