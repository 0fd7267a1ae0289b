package dev.leadkit.condition;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.lead.Field;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a condition asks about")
final class LeavesTest {

    private static final Field<String> CITY = Field.text("city");
    private static final Field<LocalDate> DUE = Field.date("due");

    @Provide
    Arbitrary<Condition> conditions() {
        return ConditionArbitraries.conditions();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void isWhatItsPartsAskAboutInOrder(@ForAll("conditions") Condition a, @ForAll("conditions") Condition b) {
        isJoined(Condition::leaves, a, b);
        isJoined(Condition::fields, a, b);
        isJoined(Condition::filters, a, b);
    }

    private static void isJoined(Function<Condition, Stream<?>> asked, Condition a, Condition b) {
        Object[] both = Stream.concat(asked.apply(a), asked.apply(b)).toArray();
        assertThat(asked.apply(all(a, b)).toArray()).containsExactly(both);
        assertThat(asked.apply(any(a, b)).toArray()).containsExactly(both);
        assertThat(asked.apply(not(all(a, b))).toArray()).containsExactly(both);
    }

    @Test
    @DisplayName("is a field, by its value or its age, or some interactions")
    void partsWithoutParts() {
        Condition city = field(CITY).is("Ulm");
        Condition due = field(DUE).atMostAgo(Duration.ofDays(2));
        InteractionQuestion where =
                interaction("visit").where(field(Field.text("page")).is("/prices"));
        Condition visits = where.atLeast(2);
        Condition condition = any(all(visits, city), not(any(due, city)));
        assertThat(condition.leaves()).containsExactly(visits, city, due, city);
        assertThat(condition.fields()).map(Field::name).containsExactly("city", "due", "city");
        assertThat(condition.filters()).containsExactly(where.filter());
    }

    @Test
    @DisplayName("is nothing where it has no parts")
    void nothing() {
        assertThat(always().leaves()).isEmpty();
        assertThat(any().fields()).isEmpty();
        assertThat(not(always()).filters()).isEmpty();
    }
}
