package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One column rule, checked and ready to be applied. */
final class Column<T> {

    private final Field<T> field;
    private final ColumnRule rule;
    private final Converter<T> converter;
    private final Spellings placeholders;
    private final Map<String, T> values = new HashMap<>();
    private final Map<String, T> foldedValues = new HashMap<>();
    private final Optional<T> otherwise;

    /** Empty for what is personal, because nobody must be remembered here who was erased elsewhere. */
    private final Optional<Memory<T>> memory;

    private Column(Field<T> field, ColumnRule rule, Converter<T> converter) {
        this.field = field;
        this.rule = rule;
        this.converter = converter;
        this.placeholders = Spellings.of(rule.placeholders());
        this.otherwise = rule.otherwise().flatMap(text -> value(convert(text, Map.of())));
        boolean keeps = !field.personal() && !(converter instanceof RowConverter<T>);
        this.memory = keeps ? Optional.of(new Memory<>()) : Optional.empty();
    }

    /** The column, with every fault of its rule's value map and default reported. */
    static <T> Column<T> of(Field<T> field, ColumnRule rule, Converter<T> converter, Complaints complaints) {
        Column<T> column = new Column<>(field, rule, converter);
        rule.otherwise().ifPresent(text -> column.checkConvertible(text, complaints.under(".default")));
        rule.values().forEach((from, to) -> column.add(from, to, complaints.under(".values")));
        return column;
    }

    /** Where faults of one part of the rules go. */
    record Complaints(String path, Faults faults) {
        Complaints under(String part) {
            return new Complaints(path + part, faults);
        }

        void add(String rule, String value, String hint) {
            faults.accept(new Fault(path, rule, value, hint));
        }
    }

    private void add(String from, String to, Complaints complaints) {
        if (from.isEmpty() || !from.equals(TextConverters.strip(from))) {
            complaints.add("from texts without white space at their ends", "\"" + from + "\"", "");
        }
        checkConvertible(to, complaints).ifPresent(value -> {
            values.put(from, value);
            T other = foldedValues.put(FieldType.fold(from), value);
            if (other != null && !other.equals(value)) {
                complaints.add(
                        "one value for all spellings of a text",
                        "another for \"" + from + "\"",
                        "The case of letters makes no difference.");
            }
        });
    }

    private Optional<T> checkConvertible(String text, Complaints complaints) {
        Conversion<T> conversion = convert(text, Map.of());
        if (conversion instanceof Conversion.Faulty<T> faulty) {
            complaints.add(faulty.rule(), "\"" + text + "\"", faulty.hint());
        } else if (conversion instanceof Conversion.Missing<T>) {
            complaints.add("a value", "\"" + text + "\"", "A placeholder makes a text missing.");
        }
        return value(conversion);
    }

    private static <T> Optional<T> value(Conversion<T> conversion) {
        return conversion instanceof Conversion.Value<T> good ? Optional.of(good.value()) : Optional.empty();
    }

    Field<T> field() {
        return field;
    }

    /** Hands over what was read, which is of the field's type. */
    void put(Object value, FieldValues.Builder into) {
        into.set(field, field.type().valueClass().cast(value));
    }

    void read(Map<String, String> texts, CompiledMapping.Reading into) {
        String text = TextConverters.strip(texts.getOrDefault(rule.column(), ""));
        if (into.isClearing(text)) {
            clear(into);
        } else if (text.isEmpty()) {
            missing(into);
        } else {
            set(text, texts, into);
        }
    }

    private void clear(CompiledMapping.Reading into) {
        if (rule.required()) {
            into.errors.add(rule.column(), "a value for " + field.name(), "cleared");
        } else {
            into.clear(field);
        }
    }

    private void missing(CompiledMapping.Reading into) {
        if (otherwise.isPresent()) {
            into.set(field, otherwise.get());
        } else if (rule.required()) {
            into.errors.add(rule.column(), "a value for " + field.name(), "");
        }
    }

    private void set(String text, Map<String, String> row, CompiledMapping.Reading into) {
        Conversion<T> conversion = understood(text, row, into);
        if (conversion instanceof Conversion.Value<T> good) {
            into.set(field, good.value());
        } else if (conversion instanceof Conversion.Faulty<T> faulty) {
            (rule.required() ? into.errors : into.warnings)
                    .accept(new Fault(rule.column(), faulty.rule(), Fault.unseen(text), faulty.hint()));
        } else {
            missing(into);
        }
    }

    private Conversion<T> understood(String text, Map<String, String> row, CompiledMapping.Reading into) {
        if (memory.isEmpty()) {
            return worked(text, row, into);
        }
        Conversion<T> known = memory.get().recall(text);
        return known == null ? memory.get().keep(text, worked(text, row, into)) : known;
    }

    private Conversion<T> worked(String text, Map<String, String> row, CompiledMapping.Reading into) {
        if (placeholders.contain(text) || into.isPlaceholder(text)) {
            return Conversion.missing();
        }
        T mapped = values.isEmpty() ? null : values.getOrDefault(text, foldedValues.get(FieldType.fold(text)));
        return mapped == null ? convert(text, row) : Conversion.of(mapped);
    }

    private Conversion<T> canonical(T value) {
        if (!field.type().valueClass().isInstance(value)) {
            return Conversion.faulty("convertible by a converter that gives " + field.type());
        }
        return field.type()
                .canonical(value)
                .map(Conversion::of)
                .orElseGet(() -> Conversion.faulty("a " + field.type() + " of at most 100 characters"));
    }

    /** A host's converter may fail; that is a fault of this one text then, and its message may hold the text. */
    private Conversion<T> convert(String raw, Map<String, String> row) {
        String text = TextConverters.strip(raw);
        if (text.isEmpty()) {
            return Conversion.missing();
        }
        try {
            Conversion<T> conversion = requireNonNull(
                    converter instanceof RowConverter<T> both ? both.convert(text, row) : converter.convert(text),
                    "conversion");
            return conversion instanceof Conversion.Value<T> good ? canonical(good.value()) : conversion;
        } catch (RuntimeException e) {
            return new Conversion.Faulty<>(
                    "convertible to " + field.type(),
                    "The converter failed with " + e.getClass().getName() + ".");
        }
    }
}
