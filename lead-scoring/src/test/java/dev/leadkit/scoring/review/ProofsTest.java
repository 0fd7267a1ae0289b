package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.CITY;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Proofs are made up to a number, and the first that is left out is told")
final class ProofsTest {

    private static final Condition GERMAN = field(COUNTRY).is("DE");
    private static final Condition AUSTRIAN = field(COUNTRY).is("AT");
    private static final Condition KNOWN = field(COUNTRY).isPresent();
    private static final Condition GRAZ = field(CITY).is("Graz");

    @Test
    void asManyAsAllowed() {
        Proofs proofs = new Proofs(2);
        assertThat(proofs.implies(GERMAN, KNOWN)).isTrue();
        assertThat(proofs.excludes(GERMAN, AUSTRIAN)).isTrue();
        assertThat(proofs.isExhausted()).isFalse();
        assertThat(proofs.implies(AUSTRIAN, KNOWN)).isFalse();
        assertThat(proofs.isExhausted()).isTrue();
    }

    @Test
    @DisplayName("those of which one says nothing of the other take none")
    void nothingInCommon() {
        Proofs proofs = new Proofs(1);
        assertThat(proofs.implies(GRAZ, KNOWN)).isFalse();
        assertThat(proofs.excludes(GRAZ, GERMAN)).isFalse();
        assertThat(proofs.implies(KNOWN, GERMAN)).isFalse();
        assertThat(proofs.isExhausted()).isFalse();
    }

    @Test
    @DisplayName("a pair with several subjects in common is looked at for the first of them")
    void firstInCommon() {
        Proofs proofs = new Proofs(1);
        assertThat(proofs.isFirstCommon("field city", GRAZ.and(GERMAN), KNOWN.and(GRAZ)))
                .isTrue();
        assertThat(proofs.isFirstCommon("field country", GRAZ.and(GERMAN), KNOWN.and(GRAZ)))
                .isFalse();
        assertThat(proofs.isFirstCommon("field country", GRAZ.and(GERMAN), KNOWN))
                .isTrue();
    }
}
