package dev.leadkit.routing.territory;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which leads, by all of some criteria together. Of the values of one criterion any will do; a criterion that is empty is
 * not asked. A lead of which a value is not known does not fulfil the criterion. Letters' case makes no difference. Start
 * with {@link #any()} and say more.
 * The order of values makes no difference to leads. Immutable and thread-safe.
 *
 * @param countries ISO 3166-1 alpha-2 codes
 * @param regions regions by their ISO 3166-2 code, or, in a country, by the part of it behind the hyphen or a name that
 *     {@link dev.leadkit.contact.Regions} knows; others by what leads have for a region
 * @param postalCodes postal codes of the country that the entry is in; exactly one country must be in effect
 * @param industries values of the {@linkplain TerritoryFields#industry industry field}
 * @param size values of the {@linkplain TerritoryFields#size size field}; without a least and a greatest it is not asked
 * @param sources sources
 * @param companies named accounts by their names, compared as {@link dev.leadkit.contact.LegalForms} does
 * @param domains named accounts by the domains of their e-mail addresses, those below included; one of companies and domains
 *     together is enough
 * @param when a condition that must be true; unknown is not true
 */
public record Criteria(
        List<String> countries,
        List<String> regions,
        List<PostalSpan> postalCodes,
        List<String> industries,
        Optional<SizeSpan> size,
        List<String> sources,
        List<String> companies,
        List<String> domains,
        Optional<Condition> when) {

    private static final Criteria ANY = new Criteria(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    /**
     * Puts criteria together.
     *
     * @param countries countries
     * @param regions regions
     * @param postalCodes postal codes
     * @param industries industries
     * @param size sizes of companies
     * @param sources sources
     * @param companies names of named accounts
     * @param domains domains of named accounts
     * @param when a condition
     * @throws IllegalArgumentException if a text is blank
     */
    public Criteria {
        countries =
                countries.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
        regions = List.copyOf(regions);
        postalCodes = List.copyOf(postalCodes);
        industries = List.copyOf(industries);
        size = size.filter(span -> !span.isOpen());
        sources = List.copyOf(sources);
        companies = List.copyOf(companies);
        domains = domains.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        requireNonNull(when, "when");
        Stream.of(countries, regions, industries, sources, companies, domains)
                .flatMap(List::stream)
                .filter(String::isBlank)
                .findAny()
                .ifPresent(blank -> {
                    throw new IllegalArgumentException("criterion must be a text, was blank");
                });
    }

    private static <T> List<T> joined(List<T> values, Collection<T> more) {
        List<T> all = new ArrayList<>(values);
        all.addAll(more);
        return all;
    }

    /**
     * No criteria: every lead.
     *
     * @return empty criteria
     */
    public static Criteria any() {
        return ANY;
    }

    /**
     * Whether nothing is asked.
     *
     * @return true if every lead fulfils these
     */
    public boolean isEmpty() {
        return countries.isEmpty()
                && regions.isEmpty()
                && postalCodes.isEmpty()
                && industries.isEmpty()
                && size.isEmpty()
                && sources.isEmpty()
                && !hasAccounts()
                && when.isEmpty();
    }

    /**
     * These, and a country.
     *
     * @param codes the countries that will do as well as those already there
     * @return more criteria
     */
    public Criteria country(String... codes) {
        List<String> all = joined(countries, Arrays.asList(codes));
        return new Criteria(all, regions, postalCodes, industries, size, sources, companies, domains, when);
    }

    /**
     * These, and a region.
     *
     * @param names the regions that will do as well as those already there
     * @return more criteria
     */
    public Criteria region(String... names) {
        List<String> all = joined(regions, Arrays.asList(names));
        return new Criteria(countries, all, postalCodes, industries, size, sources, companies, domains, when);
    }

    /**
     * These, and a postal code.
     *
     * @param spans the codes that will do as well as those already there, each as {@link PostalSpan} has them
     * @return more criteria
     * @throws IllegalArgumentException if a text is no such span
     */
    public Criteria postalCode(String... spans) {
        List<PostalSpan> all =
                joined(postalCodes, Stream.of(spans).map(PostalSpan::new).toList());
        return new Criteria(countries, regions, all, industries, size, sources, companies, domains, when);
    }

    /**
     * These, and an industry.
     *
     * @param names the industries that will do as well as those already there
     * @return more criteria
     */
    public Criteria industry(String... names) {
        List<String> all = joined(industries, Arrays.asList(names));
        return new Criteria(countries, regions, postalCodes, all, size, sources, companies, domains, when);
    }

    /**
     * These, and a size of the company in place of that already there.
     *
     * @param from the least; {@link Long#MIN_VALUE} for no least
     * @param to the greatest; {@link Long#MAX_VALUE} for no greatest
     * @return more criteria
     */
    public Criteria size(long from, long to) {
        Optional<SizeSpan> span = Optional.of(new SizeSpan(from, to));
        return new Criteria(countries, regions, postalCodes, industries, span, sources, companies, domains, when);
    }

    /**
     * These, and a source.
     *
     * @param names the sources that will do as well as those already there
     * @return more criteria
     */
    public Criteria source(String... names) {
        List<String> all = joined(sources, Arrays.asList(names));
        return new Criteria(countries, regions, postalCodes, industries, size, all, companies, domains, when);
    }

    /**
     * These, and a named account.
     *
     * @param names the companies that will do as well as the companies and domains already there
     * @return more criteria
     */
    public Criteria company(String... names) {
        List<String> all = joined(companies, Arrays.asList(names));
        return new Criteria(countries, regions, postalCodes, industries, size, sources, all, domains, when);
    }

    /**
     * These, and a named account.
     *
     * @param names the domains that will do as well as the companies and domains already there
     * @return more criteria
     */
    public Criteria domain(String... names) {
        List<String> all = joined(domains, Arrays.asList(names));
        return new Criteria(countries, regions, postalCodes, industries, size, sources, companies, all, when);
    }

    /**
     * These, and a condition in place of that already there.
     *
     * @param condition what must be true
     * @return more criteria
     */
    public Criteria when(Condition condition) {
        Optional<Condition> asked = Optional.of(condition);
        return new Criteria(countries, regions, postalCodes, industries, size, sources, companies, domains, asked);
    }

    boolean hasAccounts() {
        return !companies.isEmpty() || !domains.isEmpty();
    }
}
