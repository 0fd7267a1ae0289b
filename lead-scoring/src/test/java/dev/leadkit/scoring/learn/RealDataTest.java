package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.scoring.learn.LeakSign.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Real leads, which may not be given away: the tests are skipped where their files are absent. The one file is of a seller
 * of online courses, the other of a bank's calls (Moro, Laureano and Cortez 2011, from the UCI repository).
 */
class RealDataTest {

    private static final List<String> NO_FIELDS = List.of("Prospect ID", "Lead Number", "Converted");
    private static final List<String> LEAKS = List.of(
            "Tags",
            "Lead Quality",
            "Lead Profile",
            "Asymmetrique Activity Index",
            "Asymmetrique Profile Index",
            "Asymmetrique Activity Score",
            "Asymmetrique Profile Score",
            "Last Notable Activity");

    private static LearningReport courses(List<String> without) throws IOException {
        Tables table = Tables.of("xeducation/leads-train.csv", ',');
        List<String> all = new ArrayList<>(NO_FIELDS);
        all.addAll(without);
        Map<String, Field<?>> fields = table.fields(all);
        return learn(fields, table.examples(fields, "Converted", "1"));
    }

    private static LearningReport bank(List<String> without) throws IOException {
        Tables table = Tables.of("uci_bank/bank-full-train.csv", ';');
        Map<String, Field<?>> fields = table.fields(without);
        return learn(fields, table.examples(fields, "y", "yes"));
    }

    private static LearningReport learn(Map<String, Field<?>> fields, List<Example> examples) {
        return ScorecardLearner.builder()
                .fields(fields.values())
                .build()
                .learn(examples.stream())
                .report();
    }

    private static BigDecimal auc(Validation validation) {
        return validation.auc().decimal(4).orElseThrow();
    }

    @Test
    @DisplayName("Courses: the clean columns tell as much as they can, and none of them is suspected")
    void cleanCourses() throws IOException {
        LearningReport report = courses(LEAKS);
        assertThat(auc(report.crossValidated())).isBetween(new BigDecimal("0.895"), new BigDecimal("0.93"));
        assertThat(report.signs()).isEmpty();
        assertThat(report.outcomes().positives()).isEqualTo(1_729);
        assertThat(report.outcomes().negatives()).isEqualTo(2_822);
    }

    @Test
    @DisplayName("Courses: what is known when a lead is captured tells a little less")
    void capturedCourses() throws IOException {
        List<String> late = new ArrayList<>(LEAKS);
        late.add("Last Activity");
        assertThat(auc(courses(late).crossValidated())).isGreaterThanOrEqualTo(new BigDecimal("0.86"));
    }

    @Test
    @DisplayName("Courses: what the seller's people noted afterwards is found out")
    void leakingCourses() throws IOException {
        LearningReport report = courses(List.of());
        assertThat(report.signs())
                .extracting(LeakSign::field, LeakSign::kind)
                .containsExactly(tuple("Tags", Kind.TOO_GOOD_ALONE), tuple("Lead_Quality", Kind.TOO_GOOD_WHERE_FILLED));
    }

    @Test
    @DisplayName("Bank: the length of the call is found out, and nothing else")
    void leakingBank() throws IOException {
        assertThat(bank(List.of("y")).signs())
                .extracting(LeakSign::field, LeakSign::kind)
                .containsExactly(tuple("duration", Kind.TOO_GOOD_ALONE));
    }

    /** A plain regression with all columns coded reaches 0.66 to 0.67 on these two thirds of the data, and 0.50 on their later third. */
    @Test
    @DisplayName("Bank: what was learned early is worth nothing later, and the report says so")
    void driftingBank() throws IOException {
        LearningReport report = bank(List.of("y", "duration"));
        assertThat(auc(report.crossValidated())).isGreaterThan(new BigDecimal("0.66"));
        assertThat(auc(report.later().orElseThrow())).isBetween(new BigDecimal("0.48"), new BigDecimal("0.53"));
        assertThat(report.later().orElseThrow().outcomes().total()).isEqualTo(10_549);
        assertThat(report.warnings()).extracting(Fault::path).containsExactly("later.auc");
    }
}
