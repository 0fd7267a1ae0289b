package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run without arguments: the sample. */
final class SampleRunTest {

    private static final List<String> RESULTS =
            List.of("leads.csv", "rejected.csv", "warnings.csv", "kpis.json", "kpis.csv", "report.html");

    @TempDir
    private static Path folder;

    private static Ran sample = new Ran(-1, "", "", Path.of(""));

    @BeforeAll
    static void run() {
        sample = Ran.into(folder.resolve("first"));
    }

    @Test
    void tellsWhatItFoundAndLeavesItsFilesAndNothingElse() {
        assertThat(sample.code()).as(sample.err()).isZero();
        assertThat(sample.folder().toFile().list())
                .containsExactlyInAnyOrder(
                        "leads.csv", "rejected.csv", "warnings.csv", "kpis.json", "kpis.csv", "report.html", "sample");
        assertThat(sample.out())
                .contains(
                        String.format("%,d captured", sample.count("captured")).replace('.', ','));
        assertThat(sample.text("report.html")).startsWith("<!doctype html>").contains("Leads of sample-leads.csv");
    }

    /** Names and addresses are personal, companies are too many, and the source has a breakdown of its own. */
    @Test
    void conversionIsBrokenDownByEveryFieldOfFewValues() {
        assertThat(sample.names("byField")).containsExactly("city", "country", "jobTitle");
    }

    @Test
    void progressWithoutATerminalIsOneLineForEachStep() {
        assertThat(sample.complaints()).hasSize(2);
        assertThat(sample.complaints().get(0)).matches("Capturing +[0-9,]+");
        assertThat(sample.complaints().get(1)).matches("Deciding +[0-9,]+");
    }

    @Test
    void everyRowOfTheFileIsCounted() {
        long rows = Ran.read(sample.folder().resolve("sample/sample-leads.csv"))
                        .lines()
                        .count()
                - 1;

        assertThat(sample.count("rows")).isEqualTo(rows);
        assertThat(sample.count("captured")
                        + sample.count("merged")
                        + sample.count("quarantined")
                        + sample.count("refused"))
                .isEqualTo(rows);
        assertThat(sample.count("merged")).isPositive();
        assertThat(sample.count("quarantined")).isPositive();
        assertThat(sample.count("refused")).isPositive();
    }

    @Test
    void leadsAndFiguresAgree() {
        List<Map<String, String>> leads = sample.rows("leads.csv");
        long converted = leads.stream().filter(SampleRunTest::isConverted).count();

        assertThat(leads).hasSize((int) sample.count("captured"));
        assertThat(leads.stream().map(lead -> lead.get("id")).distinct()).hasSameSizeAs(leads);
        assertThat(sample.count("leadConversionRate", "denominator")).isEqualTo(leads.size());
        assertThat(sample.count("leadConversionRate", "numerator"))
                .isEqualTo(converted)
                .isPositive();
    }

    @Test
    void sourcesAddUpToAllLeads() {
        List<String> sources = sample.names("bySource");

        assertThat(sources).contains("Google", "Referral", "(missing)");
        assertThat(sources.stream().mapToLong(source -> sample.count("bySource", source, "denominator")))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(sample.count("captured")));
        assertThat(sources.stream()
                        .mapToLong(source -> sample.count("bySource", source, "numerator"))
                        .sum())
                .isEqualTo(sample.count("leadConversionRate", "numerator"));
    }

    @Test
    void theAuditAgreesWithTheTables() {
        List<Map<String, String>> leads = sample.rows("leads.csv");
        long open = leads.stream()
                .filter(lead -> !isConverted(lead) && !lead.get("stage").equals("lost"))
                .count();
        long owned = leads.stream()
                .filter(lead -> !isConverted(lead) && !lead.get("stage").equals("lost"))
                .filter(lead -> !lead.get("owner").isEmpty())
                .count();

        assertThat(sample.count("dataQuality", "neglect", "zombies", "leads", "denominator"))
                .isEqualTo(open);
        assertThat(sample.count("dataQuality", "neglect", "sleeping", "leads", "denominator"))
                .isEqualTo(owned);
        assertThat(sample.count("dataQuality", "neglect", "waiting", "leads", "denominator"))
                .isEqualTo(open - owned);
        assertThat(sample.count("dataQuality", "validity", "submissions", "denominator"))
                .isEqualTo(sample.count("rows"));
        assertThat(sample.count("dataQuality", "duplicates", "byKind", "phone", "groups"))
                .isPositive();
        assertThat(sample.count("dataQuality", "duplicates", "byKind", "person", "leads", "denominator"))
                .isPositive();
        assertThat(sample.text("report.html")).contains("<h2>Data quality</h2>");
        assertThat(sample.text("kpis.json")).doesNotContain("@");
    }

    /** Every pair of a buyer and another lead counts one if the buyer had the better score, a half if both are equal. */
    @Test
    void aucIsTheShareOfPairsThatTheScoreOrdersRightly() {
        Map<Boolean, List<BigDecimal>> scores = sample.rows("leads.csv").stream()
                .collect(Collectors.partitioningBy(
                        SampleRunTest::isConverted,
                        Collectors.mapping(lead -> new BigDecimal(lead.get("score")), Collectors.toList())));
        long halves = 0;
        for (BigDecimal buyer : scores.get(true)) {
            for (BigDecimal other : scores.get(false)) {
                halves += 1 + Integer.signum(buyer.compareTo(other));
            }
        }
        double auc = halves / 2.0 / scores.get(true).size() / scores.get(false).size();

        assertThat(Double.parseDouble(sample.number("auc"))).isCloseTo(auc, within(1e-6));
    }

    @Test
    void everyLeadHasItsReasonsAndARepOrAQueueOrIsClosed() {
        Map<String, Long> owned = new TreeMap<>();
        for (Map<String, String> lead : sample.rows("leads.csv")) {
            boolean isOwned = !lead.get("owner").isEmpty();
            boolean waits = !lead.get("queue").isEmpty();
            boolean isClosed = isConverted(lead) || lead.get("stage").equals("lost");
            assertThat(isOwned && waits).as(lead.toString()).isFalse();
            assertThat(isOwned || waits || isClosed).as(lead.toString()).isTrue();
            assertThat(lead.get("why").isEmpty()).as(lead.toString()).isEqualTo(!isOwned && !waits);
            assertThat(lead.get("grade")).isEqualTo(grade(new BigDecimal(lead.get("score"))));
            if (isOwned) {
                owned.merge(lead.get("owner"), 1L, Long::sum);
            }
        }

        assertThat(sample.names("routing", "byRep")).containsExactlyElementsOf(owned.keySet());
        owned.forEach((rep, leads) ->
                assertThat(sample.count("routing", "byRep", rep)).isEqualTo(leads));
    }

    /** The bands of the sample's model. */
    private static String grade(BigDecimal score) {
        int points = score.intValue();
        return points >= 60 ? "A" : points >= 40 ? "B" : points >= 20 ? "C" : "D";
    }

    @Test
    void rejectedRowsAreThoseOfTheFileAsASpreadsheetCounts() {
        List<String> lines = Ran.read(sample.folder().resolve("sample/sample-leads.csv"))
                .lines()
                .toList();
        List<Map<String, String>> rejected = sample.rows("rejected.csv").stream()
                .filter(row -> row.get("file").equals("sample-leads.csv"))
                .toList();

        assertThat(rejected).hasSize((int) (sample.count("quarantined") + sample.count("refused")));
        for (Map<String, String> row : rejected) {
            String line = lines.get(Integer.parseInt(row.get("row")) - 1);
            boolean isCut = line.chars().filter(c -> c == ',').count() == 4;
            assertThat(row.get("outcome")).as(line).isEqualTo(isCut ? "refused" : "quarantined");
        }
    }

    @Test
    void theSameArgumentsGiveTheSameBytes() {
        Ran again = Ran.into(folder.resolve("again"));

        assertThat(RESULTS).allSatisfy(file -> assertThat(again.text(file)).isEqualTo(sample.text(file)));
    }

    @Test
    void theOrderOfRowsInAllThreeFilesChangesNoByteButRowNumbers() {
        Path files = sample.folder().resolve("sample");
        Path other = folder.resolve("other");
        String[] arguments = {
            "--preset",
            "sample",
            "--input",
            Shuffled.copy(files.resolve("sample-leads.csv"), other, 1).toString(),
            "--interactions",
            Shuffled.copy(files.resolve("sample-interactions.csv"), other, 2).toString(),
            "--costs",
            Shuffled.copy(files.resolve("sample-costs.csv"), other, 3).toString()
        };
        Ran shuffled = Ran.into(folder.resolve("shuffled"), arguments);

        assertThat(shuffled.code()).as(shuffled.err()).isZero();
        assertThat(List.of("leads.csv", "kpis.json", "kpis.csv", "report.html"))
                .allSatisfy(file -> assertThat(shuffled.text(file)).isEqualTo(sample.text(file)));
        assertThat(List.of("rejected.csv", "warnings.csv"))
                .allSatisfy(file -> assertThat(withoutNumbers(shuffled, file)).isEqualTo(withoutNumbers(sample, file)));
    }

    private static List<String> withoutNumbers(Ran ran, String file) {
        return ran.rows(file).stream()
                .map(row -> {
                    Map<String, String> rest = new TreeMap<>(row);
                    rest.remove("row");
                    return rest.toString().replaceAll("row [0-9]+", "row");
                })
                .sorted()
                .toList();
    }

    @Test
    void anotherSeedOnTheSameFilesDecidesTiesOtherwiseAndChangesNoCount() {
        Path files = sample.folder().resolve("sample");
        String[] arguments = {
            "--preset", "sample",
            "--seed", "8",
            "--input", files.resolve("sample-leads.csv").toString(),
            "--interactions", files.resolve("sample-interactions.csv").toString(),
            "--costs", files.resolve("sample-costs.csv").toString()
        };
        Ran other = Ran.into(folder.resolve("seed"), arguments);

        assertThat(List.of("rows", "captured", "merged", "quarantined", "refused"))
                .allSatisfy(name -> assertThat(other.count(name)).isEqualTo(sample.count(name)));
        assertThat(other.number("auc")).isEqualTo(sample.number("auc"));
        assertThat(column(other, "score")).isEqualTo(column(sample, "score"));
        assertThat(column(other, "owner")).isNotEqualTo(column(sample, "owner"));
    }

    private static List<String> column(Ran ran, String column) {
        return ran.rows("leads.csv").stream().map(row -> row.get(column)).toList();
    }

    @Test
    void asManyLeadsAreGeneratedAsAskedFor() {
        Ran small = Ran.into(folder.resolve("small"), "--generate", "40", "--seed", "3");

        assertThat(small.code()).as(small.err()).isZero();
        assertThat(small.count("rows")).isBetween(40L, 50L);
        assertThat(small.rows("leads.csv")).hasSize((int) small.count("captured"));
    }

    private static boolean isConverted(Map<String, String> lead) {
        return lead.get("stage").equals("converted");
    }
}
