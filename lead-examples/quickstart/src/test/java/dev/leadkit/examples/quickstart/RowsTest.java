package dev.leadkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are wrong never stop the run, and nothing about a row is lost without a word. */
final class RowsTest {

    private final Given given;

    RowsTest(@TempDir Path folder) {
        this.given = new Given(folder);
    }

    private static Ran done(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.count("captured") + ran.count("merged") + ran.count("quarantined") + ran.count("refused"))
                .isEqualTo(ran.count("rows"));
        assertThat(ran.rows("leads.csv")).hasSize((int) ran.count("captured"));
        return ran;
    }

    private static List<String> said(Ran ran, String file) {
        return ran.rows(file).stream()
                .map(row -> row.get("file") + " " + row.get("row") + " " + row.get("outcome") + " " + row.get("where"))
                .toList();
    }

    private static Map<String, String> lead(Ran ran, String externalId) {
        return ran.rows("leads.csv").stream()
                .filter(lead -> lead.get("externalId").equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void threeGoodLeadsAreScoredAndTwoOfThemFindRoom() {
        Ran ran = done(given.run());

        assertThat(ran.rows("leads.csv"))
                .extracting(lead -> lead.get("externalId") + " " + lead.get("score") + " " + lead.get("grade") + " "
                        + lead.get("reasons") + ", " + lead.get("owner") + lead.get("queue"))
                .containsExactly("1 20 A head +20, ann", "2 0 B , ann", "3 0 B , later");
    }

    @Test
    void aFileWithoutRowsIsNoMistake() {
        Ran ran = done(given.with("leads.csv", Given.HEADER).run());

        assertThat(ran.count("rows")).isZero();
        String auc = ran.kpi(root -> root.at("auc").at("undefined").text().orElse("known"));

        assertThat(auc).startsWith("no");
    }

    @Test
    void brokenRowsAreRefusedOneByOneWithTheirNumbers() {
        byte[] bytes = (Given.HEADER + Given.ADA + "x,y\n" + "4,\"open,,,\n" + Given.BOB + "5,\0,,,\n" + "6,?,,,\n"
                        + "7,2026-01-01T08:00:00Z,\"a\"b,,\n" + ",2026-01-01T08:00:00Z,no@id.example,,\n" + "\n"
                        + Given.CYD)
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
        }
        Ran ran = done(given.with("leads.csv", bytes).run());

        assertThat(said(ran, "rejected.csv"))
                .containsExactly(
                        "leads.csv 3 refused row 3",
                        "leads.csv 4 refused row 4",
                        "leads.csv 6 refused row 6",
                        "leads.csv 7 refused row 7",
                        "leads.csv 8 refused row 8",
                        "leads.csv 9 refused Id");
        assertThat(ran.count("captured")).isEqualTo(3);
        assertThat(ran.count("refused")).isEqualTo(6);
    }

    @Test
    void everyFaultOfARowIsTold() {
        given.with(
                "mapping.json",
                Given.MAPPING
                        .replace("\"jobTitle\"}", "\"jobTitle\", \"required\": true}")
                        .replace("\"source\"}", "\"source\", \"required\": true}"));
        Ran ran = done(given.with("leads.csv", Given.HEADER + Given.ADA + "9,2026-01-01T08:00:00Z,x@y.example,,\n")
                .run());

        assertThat(said(ran, "rejected.csv"))
                .containsExactly("leads.csv 3 quarantined Title", "leads.csv 3 quarantined Source");
    }

    @Test
    void whatIsLeftOutOfATakenRowIsAWarning() {
        Ran ran = done(given.with("leads.csv", Given.HEADER + "1,yesterday,no address,Boss,Fair\n")
                .run());

        assertThat(said(ran, "warnings.csv"))
                .containsExactly(
                        "leads.csv 2 captured Mail", "leads.csv 2 captured Created", "leads.csv 2 captured contact");
    }

    @Test
    void warningsAboutTheHeaderStandAtRowOne() {
        given.with("mapping.json", Given.MAPPING.replace("\"refuse\"", "\"warn\""));
        Ran ran = done(given.with("leads.csv", "Id,Created,Mail,Title,Origin\n").run());

        assertThat(said(ran, "warnings.csv"))
                .containsExactly("leads.csv 1 header columns", "leads.csv 1 header Source");
    }

    @Test
    void theSameRowTwiceIsOneLeadAndAMergedRow() {
        Ran ran = done(given.with("leads.csv", Given.HEADER + Given.ADA + Given.BOB + Given.ADA + Given.ADA)
                .run());

        assertThat(ran.count("captured")).isEqualTo(2);
        assertThat(ran.count("merged")).isEqualTo(2);
    }

    @Test
    void theSamePersonUnderAnotherIdIsMergedAndKeepsWhatHappenedUnderIt() {
        given.with(
                        "leads.csv",
                        Given.HEADER + Given.ADA + "1-B,2026-01-05T08:00:00Z,ADA@a.example,Head of Sales,Fair\n")
                .with(
                        "interactions.csv",
                        Given.INTERACTIONS + "1,visit,2025-12-30T08:00:00Z,inbound,\n"
                                + "1-B,visit,2025-12-31T08:00:00Z,inbound,\n"
                                + "1-B,lead.converted,2026-02-01T08:00:00Z,inbound,\"{\"\"value\"\": 10, \"\"currency\"\": \"\"EUR\"\"}\"\n");
        Ran ran = done(given.run());

        assertThat(ran.count("captured")).isEqualTo(1);
        assertThat(ran.count("merged")).isEqualTo(1);
        assertThat(lead(ran, "1").get("reasons")).isEqualTo("head +20; visit +6");
        assertThat(lead(ran, "1").get("stage")).isEqualTo("converted");
        assertThat(ran.rows("rejected.csv")).isEmpty();
    }

    @Test
    void interactionsThatCannotBeUsedAreToldWithEveryFault() {
        given.with(
                "interactions.csv",
                Given.INTERACTIONS + "1,visit,2025-12-30T08:00:00Z,inbound,\n"
                        + ",,never,sideways,[\n"
                        + "99,visit,2025-12-30T08:00:00Z,inbound,\n"
                        + "1,visit,2026-12-30T08:00:00Z,inbound,\n"
                        + "1,visit,-1000000000-01-01T00:00:00Z,inbound,\n"
                        + "1,stage.moved,2026-02-01T08:00:00Z,inbound,\n"
                        + "1,stage.moved,2026-02-01T08:00:00Z,inbound,\"{\"\"to\"\": \"\"nowhere\"\"}\"\n"
                        + "1,lead.converted,2026-02-01T08:00:00Z,inbound,\"{\"\"value\"\": 1}\"\n"
                        + "1,visit,2026-02-01T08:00:00Z,inbound,\"{\"\"actor\"\": \"\"ghost\"\"}\"\n"
                        + "1\n");
        Ran ran = done(given.run());

        assertThat(said(ran, "rejected.csv").stream().map(line -> line.replace("interactions.csv ", "")))
                .containsExactly(
                        "3 refused externalId",
                        "3 refused type",
                        "3 refused occurredAt",
                        "3 refused direction",
                        "3 refused properties",
                        "4 ignored externalId",
                        "5 ignored occurredAt",
                        "6 refused occurredAt",
                        "7 refused properties",
                        "8 refused stage",
                        "9 refused properties",
                        "10 refused properties",
                        "11 refused row 11");
        assertThat(lead(ran, "1").get("score")).isEqualTo("23");
    }

    @Test
    void costsThatCannotBeUsedAreToldWithEveryFault() {
        given.with(
                "costs.csv",
                Given.COSTS + "Google,2026-01-01,2026-02-01,100.00,EUR\n" + "Google,soon,later,1.001,Euro\n"
                        + "Google,2026-02-01,2026-01-01,1,EUR\n" + ",2026-01-01,2026-02-01,1,EUR\n");
        Ran ran = done(given.run());

        assertThat(said(ran, "rejected.csv"))
                .contains(
                        "costs.csv 3 refused from",
                        "costs.csv 3 refused to",
                        "costs.csv 3 refused currency",
                        "costs.csv 4 refused to")
                .anyMatch(line -> line.startsWith("costs.csv 5 refused"));
        assertThat(ran.number("costPerLead", "EUR", "bySource", "Google", "value"))
                .isEqualTo("50.000000");
    }

    @Test
    void rowsFromAfterTheReportAreRefused() {
        Ran ran = done(given.run("--as-of", "2026-01-02T08:00:00Z"));

        assertThat(said(ran, "rejected.csv")).containsExactly("leads.csv 4 refused occurredAt");
        assertThat(ran.count("captured")).isEqualTo(2);
    }

    @Test
    @Timeout(20)
    void aRegularExpressionThatWouldTakeForEverIsAWarningOnTheLeadThatItIsTooSlowFor() {
        given.with("model.json", Given.MODEL.replace("\"startsWith\": \"Head\"", "\"matches\": \"^a*a*a*a*a*a*$\""));
        String trap = "a".repeat(200) + "!";
        Ran ran = done(given.with(
                        "leads.csv",
                        Given.HEADER + "1,2026-01-01T08:00:00Z,ada@a.example," + trap + ",Fair\n" + Given.BOB
                                + "4,2026-01-04T08:00:00Z,dee@d.example,aaa,Fair\n")
                .run());

        assertThat(said(ran, "warnings.csv")).hasSize(1).first().asString().startsWith("leads.csv 2 decided ");
        assertThat(lead(ran, "1").get("score")).isEqualTo("0");
        assertThat(lead(ran, "4").get("score")).isEqualTo("20");
        assertThat(ran.text("warnings.csv")).doesNotContain("aaaa");
    }

    @Test
    @Timeout(20)
    void backtrackingWithoutEndDoesNotHangTheRun() {
        given.with("model.json", Given.MODEL.replace("\"startsWith\": \"Head\"", "\"matches\": \"(a|aa)+$\""));
        String row = "1,2026-01-01T08:00:00Z,ada@a.example," + "a".repeat(900) + "!,Fair\n";
        Ran ran = done(given.with("leads.csv", Given.HEADER + row).run());

        assertThat(lead(ran, "1").get("score")).isEqualTo("0");
    }
}
