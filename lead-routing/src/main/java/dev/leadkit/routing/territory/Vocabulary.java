package dev.leadkit.routing.territory;

import dev.leadkit.contact.LegalForms;
import dev.leadkit.contact.Regions;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of the values that a plan names. Written while the plan is expanded, only read afterwards. */
final class Vocabulary {

    static final int NONE = Words.NONE;

    private static final Regions REGIONS = Regions.standard();
    private static final Set<String> CODES = Set.copyOf(REGIONS.codes());
    private static final List<String> COUNTRIES = List.copyOf(REGIONS.countries());

    final Words countries = new Words();
    final Words industries = new Words();
    final Words sources = new Words();
    final CompanyWords companies = new CompanyWords();
    final DomainWords domains = new DomainWords();
    private final Words regions = new Words();
    private final List<String> regionKeys = new ArrayList<>();
    private final List<Boolean> safe = new ArrayList<>();
    private final List<PostalFormat> formats = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    int country(String code) {
        int number = countries.add(code);
        if (number == formats.size()) {
            formats.add(PostalFormat.of(code));
            codes.add(code);
        }
        return number;
    }

    String code(int country) {
        return codes.get(country);
    }

    PostalFormat format(int country) {
        return formats.get(country);
    }

    /** The number of a region as an entry names it, in its country if it is in exactly one. */
    int region(String text, Optional<String> country) {
        String key = regionKey(text, country);
        int number = regions.add(Words.ANY, key, safe.size());
        if (number == safe.size()) {
            safe.add(!isElsewhere(key));
            regionKeys.add(key);
            alias(key, number);
        }
        country.ifPresent(code -> regions.add(country(code), text, number));
        return number;
    }

    /** How regions are compared: by their code if they have one, else by what is written. */
    static String regionKey(String text, Optional<String> country) {
        return FieldType.fold(REGIONS.find(text, country).orElse(text));
    }

    private static boolean isElsewhere(String key) {
        String code = key.toUpperCase(Locale.ROOT);
        return !CODES.contains(code)
                && (REGIONS.find(key, Optional.empty()).isPresent()
                        || COUNTRIES.stream()
                                .anyMatch(country ->
                                        REGIONS.find(key, Optional.of(country)).isPresent()));
    }

    private void alias(String key, int number) {
        String code = key.toUpperCase(Locale.ROOT);
        if (CODES.contains(code)) {
            int hyphen = code.indexOf('-');
            regions.add(country(code.substring(0, hyphen)), code.substring(hyphen + 1), number);
        }
    }

    /** The number of a lead's region; the country's number and code as the lead has them. */
    int findRegion(String text, int country, @Nullable String code) {
        int here = country == NONE ? NONE : regions.find(country, text);
        if (here != NONE) {
            return here;
        }
        int anywhere = regions.find(text);
        if (anywhere != NONE && safe.get(anywhere)) {
            return anywhere;
        }
        Optional<String> found =
                REGIONS.find(text, Optional.ofNullable(code).map(each -> each.toUpperCase(Locale.ROOT)));
        return found.isPresent() ? regions.find(found.get()) : anywhere;
    }

    /** Companies and domains are numbered in turns, so that one criterion holds both. */
    int company(String name) {
        return 2 * companies.add(companyKey(name));
    }

    static String companyKey(String name) {
        return LegalForms.standard().key(name);
    }

    int domain(String name) {
        return domains.add(name.startsWith("@") ? name.substring(1) : name, 2 * domains.size() + 1);
    }

    int findCompany(String name) {
        int found = companies.find(name);
        return found == NONE ? NONE : 2 * found;
    }

    boolean hasCompanies() {
        return companies.size() > 0;
    }

    boolean hasDomains() {
        return domains.size() > 0;
    }

    /** The values of a key, in words. */
    String words(int[] key) {
        StringBuilder words = new StringBuilder();
        append(words, key[Rule.COUNTRY], codes);
        append(words, key[Rule.REGION], regionKeys);
        append(words, key[Rule.INDUSTRY], industries.texts());
        append(words, key[Rule.SOURCE], sources.texts());
        return words.toString();
    }

    private static void append(StringBuilder words, int number, List<String> texts) {
        if (number != NONE) {
            words.append(words.isEmpty() ? "" : " ").append(texts.get(number));
        }
    }
}
