package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A column remembers what its texts became: seen only by how often a host's converter is asked. */
final class MemoryTest {

    private final AtomicInteger asked = new AtomicInteger();

    private Mapping mapping(Field<String> field) {
        Converters converters = Converters.standard().with("shout", FieldType.TEXT, text -> {
            asked.incrementAndGet();
            return text.equals("bad") ? Conversion.faulty("good") : Conversion.of(text.toUpperCase(Locale.ROOT));
        });
        return Mapping.builder(FieldCatalog.of(field))
                .converters(converters)
                .columns(ColumnRule.of("c", field).converter("shout"))
                .build();
    }

    private static FieldValues read(Mapping mapping, String text) {
        return mapping.map(new Submission("s", "1", Optional.empty(), Map.of("c", text)))
                .values();
    }

    @Test
    void aTextIsConvertedOnceAndItsValueIsShared() {
        Field<String> field = Field.text("colour");
        Mapping mapping = mapping(field);
        String first = read(mapping, "red").get(field).orElseThrow();
        assertThat(read(mapping, "red").get(field).orElseThrow())
                .isSameAs(first)
                .isEqualTo("RED");
        assertThat(read(mapping, "blue").get(field)).contains("BLUE");
        assertThat(asked).hasValue(2);
    }

    @Test
    void theLongestTextThatIsRememberedHas64Characters() {
        Mapping mapping = mapping(Field.text("colour"));
        read(mapping, "x".repeat(64));
        read(mapping, "x".repeat(64));
        assertThat(asked).hasValue(1);
    }

    @Test
    void howeverManyTextsThereAreEachGetsItsOwnValue() {
        Field<String> field = Field.text("colour");
        Mapping mapping = mapping(field);
        for (int i = 0; i < 20_000; i++) {
            assertThat(read(mapping, "c" + i % 5_000).get(field)).contains("C" + i % 5_000);
        }
        assertThat(asked.get()).isLessThan(20_000);
    }

    @Test
    void whereTextsHardlyEverComeAgainHardlyAnyIsRememberedUntilTheyDo() {
        Field<String> field = Field.text("colour");
        Mapping mapping = mapping(field);
        for (int i = 0; i < 10_000; i++) {
            read(mapping, "once " + i);
        }
        asked.set(0);
        for (int i = 0; i < 64; i++) {
            read(mapping, "again " + i);
            assertThat(read(mapping, "again " + i).get(field)).contains("AGAIN " + i);
        }
        assertThat(asked.get()).as("asked for the second time as well").isGreaterThan(64 + 32);
        for (int i = 0; i < 64 * 1_000; i++) {
            read(mapping, "again " + i % 64);
        }
        asked.set(0);
        for (int i = 0; i < 64; i++) {
            read(mapping, "again " + i);
        }
        assertThat(asked.get()).as("asked for what comes again and again").isLessThan(8);
    }

    @Test
    void whatIsPersonalOrLongOrFaultyIsNotRemembered() {
        Field<String> personal = Field.text("nick").asPersonal();
        Mapping nicks = mapping(personal);
        read(nicks, "ann");
        read(nicks, "ann");
        assertThat(asked).hasValue(2);
        Mapping colours = mapping(Field.text("colour"));
        read(colours, "bad");
        read(colours, "bad");
        read(colours, "x".repeat(65));
        read(colours, "x".repeat(65));
        assertThat(asked).hasValue(6);
    }
}
