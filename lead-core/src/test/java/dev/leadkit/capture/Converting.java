package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;

/** Converts one text by one built-in converter, for tests; what it gives is told as text. */
record Converting(ColumnRule rule, FieldType<?> type) {

    static final String MISSING = "missing";
    static final String FAULTY = "faulty";

    static Converting by(String converter, FieldType<?> type) {
        return new Converting(ColumnRule.of("c", "f").converter(converter), type);
    }

    Converting with(String parameter, String... texts) {
        return new Converting(rule.parameter(parameter, texts), type);
    }

    String text(String text) {
        return told(type, text);
    }

    private <T> String told(FieldType<T> fieldType, String text) {
        Conversion<T> conversion = converter(fieldType).convert(text);
        if (conversion instanceof Conversion.Value<T> value) {
            return fieldType.format(value.value());
        }
        if (conversion instanceof Conversion.Missing<T>) {
            return MISSING;
        }
        assertThat(conversion).isInstanceOf(Conversion.Faulty.class);
        return FAULTY;
    }

    private <T> Converter<T> converter(FieldType<T> fieldType) {
        Faults faults = new Faults();
        var found = Converters.standard().find(new Field<>("f", fieldType, false), rule, "c", faults);
        faults.refuseIfAny("converter");
        return found.orElseThrow();
    }
}
