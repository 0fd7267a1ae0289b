package dev.leadkit.capture;

import java.util.Map;

/**
 * A converter that looks at another column of the same submission, which its parameter {@value #COUNTRY_COLUMN} names: what
 * a phone number or a region means depends on the country.
 */
interface RowConverter<T> extends Converter<T> {

    String COUNTRY_COLUMN = "countryColumn";

    /** Converts a text that stands in a row; the row has all columns of the submission, as they came. */
    Conversion<T> convert(String text, Map<String, String> row);

    @Override
    default Conversion<T> convert(String text) {
        return convert(text, Map.of());
    }
}
