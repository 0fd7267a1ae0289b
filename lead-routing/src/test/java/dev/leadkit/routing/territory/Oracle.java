package dev.leadkit.routing.territory;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.contact.LegalForms;
import dev.leadkit.contact.Regions;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the documentation says, read word by word: every entry, every criterion, every postal code one by one. */
final class Oracle {

    static final Field<String> INDUSTRY = Field.text("industry");
    static final Field<BigDecimal> SIZE = Field.number("employees");
    private static final int CODES = 10_000;
    private static final int DIGITS = 4;

    private final List<Territory> territories;
    private final List<Way> ways = new ArrayList<>();

    /** An entry and everything above it, from the top down. */
    private record Way(int territory, int entry, int priority, List<Criteria> all, List<BitSet> codes) {}

    /** How strong an entry is for a lead; smaller is stronger, place by place. */
    record Strength(int territory, List<Long> places) {}

    Oracle(List<Territory> territories) {
        this.territories = territories;
        for (int i = 0; i < territories.size(); i++) {
            Territory territory = territories.get(i);
            if (territory.entries().isEmpty() && !territory.criteria().isEmpty()) {
                ways.add(way(i, -1, chain(i)));
            }
            for (int e = 0; e < territory.entries().size(); e++) {
                List<Criteria> all = chain(i);
                all.add(territory.entries().get(e).criteria());
                ways.add(way(i, e, all));
            }
        }
    }

    private Way way(int territory, int entry, List<Criteria> all) {
        int priority = entry >= 0
                        && territories
                                .get(territory)
                                .entries()
                                .get(entry)
                                .priority()
                                .isPresent()
                ? territories.get(territory).entries().get(entry).priority().getAsInt()
                : priority(territory);
        return new Way(territory, entry, priority, all, codes(all));
    }

    private int priority(int territory) {
        Territory found = territories.get(territory);
        int above = above(found);
        return found.priority().orElse(above < 0 ? 0 : priority(above));
    }

    int above(Territory territory) {
        for (int i = 0; i < territories.size(); i++) {
            if (territory.parent().isPresent()
                    && territories.get(i).id().equals(territory.parent().get())) {
                return i;
            }
        }
        return -1;
    }

    private List<Criteria> chain(int number) {
        Territory territory = territories.get(number);
        List<Criteria> chain = above(territory) < 0 ? new ArrayList<>() : chain(above(territory));
        chain.add(territory.criteria());
        return chain;
    }

    /** The codes of each span of the lowest that asks any, as far as all those above let them through. */
    private static List<BitSet> codes(List<Criteria> all) {
        List<BitSet> codes = new ArrayList<>();
        for (Criteria criteria : all) {
            if (!criteria.postalCodes().isEmpty()) {
                BitSet above = new BitSet();
                codes.forEach(above::or);
                List<BitSet> own =
                        criteria.postalCodes().stream().map(Oracle::codes).toList();
                if (!codes.isEmpty()) {
                    own.forEach(set -> set.and(above));
                }
                codes = new ArrayList<>(own);
            }
        }
        return codes;
    }

    private static BitSet codes(PostalSpan span) {
        String[] ends = span.text().replace("*", "").split("\\.\\.", -1);
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[ends.length - 1]);
        int codesOfOne = (int) Math.pow(10, DIGITS - ends[0].length());
        BitSet codes = new BitSet();
        for (int code = 0; code < CODES; code++) {
            codes.set(code, code / codesOfOne >= from && code / codesOfOne <= to);
        }
        return codes;
    }

    Optional<String> find(Facts lead) {
        return strengths(lead).stream()
                .findFirst()
                .map(best -> territories.get(best.territory()).id());
    }

    /** All ways that take a lead, the strongest first; a way through several spans once for each. */
    List<Strength> strengths(Facts lead) {
        List<Strength> found = new ArrayList<>();
        for (Way way : ways) {
            if (way.all().stream().allMatch(criteria -> holds(criteria, way.all(), lead))) {
                if (way.codes().isEmpty()) {
                    found.add(strength(way, Long.MAX_VALUE));
                }
                int code = code(lead);
                way.codes().stream()
                        .filter(codes -> code >= 0 && codes.get(code))
                        .forEach(codes -> found.add(strength(way, run(codes, code))));
            }
        }
        found.sort(Comparator.comparing(Strength::places, Oracle::compare));
        return found;
    }

    private static int compare(List<Long> one, List<Long> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return Long.compare(one.get(i), other.get(i));
            }
        }
        return 0;
    }

    /** How many codes lie without a gap around one. */
    private static long run(BitSet codes, int code) {
        return codes.nextClearBit(code) - codes.previousClearBit(code) - 1L;
    }

    private Strength strength(Way way, long codes) {
        List<Criteria> all = way.all();
        return new Strength(
                way.territory(),
                List.of(
                        -(long) way.priority(),
                        no(all.stream().anyMatch(Criteria::hasAccounts)),
                        codes,
                        no(all.stream().anyMatch(each -> !each.regions().isEmpty())),
                        no(all.stream().anyMatch(each -> !each.countries().isEmpty())),
                        no(all.stream().anyMatch(each -> !each.industries().isEmpty())),
                        sizes(all),
                        no(all.stream().anyMatch(each -> !each.sources().isEmpty())),
                        no(all.stream().anyMatch(each -> each.when().isPresent())),
                        -(long) chain(way.territory()).size(),
                        (long) way.territory(),
                        (long) way.entry()));
    }

    private static long no(boolean asked) {
        return asked ? 0 : 1;
    }

    private static long sizes(List<Criteria> all) {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        for (Criteria each : all) {
            from = Math.max(from, each.size().map(SizeSpan::from).orElse(from));
            to = Math.min(to, each.size().map(SizeSpan::to).orElse(to));
        }
        if (from == Long.MIN_VALUE && to == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        return from == Long.MIN_VALUE || to == Long.MAX_VALUE ? Long.MAX_VALUE - 1 : to - from;
    }

    private static boolean holds(Criteria asked, List<Criteria> all, Facts lead) {
        String country = lead.lead().get(StandardFields.COUNTRY).orElse("?");
        return (asked.countries().isEmpty() || has(asked.countries(), country))
                && (asked.regions().isEmpty() || inRegion(asked, all, lead))
                && (asked.postalCodes().isEmpty() || code(lead) >= 0)
                && (asked.industries().isEmpty()
                        || has(asked.industries(), lead.lead().get(INDUSTRY).orElse("?")))
                && (asked.sources().isEmpty()
                        || has(
                                asked.sources(),
                                lead.lead().get(StandardFields.SOURCE).orElse("?")))
                && asked.size().map(span -> inSize(span, lead)).orElse(true)
                && (!asked.hasAccounts() || isNamed(asked, lead))
                && asked.when().map(when -> isTrue(when, lead)).orElse(true);
    }

    private static boolean isTrue(Condition when, Facts lead) {
        return when.evaluate(lead, fault -> {}) == Truth.TRUE;
    }

    private static boolean has(List<String> wanted, String value) {
        return wanted.stream().anyMatch(each -> FieldType.fold(each).equals(FieldType.fold(value)));
    }

    private static boolean inRegion(Criteria asked, List<Criteria> all, Facts lead) {
        Optional<String> text = lead.lead().get(StandardFields.REGION);
        if (text.isEmpty()) {
            return false;
        }
        List<String> countries = new ArrayList<>();
        for (Criteria each : all.subList(0, all.indexOf(asked) + 1)) {
            if (!each.countries().isEmpty()) {
                List<String> narrower =
                        new ArrayList<>(each.countries().stream().distinct().toList());
                narrower.removeIf(code -> !countries.isEmpty() && !countries.contains(code));
                countries.clear();
                countries.addAll(narrower);
            }
        }
        Optional<String> only = countries.size() == 1 ? Optional.of(countries.get(0)) : Optional.empty();
        String region = region(text.get(), lead.lead().get(StandardFields.COUNTRY));
        return asked.regions().stream().anyMatch(each -> region(each, only).equals(region));
    }

    private static String region(String text, Optional<String> country) {
        return FieldType.fold(Regions.standard().find(text, country).orElse(text));
    }

    private static int code(Facts lead) {
        boolean austrian = lead.lead().get(StandardFields.COUNTRY).orElse("").equals("AT");
        return austrian
                ? lead.lead()
                        .get(StandardFields.POSTAL_CODE)
                        .map(Integer::valueOf)
                        .orElse(-1)
                : -1;
    }

    private static boolean inSize(SizeSpan span, Facts lead) {
        return lead.lead()
                .get(SIZE)
                .map(size -> size.setScale(0, RoundingMode.FLOOR).longValueExact())
                .filter(size -> size >= span.from() && size <= span.to())
                .isPresent();
    }

    private static boolean isNamed(Criteria asked, Facts lead) {
        Optional<String> key = lead.lead().get(StandardFields.COMPANY).map(LegalForms.standard()::key);
        boolean company = key.isPresent()
                && asked.companies().stream().map(LegalForms.standard()::key).anyMatch(key.get()::equals);
        String domain = "."
                + lead.lead()
                        .get(StandardFields.EMAIL)
                        .map(EmailAddress::domain)
                        .orElse("?");
        return company || asked.domains().stream().anyMatch(each -> domain.endsWith("." + each));
    }
}
