package dev.leadkit.capture;

import dev.leadkit.contact.Regions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The converter of states, provinces and other regions to ISO 3166-2. */
final class RegionConverter implements RowConverter<String> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Two letters and a hyphen, then one to three letters or digits. */
    private static final int PREFIX = 3;

    private static final int LONGEST_CODE = 6;

    private final Regions regions = Regions.standard();
    private final Optional<String> country;
    private final @Nullable CountryColumn column;

    private RegionConverter(Optional<String> country, @Nullable CountryColumn column) {
        this.country = country;
        this.column = column;
    }

    static Converter<String> make(ConverterParameters parameters) {
        Optional<String> country = parameters.text("country");
        if (country.isPresent() && !COUNTRIES.contains(country.get())) {
            parameters.refuse("country", "an ISO country code such as US", "\"" + country.get() + "\"");
        }
        return new RegionConverter(country, CountryColumn.asked(parameters));
    }

    @Override
    public Conversion<String> convert(String text, Map<String, String> row) {
        String clean = TextConverters.clean(text);
        Optional<String> said = column == null ? Optional.empty() : column.country(row);
        Optional<String> in = said.or(() -> country);
        return regions.find(clean, in)
                .or(() -> other(clean, in))
                .map(Conversion::of)
                .orElseGet(() -> faulty(in));
    }

    /** A code of a country without a table is believed: value maps can name such regions. */
    private Optional<String> other(String text, Optional<String> in) {
        String code = text.toUpperCase(Locale.ROOT);
        if (code.length() <= PREFIX || code.length() > LONGEST_CODE || code.charAt(2) != '-') {
            return Optional.empty();
        }
        String of = code.substring(0, 2);
        boolean plain = code.chars().skip(PREFIX).allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        boolean known = COUNTRIES.contains(of) && !regions.countries().contains(of);
        return plain && known && in.orElse(of).equals(of) ? Optional.of(code) : Optional.empty();
    }

    private Conversion<String> faulty(Optional<String> in) {
        String where = in.map(code -> "a region of " + code).orElse("a region whose name needs no country beside it");
        String hint = "An ISO 3166-2 code such as US-CA, or a name in " + String.join(", ", regions.countries())
                + "; a value map can add names.";
        return new Conversion.Faulty<>(where, hint);
    }
}
