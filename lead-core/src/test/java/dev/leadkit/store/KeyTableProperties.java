package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class KeyTableProperties {

    private record Step(String value, LeadId owner, boolean removes) {}

    /** Among the values are some of one hash code: those of "Aa" and "BB" are equal. One has the hash code 0. */
    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<String> alike = Arbitraries.of("Aa", "BB").list().ofSize(4).map(parts -> String.join("", parts));
        Arbitrary<String> others = Arbitraries.integers().between(0, 300).map(number -> "jo" + number + "@x.example");
        Arbitrary<LeadId> owners = Arbitraries.integers().between(0, 9).map(number -> new LeadId("L" + number));
        Arbitrary<Boolean> removes = Arbitraries.integers().between(0, 19).map(number -> number == 0);
        return Combinators.combine(Arbitraries.oneOf(alike, others, Arbitraries.just("f5a5a608")), owners, removes)
                .as(Step::new);
    }

    @Property
    void aTableIsAMapOfTheLatestOwners(@ForAll @Size(max = 200) List<@From("steps") Step> steps) {
        KeyTable table = new KeyTable();
        Map<String, LeadId> expected = new HashMap<>();
        for (Step step : steps) {
            assertThat(table.owner(step.value())).isEqualTo(expected.get(step.value()));
            if (step.removes()) {
                table.remove(step.owner());
                expected.values().removeIf(step.owner()::equals);
            } else {
                table.put(step.value(), step.owner());
                expected.put(step.value(), step.owner());
            }
        }
        for (Step step : steps) {
            assertThat(table.owner(step.value())).isEqualTo(expected.get(step.value()));
        }
        assertThat(table.owner("nobody")).isNull();
    }
}
