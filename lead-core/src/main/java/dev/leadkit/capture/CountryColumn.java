package dev.leadkit.capture;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another column of the row, which says the country. What is in it but no country is for that column's own rule to tell. */
final class CountryColumn {

    private final String name;
    private final Converter<String> countries;

    private CountryColumn(String name, Converter<String> countries) {
        this.name = name;
        this.countries = countries;
    }

    /** The column that the parameters name, or null. */
    static @Nullable CountryColumn asked(ConverterParameters parameters) {
        return parameters
                .text(RowConverter.COUNTRY_COLUMN)
                .map(name -> new CountryColumn(name, CountryConverter.plain()))
                .orElse(null);
    }

    /** The country's alpha-2 code, if the row says one. */
    Optional<String> country(Map<String, String> row) {
        String text = TextConverters.strip(row.getOrDefault(name, ""));
        return countries.convert(text) instanceof Conversion.Value<String> country
                ? Optional.of(country.value())
                : Optional.empty();
    }
}
