package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.examples.benchmarks.workload.Zipf;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invented leads, each from its number alone: where it comes from, the product and the language that it asks for, and the size of
 * the company. One of twenty is of a named account, one of fifty from a country that is in no territory. One comes every
 * millisecond.
 */
final class Demand {

    static final Field<String> PRODUCT = Field.text("product");
    static final Field<String> LANGUAGE = Field.text("language");
    static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    /** A Tuesday, at eleven in Berlin and at two in the morning in Los Angeles. */
    static final Instant START = Instant.parse("2026-03-03T10:00:00Z");

    static final int LARGE = 1_000;

    private static final int PERCENT = 100;
    private static final Zipf PRODUCTS = new Zipf(Staff.PRODUCTS);
    private static final Zipf LANGUAGES = new Zipf(Staff.LANGUAGES);

    private Demand() {}

    static List<Facts> leads(int from, int count) {
        List<Facts> leads = new ArrayList<>(count);
        for (int number = from; number < from + count; number++) {
            leads.add(lead(number));
        }
        return leads;
    }

    static Facts lead(int number) {
        SplittableRandom chance = new SplittableRandom(number);
        int account = chance.nextInt(20) == 0 ? chance.nextInt(Ground.DOMAINS + Ground.COMPANIES) : -1;
        Lead.Builder lead = Lead.builder(LeadId.derived("bench", Integer.toString(number)))
                .set(StandardFields.EMAIL, new EmailAddress("p" + number + "@" + domain(account, chance)))
                .set(StandardFields.COMPANY, company(account, chance))
                .set(PRODUCT, Staff.product(PRODUCTS.draw(chance)))
                .set(LANGUAGE, Staff.language(LANGUAGES.draw(chance)))
                .set(EMPLOYEES, BigDecimal.valueOf(chance.nextInt(10) == 0 ? LARGE : 1 + chance.nextInt(LARGE - 1)));
        place(lead, chance);
        return Facts.of(lead.build(), START.plusMillis(number));
    }

    private static String domain(int account, SplittableRandom chance) {
        return account >= 0 && account < Ground.DOMAINS
                ? Ground.domain(account)
                : "firm" + chance.nextInt(100_000) + ".example";
    }

    private static String company(int account, SplittableRandom chance) {
        return account >= Ground.DOMAINS ? Ground.company(account) : "Firm " + chance.nextInt(100_000);
    }

    private static void place(Lead.Builder lead, SplittableRandom chance) {
        int drawn = chance.nextInt(PERCENT);
        String country = drawn < 60 ? "US" : drawn < 80 ? "DE" : drawn < 98 ? "FR" : "NZ";
        lead.set(StandardFields.COUNTRY, country)
                .set(StandardFields.POSTAL_CODE, Ground.digits(chance.nextInt(100_000), 5));
    }
}
