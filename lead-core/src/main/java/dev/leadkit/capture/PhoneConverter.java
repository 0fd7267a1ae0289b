package dev.leadkit.capture;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The converter of phone numbers, which stands on an optional library. */
final class PhoneConverter {

    private PhoneConverter() {}

    static Converter<PhoneNumber> make(ConverterParameters parameters) {
        Optional<String> region = parameters.text("region");
        boolean strict = parameters.word("accept", "valid", "possible").equals("valid");
        CountryColumn column = CountryColumn.asked(parameters);
        try {
            return Library.of(checked(region, parameters), column, strict);
        } catch (NoClassDefFoundError e) {
            parameters.refuseWithout("com.googlecode.libphonenumber:libphonenumber");
            return text -> Conversion.faulty("a phone number");
        }
    }

    private static @Nullable String checked(Optional<String> region, ConverterParameters parameters) {
        if (region.isPresent() && !Library.knows(region.get())) {
            parameters.refuse("region", "an ISO country code such as GB", "\"" + region.get() + "\"");
            return null;
        }
        return region.orElse(null);
    }

    /** What needs the library's classes to be loaded at all. */
    private record Library(
            PhoneNumberUtil numbers,
            @Nullable String otherwise,
            @Nullable CountryColumn column,
            boolean strict) implements RowConverter<PhoneNumber> {

        private static final int LONGEST = 60;
        private static final String PUNCTUATION = " ()-.";

        static Library of(@Nullable String otherwise, @Nullable CountryColumn column, boolean strict) {
            return new Library(PhoneNumberUtil.getInstance(), otherwise, column, strict);
        }

        static boolean knows(String region) {
            return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
        }

        @Override
        public Conversion<PhoneNumber> convert(String text, Map<String, String> row) {
            String region = region(row);
            if (text.length() > LONGEST) {
                return noNumber(region);
            }
            try {
                Phonenumber.PhoneNumber number = numbers.parse(bare(text), region);
                boolean good = strict ? numbers.isValidNumber(number) : numbers.isPossibleNumber(number);
                Optional<PhoneNumber> e164 =
                        good ? FieldType.PHONE.parse(numbers.format(number, PhoneNumberFormat.E164)) : Optional.empty();
                return e164.map(Conversion::of).orElseGet(() -> noNumber(region));
            } catch (NumberParseException e) {
                return noNumber(region);
            }
        }

        /**
         * The same number without the punctuation that means nothing: the library drops it as well, after it has looked for
         * extensions in it. A text with anything else in it stays as it is.
         */
        static String bare(String text) {
            StringBuilder bare = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean plus = c == '+' && bare.length() == 0;
                if (plus || (c >= '0' && c <= '9')) {
                    bare.append(c);
                } else if (PUNCTUATION.indexOf(c) < 0) {
                    return text;
                }
            }
            return bare.toString();
        }

        private @Nullable String region(Map<String, String> row) {
            Optional<String> said = column == null ? Optional.empty() : column.country(row);
            return said.filter(Library::knows).orElse(otherwise);
        }

        private static Conversion<PhoneNumber> noNumber(@Nullable String region) {
            return region == null
                    ? new Conversion.Faulty<>(
                            "a phone number that starts with + and a country code",
                            "Give the converter a region, or a column with the country, for numbers without one.")
                    : Conversion.faulty("a phone number as dialled in " + region + ", or one that starts with +");
        }
    }
}
