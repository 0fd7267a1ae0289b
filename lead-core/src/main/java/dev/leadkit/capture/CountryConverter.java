package dev.leadkit.capture;

import dev.leadkit.lead.FieldType;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The converter of countries. Names come from the platform's English ones, whatever the default locale is; those that
 * changed between platform versions, and what people commonly write, are listed here so that the version makes no
 * difference.
 */
final class CountryConverter {

    private static final List<String> UNKNOWN =
            List.of("unknown", "not known", "not specified", "not provided", "none", "n/a");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final String ALIASES = """
            AE: UAE, Emirates, U.A.E
            BA: Bosnia
            BN: Brunei Darussalam
            BO: Plurinational State of Bolivia
            CD: DR Congo, Democratic Republic of the Congo, Congo Kinshasa, DRC
            CG: Republic of the Congo, Congo Brazzaville, Congo
            CI: Ivory Coast
            CN: People's Republic of China, PR China, PRC, Mainland China
            CV: Cabo Verde
            CZ: Czech Republic, Czechia
            DE: Deutschland
            ES: España
            FK: Falkland Islands
            FM: Federated States of Micronesia
            GB: UK, U.K, Great Britain, England, Scotland, Wales, Northern Ireland, Britain
            HK: Hong Kong
            IR: Islamic Republic of Iran
            KP: North Korea, Democratic People's Republic of Korea
            KR: South Korea, Republic of Korea, Korea
            LA: Lao People's Democratic Republic, Lao PDR
            MD: Republic of Moldova
            MK: Macedonia, North Macedonia, FYROM
            MM: Burma, Myanmar
            MO: Macau, Macao
            NL: Holland, The Netherlands
            PS: Palestine, State of Palestine
            RU: Russian Federation
            ST: Sao Tome and Principe
            SY: Syrian Arab Republic
            SZ: Swaziland, Eswatini
            TL: East Timor, Timor Leste
            TR: Turkey, Türkiye, Turkiye
            TW: Taiwan, Chinese Taipei
            TZ: United Republic of Tanzania
            US: USA, U.S.A, U.S, America, United States of America, The United States
            VA: Vatican, Holy See, Vatican City
            VE: Bolivarian Republic of Venezuela
            VN: Viet Nam
            """;

    private CountryConverter() {}

    static Converter<String> make(ConverterParameters parameters) {
        Map<String, String> names = new HashMap<>();
        for (String tag : parameters.list("languages").orElse(List.of())) {
            Map<String, String> more = names(Locale.forLanguageTag(tag));
            if (more.isEmpty()) {
                parameters.refuse("languages", "languages in which the platform names countries", "\"" + tag + "\"");
            }
            more.forEach(names::putIfAbsent);
        }
        names.putAll(names());
        return converter(names, parameters.list("unknown").orElse(UNKNOWN));
    }

    /** The converter without parameters. */
    static Converter<String> plain() {
        return converter(names(), UNKNOWN);
    }

    private static Converter<String> converter(Map<String, String> names, List<String> words) {
        Map<String, String> codes = codes();
        Set<String> unknown = words.stream()
                .map(word -> FieldType.fold(TextConverters.clean(word)))
                .collect(Collectors.toSet());
        return text -> {
            String clean = TextConverters.clean(text);
            if (unknown.contains(FieldType.fold(clean))) {
                return Conversion.missing();
            }
            String code = codes.getOrDefault(clean.toUpperCase(Locale.ROOT), names.get(key(clean)));
            return code == null
                    ? new Conversion.Faulty<>(
                            "a country",
                            "An ISO 3166-1 code or a name in English or a language of the mapping; a value map can add names.")
                    : Conversion.of(code);
        };
    }

    /** By alpha-2 and alpha-3. Exactly these: "N.A." is not Namibia. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String alpha2 : Locale.getISOCountries()) {
            codes.put(alpha2, alpha2);
            codes.put(new Locale("", alpha2).getISO3Country(), alpha2);
        }
        return codes;
    }

    /**
     * The names in a language, without those that mean two countries in it; none if the platform has no data for it, and
     * would give the English ones or the codes.
     */
    private static Map<String, String> names(Locale language) {
        Map<String, String> names = new HashMap<>();
        Set<String> twice = new HashSet<>();
        boolean own = language.getLanguage().equals("en");
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = new Locale("", alpha2);
            String name = country.getDisplayCountry(language);
            own |= !name.equals(country.getDisplayCountry(Locale.ENGLISH)) && !name.equals(alpha2);
            if (names.put(key(name), alpha2) != null) {
                twice.add(key(name));
            }
        }
        names.keySet().removeAll(twice);
        return own && LANGUAGES.contains(language.getLanguage()) ? names : Map.of();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String alpha2 : Locale.getISOCountries()) {
            names.put(key(new Locale("", alpha2).getDisplayCountry(Locale.ENGLISH)), alpha2);
        }
        ALIASES.lines().forEach(line -> {
            for (String alias : line.substring(3).split(",", -1)) {
                names.put(key(alias), line.substring(0, 2));
            }
        });
        return names;
    }

    /** Letters and digits only, without accents and case, and "and" for "&", so that spellings of one name meet. */
    private static String key(String text) {
        String apart = Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(apart.length());
        FieldType.fold(apart).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String key = letters.toString();
        return key.startsWith("saint") ? "st" + key.substring("saint".length()) : key;
    }
}
