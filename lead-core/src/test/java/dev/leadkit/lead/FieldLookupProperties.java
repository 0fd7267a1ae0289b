package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class FieldLookupProperties {

    @Provide
    Arbitrary<List<FieldValues>> leads() {
        Arbitrary<FieldValues> any = LeadArbitraries.fieldValues();
        return any.list()
                .ofMaxSize(4)
                .flatMap(few -> few.isEmpty()
                        ? Arbitraries.just(few)
                        : Arbitraries.of(few).list().ofMaxSize(8));
    }

    private static Map<Integer, Object> found(FieldLookup lookup, FieldValues values) {
        Map<Integer, Object> found = new TreeMap<>();
        lookup.find(values, found::put);
        return found;
    }

    private static Map<Integer, Object> oneByOne(List<Field<?>> wanted, FieldValues values) {
        Map<Integer, Object> all = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Object value = values.get(wanted.get(i)).orElse(null);
            if (value != null) {
                all.put(i, value);
            }
        }
        return all;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsFoundIsWhatEachFieldHasWhateverTheLeadBeforeHad(@ForAll("leads") List<FieldValues> leads) {
        List<Field<?>> wanted = LeadArbitraries.fields().stream()
                .<Field<?>>map(field -> field)
                .sorted(Comparator.comparing(Field::name))
                .toList();
        FieldLookup lookup = new FieldLookup(wanted.toArray(Field<?>[]::new));
        for (FieldValues lead : leads) {
            assertThat(found(lookup, lead)).isEqualTo(oneByOne(wanted, lead));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void toFetchLeadsAheadMakesNoDifference(@ForAll("leads") List<FieldValues> leads) {
        Field<?>[] wanted = LeadArbitraries.fields().stream()
                .sorted(Comparator.comparing(Field::name))
                .toArray(Field<?>[]::new);
        FieldLookup lookup = new FieldLookup(wanted);
        for (FieldValues lead : leads) {
            leads.forEach(lookup::fetch);
            assertThat(found(lookup, lead)).isEqualTo(oneByOne(List.of(wanted), lead));
        }
    }

    @Test
    void aFieldOfTheSameNameAndAnotherTypeIsAnother() {
        FieldLookup lookup = new FieldLookup(Field.number("size"), Field.text("zone"));
        FieldValues text = FieldValues.builder()
                .set(Field.text("size"), "12")
                .set(Field.text("zone"), "a")
                .build();
        FieldValues number =
                FieldValues.builder().set(Field.number("size"), BigDecimal.TEN).build();
        assertThat(found(lookup, text)).isEqualTo(Map.of(1, "a"));
        assertThat(found(lookup, number)).isEqualTo(Map.of(0, BigDecimal.TEN));
        assertThat(found(lookup, FieldValues.EMPTY)).isEmpty();
        assertThat(found(lookup, text)).isEqualTo(Map.of(1, "a"));
    }
}
