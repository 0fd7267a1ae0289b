package dev.leadkit.scoring.engine;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A lead for {@link ExactModel}.
 *
 * @param country its country, if known
 * @param employees how many people, if known
 * @param done what it did, oldest first
 */
record ExactLead(Optional<String> country, Optional<Integer> employees, List<Done> done) {

    static final Field<BigDecimal> EMPLOYEES = Field.number("employees");
    static final List<String> COUNTRIES = List.of("DE", "FR", "US", "JP");
    static final List<String> TYPES = List.of("visit", "open", "call");

    private static final int LONGEST_AGO = 24 * 86_400_000;

    /** Something that was done, so many milliseconds ago. */
    record Done(String type, long ago) {}

    /** Ages at which rounding of a faded worth hangs by less than what the engine declares as its error are left out. */
    static ExactLead any(Random random, ExactModel model) {
        Optional<String> country = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        Optional<Integer> employees = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(random.nextInt(500));
        List<Done> done = new ArrayList<>();
        for (int left = random.nextInt(12); left > 0; left--) {
            Done next = new Done(TYPES.get(random.nextInt(TYPES.size())), 1 + random.nextInt(LONGEST_AGO));
            if (!model.isClose(next)) {
                done.add(next);
            }
        }
        done.sort((a, b) -> Long.compare(b.ago(), a.ago()));
        return new ExactLead(country, employees, done);
    }

    LeadHistory history() {
        FieldValues.Builder values = FieldValues.builder();
        country.ifPresent(text -> values.set(StandardFields.COUNTRY, text));
        employees.ifPresent(number -> values.set(EMPLOYEES, BigDecimal.valueOf(number)));
        Leads lead = Leads.with(values.build());
        done.forEach(each -> lead.did(each.type(), Duration.ofMillis(each.ago())));
        return lead.history();
    }
}
