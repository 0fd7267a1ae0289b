package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.contact.EmailLists;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The converters that mappings may name. A field that names none gets the one called like its type. Immutable and
 * thread-safe.
 *
 * <table>
 * <caption>The built-in converters and their parameters</caption>
 * <tr><th>name</th><th>gives</th><th>parameters</th></tr>
 * <tr><td>{@code text}</td><td>text in NFC without control characters, white space collapsed</td>
 *     <td>{@code longest}: most characters, else 32767</td></tr>
 * <tr><td>{@code name}</td><td>text; all capitals or all lower case become capitals at the start of each part</td>
 *     <td>{@code longest}</td></tr>
 * <tr><td>{@code email}</td><td>e-mail address as {@link dev.leadkit.contact.EmailSyntax} reads it; {@code mailto:} and a
 *     name before angle brackets are dropped first</td>
 *     <td></td></tr>
 * <tr><td>{@code phone}</td><td>phone number in E.164, an extension dropped; needs libphonenumber</td>
 *     <td>{@code region}: ISO country of numbers without a country code, else only numbers that start with + are taken;
 *     {@code countryColumn}: the column that says the country of these numbers, {@code region} where it says none;
 *     {@code accept}: {@code valid}, or {@code possible} to check the length only</td></tr>
 * <tr><td>{@code country}</td><td>text: ISO 3166-1 alpha-2, from alpha-2, alpha-3, an English name or alias</td>
 *     <td>{@code languages}: further languages of names, such as {@code de}, as the platform has them (where two differ,
 *     English counts first, then the earlier one); {@code unknown}: words that mean missing</td></tr>
 * <tr><td>{@code region}</td><td>text: ISO 3166-2 such as {@code US-CA}, from code or name, of the countries of
 *     {@link dev.leadkit.contact.Regions}; of others the code alone</td>
 *     <td>{@code country}: the ISO country; {@code countryColumn}: the column that says it, {@code country} where it says
 *     none; without both only whole codes and names that one country alone has are taken</td></tr>
 * <tr><td>{@code number}</td><td>exact number</td>
 *     <td>{@code decimal}: the decimal separator, else a point; {@code grouping}: the grouping separator, else none (a
 *     space stands for every kind of space); {@code percent}: {@code refuse}, {@code fraction} (5 % is 0.05) or
 *     {@code number} (5 % is 5); {@code currency}: {@code refuse}, or {@code drop} for a sign or a code of three capitals
 *     before or behind</td></tr>
 * <tr><td>{@code flag}</td><td>yes or no</td>
 *     <td>{@code true}, {@code false}: the words, else true, yes, y, 1, on and false, no, n, 0, off</td></tr>
 * <tr><td>{@code date}</td><td>calendar day</td>
 *     <td>{@code patterns}: as of {@link java.time.format.DateTimeFormatter}, at most 20, the first that fits
 *     counts, else {@code uuuu-MM-dd}; {@code language}: of month names, else {@code en}</td></tr>
 * <tr><td>{@code instant}</td><td>moment</td>
 *     <td>{@code patterns}: as for dates, or {@code iso} (the default), {@code epoch-seconds}, {@code epoch-millis};
 *     {@code zone}: for patterns without an offset; a local time that a clock change skips is moved later by the gap, of
 *     one that comes twice the first counts, a day alone is its start, half a time of day (such as {@code hh} without
 *     {@code a}) is refused; {@code language}</td></tr>
 * </table>
 */
public final class Converters {

    private static final Converters STANDARD = new Converters(new TreeMap<>())
            .withFactory("text", FieldType.TEXT, TextConverters::text)
            .withFactory("name", FieldType.TEXT, TextConverters::name)
            .withFactory("email", FieldType.EMAIL, EmailConverter::make)
            .withFactory("phone", FieldType.PHONE, PhoneConverter::make)
            .withFactory("country", FieldType.TEXT, CountryConverter::make)
            .withFactory("region", FieldType.TEXT, RegionConverter::make)
            .withFactory("number", FieldType.NUMBER, NumberConverter::make)
            .withFactory("flag", FieldType.FLAG, FlagConverter::make)
            .withFactory("date", FieldType.DATE, TimeConverters::date)
            .withFactory("instant", FieldType.INSTANT, TimeConverters::instant);

    private final SortedMap<String, Entry<?>> entries;

    private Converters(SortedMap<String, Entry<?>> entries) {
        this.entries = entries;
    }

    /** A converter's factory and the type of what it makes. */
    private record Entry<T>(FieldType<T> type, Function<ConverterParameters, Converter<T>> factory) {}

    /**
     * The built-in converters.
     *
     * @return the converters of the table above
     */
    public static Converters standard() {
        return STANDARD;
    }

    /**
     * These converters and one that takes parameters.
     *
     * @param name its name; replaces a converter of that name
     * @param type the type of the fields that it can fill
     * @param factory makes the converter when a mapping is built; it reports wrong parameters to
     *     {@link ConverterParameters#refuse} and returns a converter all the same
     * @param <T> the values' Java type
     * @return more converters; this one is as it was
     */
    public <T> Converters withFactory(
            String name, FieldType<T> type, Function<ConverterParameters, Converter<T>> factory) {
        if (!Field.isName(name)) {
            throw new IllegalArgumentException(
                    "converter name must be formed like a field's name, was \"" + name + "\"");
        }
        requireNonNull(type, "type");
        requireNonNull(factory, "factory");
        SortedMap<String, Entry<?>> more = new TreeMap<>(entries);
        more.put(name, new Entry<>(type, factory));
        return new Converters(more);
    }

    /**
     * These converters and one without parameters.
     *
     * @param name its name; replaces a converter of that name
     * @param type the type of the fields that it can fill
     * @param converter the converter
     * @param <T> the values' Java type
     * @return more converters; this one is as it was
     */
    public <T> Converters with(String name, FieldType<T> type, Converter<T> converter) {
        requireNonNull(converter, "converter");
        return withFactory(name, type, parameters -> converter);
    }

    /**
     * These converters and three that tell by a host's lists what an e-mail address is: {@code role-mail},
     * {@code free-mail} and {@code disposable-mail} give a flag, of the same text that {@code email} makes the address of.
     * What is no address leaves the flag unknown: the address's own rule says why.
     *
     * @param lists the lists
     * @return more converters; these are as they were
     */
    public Converters withEmailLists(EmailLists lists) {
        return with("role-mail", FieldType.FLAG, flag(lists::isRole))
                .with("free-mail", FieldType.FLAG, flag(lists::isFreeMail))
                .with("disposable-mail", FieldType.FLAG, flag(lists::isDisposable));
    }

    private static Converter<Boolean> flag(Predicate<EmailAddress> question) {
        return text -> EmailConverter.convert(text) instanceof Conversion.Value<EmailAddress> good
                ? Conversion.of(question.test(good.value()))
                : Conversion.missing();
    }

    /** The converter that a rule asks for, or empty after reporting why there is none. */
    <T> Optional<Converter<T>> find(Field<T> field, ColumnRule rule, String path, Consumer<? super Fault> faults) {
        String name = rule.converter().orElse(field.type().name());
        Entry<?> entry = entries.get(name);
        if (entry == null) {
            faults.accept(new Fault(
                    path + ".converter",
                    "the name of a converter",
                    "\"" + name + "\"",
                    Suggestion.of(name, entries.keySet())));
            return Optional.empty();
        }
        if (entry.type() != field.type()) {
            faults.accept(new Fault(
                    path + ".converter",
                    "a converter that gives " + field.type(),
                    "\"" + name + "\", which gives " + entry.type(),
                    suitable(field.type())));
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // the types were just compared, and a type has one T
        Entry<T> fitting = (Entry<T>) entry;
        return make(fitting, new ConverterParameters(rule.parameters(), path, faults), path, faults);
    }

    private static <T> Optional<Converter<T>> make(
            Entry<T> entry, ConverterParameters parameters, String path, Consumer<? super Fault> faults) {
        try {
            Converter<T> converter = entry.factory().apply(parameters);
            parameters.refuseUnasked();
            return Optional.of(converter);
        } catch (RuntimeException e) {
            faults.accept(new Fault(
                    path + ".converter",
                    "a converter that can be made",
                    "one that failed with " + e.getClass().getName()));
            return Optional.empty();
        }
    }

    private String suitable(FieldType<?> type) {
        return entries.entrySet().stream()
                .filter(each -> each.getValue().type() == type)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", ", "Suitable: ", "."));
    }
}
