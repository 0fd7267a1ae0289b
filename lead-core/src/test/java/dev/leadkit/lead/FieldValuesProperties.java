package dev.leadkit.lead;

import static dev.leadkit.lead.FieldValues.EMPTY;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static dev.leadkit.lead.StandardFields.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.core.kit.LeadArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class FieldValuesProperties {

    @Provide
    Arbitrary<FieldValues> values() {
        return LeadArbitraries.fieldValues();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void overlayIsAssociativeAndEmptyChangesNothing(
            @ForAll("values") FieldValues a, @ForAll("values") FieldValues b, @ForAll("values") FieldValues c) {
        assertThat(a.overlay(b).overlay(c)).isEqualTo(a.overlay(b.overlay(c)));
        assertThat(a.overlay(EMPTY)).isEqualTo(a);
        assertThat(EMPTY.overlay(a)).isEqualTo(a).hasSameHashCodeAs(a);
        assertThat(a.overlay(a)).isEqualTo(a);
        assertThat(a.toBuilder().build()).isEqualTo(a);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theNewerSaysWhatHoldsUnlessItIsSilent(
            @ForAll("values") FieldValues older, @ForAll("values") FieldValues newer) {
        FieldValues both = older.overlay(newer);
        for (Field<?> field : LeadArbitraries.fields()) {
            boolean silent = newer.get(field).isEmpty() && !newer.cleared().contains(field.name());
            FieldValues speaks = silent ? older : newer;
            assertThat(both.get(field)).isEqualTo(speaks.get(field));
            assertThat(both.text(field.name())).isEqualTo(speaks.text(field.name()));
            assertThat(both.cleared().contains(field.name()))
                    .isEqualTo(speaks.cleared().contains(field.name()));
            assertThat(both.fields().contains(field)).isEqualTo(both.get(field).isPresent());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void personalDataAndTheRestMakeTheWhole(@ForAll("values") FieldValues values) {
        assertThat(values.skeleton().overlay(values.personal())).isEqualTo(values);
        assertThat(values.skeleton().personal()).isEqualTo(EMPTY);
        assertThat(values.personal().skeleton()).isEqualTo(EMPTY);
        assertThat(values.personal().fields()).allMatch(Field::personal);
        assertThat(values.skeleton().cleared()).isEqualTo(values.cleared());
    }

    @Test
    void aFieldHasAValueOrWasClearedOrIsAbsent() {
        FieldValues.Builder builder = FieldValues.builder().set(COUNTRY, "DE");
        FieldValues set = builder.build();
        FieldValues cleared = builder.clear("country").build();
        FieldValues again = builder.set(COUNTRY, "AT").build();
        assertThat(set.get(COUNTRY)).contains("DE");
        assertThat(cleared.get(COUNTRY)).isEmpty();
        assertThat(cleared.cleared()).containsExactly("country");
        assertThat(again.get(COUNTRY)).contains("AT");
        assertThat(again.cleared()).isEmpty();
        assertThat(EMPTY.get(COUNTRY)).isEmpty();
        assertThat(EMPTY.isEmpty()).isTrue();
        assertThat(set.isEmpty()).isFalse();
        assertThat(cleared.isEmpty()).isFalse();
        assertThat(set).isNotEqualTo(cleared).isNotEqualTo(again).isNotEqualTo("DE");
    }

    @Test
    void aFieldOfAnotherTypeReadsNothing() {
        FieldValues values = FieldValues.builder().set(COUNTRY, "1").build();
        assertThat(values.get(Field.number("country"))).isEmpty();
        assertThat(values.text("country")).contains("1");
    }

    @Test
    void textIsReadByTheFieldAndNeverShown() {
        FieldValues values = FieldValues.builder()
                .parse(EMAIL, "ann@Example.org")
                .clear("phone")
                .build();
        assertThat(values.text("email")).contains("ann@example.org");
        assertThat(values).hasToString("FieldValues[email] cleared [phone]");
        assertThat(FieldValues.builder().set(COUNTRY, "DE").build()).hasToString("FieldValues[country]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldValues.builder().parse(EMAIL, "secret"))
                .withMessage("email must be a email, was text of 6 characters");
    }
}
