package dev.leadkit.metrics.segment;

import static dev.leadkit.metrics.Chronicle.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.facts.Occurrence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AsOfTest {

    private static final AsOf AT_SQL = AsOf.reached(List.of(new Stage("won"), new Stage("sql")));

    private static Occurrence city(String city) {
        return new Occurrence.Valued(
                FieldValues.builder().set(StandardFields.CITY, city).build());
    }

    private static Occurrence owner(String rep) {
        return new Occurrence.Owned(Optional.of(new RepId(rep)));
    }

    private static String city(AsOf when, Chronicle lead) {
        return Grouping.byField("city", when).of(lead.facts());
    }

    /** In Rome at its capture, in Oslo as it became an opportunity, in Bern as it was won, and now in Lima. */
    private static Chronicle moved() {
        return captured(1)
                .at(1, city("Rome"))
                .at(2, city("Oslo"))
                .entered(3, "sql")
                .at(4, city("Bern"))
                .converted(5)
                .at(6, city("Lima"));
    }

    @Test
    @DisplayName("A value is the one that was told with the moment or before it")
    void valuesAtTheirMoment() {
        assertThat(city(AsOf.captured(), captured(2).at(1, city("Rome")).at(3, city("Oslo"))))
                .isEqualTo("Rome");
        assertThat(city(AT_SQL, moved())).isEqualTo("Oslo");
        assertThat(city(AsOf.outcome(), moved())).isEqualTo("Bern");
        assertThat(Grouping.byField("city").of(moved().facts())).isEqualTo("Lima");
    }

    @Test
    @DisplayName(
            "What the submission itself said is known at the capture; what it did not say is missing, whatever came later")
    void atTheCapture() {
        FieldValues rome =
                FieldValues.builder().set(StandardFields.CITY, "Rome").build();
        Chronicle told = Chronicle.empty()
                .at(1, new Occurrence.Submitted(Optional.empty(), rome, true))
                .at(2, city("Oslo"));
        assertThat(city(AsOf.captured(), told)).isEqualTo("Rome");
        assertThat(city(AsOf.captured(), captured(1).at(2, city("Oslo")))).isEqualTo(Grouping.MISSING);
    }

    @Test
    @DisplayName("A cleared field is missing from then on, one that was not told again stays")
    void cleared() {
        Occurrence cleared =
                new Occurrence.Valued(FieldValues.builder().clear("city").build());
        Occurrence source = new Occurrence.Valued(
                FieldValues.builder().set(StandardFields.SOURCE, "web").build());
        assertThat(city(
                        AsOf.outcome(),
                        captured(1).at(2, city("Rome")).at(3, cleared).lost(4).at(5, city("Oslo"))))
                .isEqualTo(Grouping.MISSING);
        assertThat(city(
                        AsOf.outcome(),
                        captured(1).at(2, city("Rome")).at(3, source).lost(4).at(5, city("Oslo"))))
                .isEqualTo("Rome");
    }

    @Test
    @DisplayName(
            "A lead whose moment has not come is read as it is now: a row holds those that did not get so far, too")
    void notYet() {
        Chronicle open = captured(1).at(2, city("Rome")).at(3, city("Oslo"));
        assertThat(city(AsOf.outcome(), open)).isEqualTo("Oslo");
        assertThat(city(AT_SQL, open)).isEqualTo("Oslo");
        assertThat(city(AsOf.captured(), Chronicle.empty().submitted(1, false).at(2, city("Rome"))))
                .isEqualTo("Rome");
    }

    @Test
    @DisplayName("The owner at a moment")
    void owners() {
        Chronicle lead = captured(2)
                .at(1, owner("ann"))
                .at(3, owner("bob"))
                .entered(3, "sql")
                .at(4, owner("cem"))
                .converted(5)
                .at(6, owner("dua"));
        assertThat(Grouping.byRep(AsOf.captured()).of(lead.facts())).isEqualTo("ann");
        assertThat(Grouping.byRep(AT_SQL).of(lead.facts())).isEqualTo("bob");
        assertThat(Grouping.byRep().of(lead.facts())).isEqualTo("cem");
    }

    @Test
    @DisplayName("The moment is part of the name; the usual ones keep theirs; no stages are refused")
    void names() {
        assertThat(Grouping.byField("city", AsOf.captured()).name()).isEqualTo("field:city@captured");
        assertThat(Grouping.byField("city", AT_SQL).name()).isEqualTo("field:city@reached:[sql,won]");
        assertThat(Grouping.byRep(AsOf.outcome())).isEqualTo(Grouping.byRep());
        assertThat(Grouping.byRep().name()).isEqualTo("rep");
        assertThat(Grouping.byRep(AsOf.captured()).name()).isEqualTo("rep@captured");
        assertThatThrownBy(() -> AsOf.reached(List.of())).hasMessage("stages must be at least one, was none");
    }

    @Test
    @DisplayName("Stages of a moment are not taken for another stage, nor for another grouping beside it")
    void namesOfStages() {
        Stage both = new Stage("a,rep");
        AsOf a = AsOf.reached(List.of(new Stage("a")));
        AsOf aOrRep = AsOf.reached(List.of(new Stage("a"), new Stage("rep")));
        assertThat(List.of(
                        Grouping.byField("city", AsOf.reached(List.of(both))).name(),
                        Grouping.byField("city", aOrRep).name(),
                        Grouping.byField("city", a).and(Grouping.byRep()).name()))
                .containsExactly(
                        "field:city@reached:[a%2Crep]", "field:city@reached:[a,rep]", "field:city@reached:[a],rep");
    }
}
