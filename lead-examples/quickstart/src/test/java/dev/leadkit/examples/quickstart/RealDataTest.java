package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of an online-course seller, which stays where it is: it may not be given away. */
final class RealDataTest {

    private static final Path FILE =
            Path.of(System.getProperty("lead.data", "../../../shared/data")).resolve("xeducation/leads-train.csv");

    @TempDir
    private static Path folder;

    private static Ran real = new Ran(-1, "", "", Path.of(""));

    @BeforeAll
    static void run() {
        assumeTrue(
                Files.isRegularFile(FILE),
                () -> "skipped: there is no " + FILE.toAbsolutePath().normalize()
                        + " (-Dlead.data=DIR names its folder)");
        real = Ran.into(folder.resolve("first"), "--preset", "xeducation", "--input", FILE.toString());
        assertThat(real.code()).as(real.err()).isZero();
    }

    @Test
    void everyRowIsCaptured() {
        assertThat(List.of("rows", "captured", "merged", "quarantined", "refused").stream()
                        .map(real::count))
                .containsExactly(4551L, 4551L, 0L, 0L, 0L);
        assertThat(real.rows("leads.csv")).hasSize(4551);
        assertThat(real.rows("rejected.csv")).isEmpty();
    }

    @Test
    void conversionIsTheKnownOne() {
        assertThat(real.count("leadConversionRate", "numerator")).isEqualTo(1729);
        assertThat(real.count("leadConversionRate", "denominator")).isEqualTo(4551);
    }

    @ParameterizedTest
    @CsvSource({
        "Direct Traffic, 467, 1442",
        "Google, 504, 1264",
        "Olark Chat, 232, 941",
        "Organic Search, 237, 573",
        "Reference, 216, 244",
        "Welingak Website, 55, 56",
        "(missing), 14, 18"
    })
    void conversionOfEachSourceIsTheKnownOne(String source, long converted, long captured) {
        assertThat(real.count("bySource", source, "numerator")).isEqualTo(converted);
        assertThat(real.count("bySource", source, "denominator")).isEqualTo(captured);
    }

    @ParameterizedTest
    @CsvSource({"Landing Page Submission, 924, 2547", "API, 521, 1687", "Lead Add Form, 284, 317"})
    void conversionOfEachOriginIsTheKnownOne(String origin, long converted, long captured) {
        assertThat(real.count("byField", "origin", origin, "numerator")).isEqualTo(converted);
        assertThat(real.count("byField", "origin", origin, "denominator")).isEqualTo(captured);
    }

    /**
     * Counted in the file by other code (Python's csv): rows whose text is not blank and, in any case of letters, not
     * {@code Select}; for the country not {@code unknown} or {@code Asia/Pacific Region} either.
     */
    @ParameterizedTest
    @CsvSource({
        "city, 2806",
        "country, 3324",
        "heardFrom, 917",
        "motive, 3227",
        "occupation, 3238",
        "origin, 4551",
        "pagesPerVisit, 4506",
        "source, 4533",
        "specialization, 2952",
        "visits, 4506"
    })
    void completenessOfEachFieldIsTheCountedOne(String field, long filled) {
        assertThat(real.count("dataQuality", "completeness", "byField", field, "all", "numerator"))
                .isEqualTo(filled);
        assertThat(real.count("dataQuality", "completeness", "byField", field, "all", "denominator"))
                .isEqualTo(4551);
    }

    /** Counted as above: the city by source, all 14 fields but the outcome together, and rows that have all of them. */
    @Test
    void completenessBySourceAndOfAllFieldsIsTheCountedOne() {
        assertThat(real.count("dataQuality", "completeness", "byField", "city", "bySource", "Google", "numerator"))
                .isEqualTo(851);
        assertThat(real.count(
                        "dataQuality", "completeness", "byField", "city", "bySource", "Direct Traffic", "numerator"))
                .isEqualTo(1368);
        assertThat(real.count("dataQuality", "completeness", "values", "numerator"))
                .isEqualTo(52_764);
        assertThat(real.count("dataQuality", "completeness", "whole", "all", "numerator"))
                .isEqualTo(692);
    }

    /** The file has no times, names, phones or e-mail addresses. */
    @Test
    void whatTheFileCannotTellIsUndefined() {
        assertThat(real.names("dataQuality", "staleness", "all", "p50", "value"))
                .containsExactly("undefined");
        assertThat(real.names("dataQuality", "duplicates", "any", "value")).containsExactly("undefined");
    }

    @Test
    void theScoreFindsTheBuyersAndUsesNoLeak() {
        assertThat(Double.parseDouble(real.number("auc"))).isBetween(0.80, 0.93);
    }

    @Test
    void theOrderOfRowsChangesNoByte() {
        Path file = Shuffled.copy(FILE, folder.resolve("other"), 5);
        Ran shuffled = Ran.into(folder.resolve("shuffled"), "--preset", "xeducation", "--input", file.toString());

        assertThat(List.of("leads.csv", "kpis.json", "kpis.csv", "report.html"))
                .allSatisfy(name -> assertThat(shuffled.text(name)).isEqualTo(real.text(name)));
    }
}
