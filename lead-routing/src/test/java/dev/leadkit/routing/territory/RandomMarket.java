package dev.leadkit.routing.territory;

import static dev.leadkit.condition.Conditions.field;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Random territories over few values, so that much coincides, and leads that have them. Austrian codes have 4 digits. */
final class RandomMarket {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<String> COUNTRIES = List.of("AT", "CH", "US");
    private static final List<String> REGIONS = List.of("US-CA", "Texas", "Wien", "AT-5", "Nordzone");
    private static final List<String> INDUSTRIES = List.of("it", "Farming", "Müllerei");
    private static final List<String> SOURCES = List.of("Google", "Fair");
    private static final List<String> COMPANIES = List.of("Acme GmbH", "Börse AG", "A");
    private static final List<String> DOMAINS = List.of("acme.com", "shop.acme.com", "x.org");
    private static final List<Condition> CONDITIONS = List.of(
            field(StandardFields.JOB_TITLE).is("CEO"),
            field(StandardFields.CITY).startsWith("L"),
            field(StandardFields.CITY).isMissing());
    private static final Pattern ENTRY = Pattern.compile("\\$\\.territories\\[(\\d+)](?:\\.entries\\[(\\d+)])?.*");

    private final Random random;
    private final boolean conditions;

    RandomMarket(long seed, boolean conditions) {
        this.random = new Random(seed);
        this.conditions = conditions;
    }

    /** Territories that a plan may refuse. */
    List<Territory> territories(int count, int entries) {
        List<Territory> territories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Territory territory = Territory.of("t" + i);
            if (i > 0 && chance(40)) {
                territory = territory.within("t" + random.nextInt(i));
            }
            if (chance(30)) {
                territory = territory.where(criteria(15));
            }
            if (chance(20)) {
                territory = territory.priority(random.nextInt(3));
            }
            if (chance(20)) {
                territory = territory.exclusively();
            }
            territories.add(with(territory, random.nextInt(entries + 1)));
        }
        return territories;
    }

    private Territory with(Territory territory, int entries) {
        Territory more = territory;
        for (int i = 0; i < entries; i++) {
            Criteria criteria = criteria(30);
            if (!criteria.isEmpty()) {
                more = chance(30) ? more.entry(criteria, random.nextInt(40)) : more.entry(criteria);
            }
        }
        return more;
    }

    /** What is left when whatever is faulty is taken out. */
    static TerritoryPlan sound(List<Territory> territories) {
        List<Territory> left = new ArrayList<>(territories);
        List<Fault> faults = builder(left).faults();
        while (!faults.isEmpty()) {
            Set<String> gone = new TreeSet<>();
            for (Fault fault : faults) {
                Matcher place = ENTRY.matcher(fault.path());
                if (place.matches() && gone.add(place.group(1) + "/" + place.group(2))) {
                    int number = Integer.parseInt(place.group(1));
                    left.set(number, without(left.get(number), territories.get(number), place.group(2)));
                }
            }
            territories = List.copyOf(left);
            faults = builder(left).faults();
        }
        return builder(left).build();
    }

    private static Territory without(Territory territory, Territory before, String entry) {
        if (entry == null) {
            return territory.where(Criteria.any());
        }
        List<TerritoryEntry> entries = new ArrayList<>(territory.entries());
        entries.remove(before.entries().get(Integer.parseInt(entry)));
        return new Territory(
                territory.id(),
                territory.parent(),
                territory.criteria(),
                entries,
                territory.priority(),
                territory.exclusive());
    }

    static TerritoryPlan.Builder builder(List<Territory> territories) {
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        territories.forEach(plan::territory);
        return plan;
    }

    private Criteria criteria(int percent) {
        Criteria criteria = Criteria.any();
        if (chance(percent)) {
            criteria = criteria.country("AT").postalCode(spans());
        } else if (chance(percent)) {
            criteria = criteria.country(some(COUNTRIES));
        }
        criteria = chance(percent) ? criteria.region(some(REGIONS)) : criteria;
        criteria = chance(percent) ? criteria.industry(some(INDUSTRIES)) : criteria;
        criteria = chance(percent) ? criteria.source(some(SOURCES)) : criteria;
        criteria = chance(percent / 2) ? criteria.company(some(COMPANIES)) : criteria;
        criteria = chance(percent / 2) ? criteria.domain(some(DOMAINS)) : criteria;
        if (chance(percent)) {
            int from = random.nextInt(10);
            int to = from + random.nextInt(10);
            criteria = criteria.size(chance(20) ? Long.MIN_VALUE : from, chance(20) ? Long.MAX_VALUE : to);
        }
        return conditions && chance(percent) ? criteria.when(one(CONDITIONS)) : criteria;
    }

    private String[] spans() {
        String[] spans = new String[1 + random.nextInt(3)];
        for (int i = 0; i < spans.length; i++) {
            int digits = 1 + random.nextInt(4);
            int most = (int) Math.pow(10, digits);
            int from = random.nextInt(most);
            int to = Math.min(most - 1, from + random.nextInt(Math.max(2, most / 10)));
            String first = padded(from, digits);
            String prefix = digits == 4 ? first : first + "*";
            spans[i] = chance(50) ? prefix : first + ".." + padded(to, digits);
        }
        return spans;
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    Facts lead() {
        Lead.Builder lead = Lead.builder(new LeadId("lead"));
        maybe(lead, StandardFields.COUNTRY, one(COUNTRIES));
        maybe(
                lead,
                StandardFields.REGION,
                one(List.of("CA", "us-ca", "TX", "texas", "Wien", "Salzburg", "NORDZONE", "9")));
        maybe(lead, StandardFields.POSTAL_CODE, padded(random.nextInt(10_000), 4));
        maybe(lead, Oracle.INDUSTRY, one(List.of("IT", "farming", "MÜLLEREI", "other")));
        maybe(lead, StandardFields.SOURCE, one(List.of("google", "FAIR", "x")));
        maybe(
                lead,
                StandardFields.COMPANY,
                one(List.of("ACME", "acme AG", "Boerse", "Börse", "A Ltd", "B & C", "Zzz")));
        maybe(lead, StandardFields.JOB_TITLE, one(List.of("ceo", "cto")));
        maybe(lead, StandardFields.CITY, one(List.of("Linz", "Graz")));
        if (chance(70)) {
            String domain =
                    one(List.of("acme.com", "SHOP.acme.com", "eu.shop.acme.com", "notacme.com", "x.org", "y.org"));
            lead.set(StandardFields.EMAIL, new EmailAddress("jo@" + domain));
        }
        if (chance(70)) {
            lead.set(Oracle.SIZE, BigDecimal.valueOf(random.nextInt(200), 1));
        }
        return Facts.of(lead.build(), NOW);
    }

    private void maybe(Lead.Builder lead, dev.leadkit.lead.Field<String> field, String value) {
        if (chance(80)) {
            lead.set(field, value);
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String[] some(List<String> values) {
        Set<String> some = new TreeSet<>();
        some.add(one(values));
        if (chance(30)) {
            some.add(one(values));
        }
        return some.toArray(String[]::new);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
