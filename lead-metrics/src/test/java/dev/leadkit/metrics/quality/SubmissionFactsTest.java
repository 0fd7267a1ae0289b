package dev.leadkit.metrics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.StandardFields;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SubmissionFactsTest {

    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .columns(
                    ColumnRule.of("Mail", StandardFields.EMAIL).asRequired(),
                    ColumnRule.of("City", StandardFields.CITY),
                    ColumnRule.of("Meeting", StandardFields.APPOINTMENT_AT))
            .placeholders("Select")
            .clearing("<clear>")
            .build();

    private static SubmissionFacts facts(Map<String, String> texts) {
        return SubmissionFacts.of(MAPPING, new Submission("form", "1", Optional.empty(), texts));
    }

    @Test
    void aGoodTextIsGood() {
        assertThat(facts(Map.of("Mail", "ada@a.example", "City", "Kiel")).columns())
                .containsOnly(
                        Map.entry("Mail", Said.GOOD), Map.entry("City", Said.GOOD), Map.entry("Meeting", Said.NOTHING));
    }

    @Test
    void aFaultyTextIsFaultyWhetherItStopsTheSubmissionOrIsLeftOut() {
        assertThat(facts(Map.of("Mail", "nobody", "Meeting", "soon")).columns())
                .containsOnly(
                        Map.entry("Mail", Said.FAULTY),
                        Map.entry("City", Said.NOTHING),
                        Map.entry("Meeting", Said.FAULTY));
    }

    @Test
    void blanksPlaceholdersAndClearingsSayNothingAlsoWhereAValueIsRequired() {
        assertThat(facts(Map.of("Mail", " ", "City", "select", "Meeting", "<clear>"))
                        .columns())
                .containsOnly(
                        Map.entry("Mail", Said.NOTHING),
                        Map.entry("City", Said.NOTHING),
                        Map.entry("Meeting", Said.NOTHING));
    }

    @Test
    void clearingARequiredValueIsFaulty() {
        assertThat(facts(Map.of("Mail", "<clear>")).columns()).containsEntry("Mail", Said.FAULTY);
    }

    @Test
    void aColumnThatFillsTwoFieldsIsGoodIfOneOfThemIs() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(
                        ColumnRule.of("Place", StandardFields.CITY).placeholders("abroad"),
                        ColumnRule.of("Place", StandardFields.REGION),
                        ColumnRule.of("Area", StandardFields.JOB_TITLE),
                        ColumnRule.of("Area", StandardFields.COMPANY).placeholders("abroad"))
                .build();
        Submission submission =
                new Submission("form", "1", Optional.empty(), Map.of("Place", "abroad", "Area", "abroad"));

        assertThat(SubmissionFacts.of(mapping, submission).columns())
                .containsOnly(Map.entry("Place", Said.GOOD), Map.entry("Area", Said.GOOD));
    }

    @Test
    void onlyAReadableSubmissionWithoutFaultyColumnsIsGood() {
        assertThat(facts(Map.of("City", "Kiel")).isGood()).isTrue();
        assertThat(facts(Map.of("Mail", "nobody", "City", "Kiel")).isGood()).isFalse();
        assertThat(SubmissionFacts.unreadable().isGood()).isFalse();
    }
}
