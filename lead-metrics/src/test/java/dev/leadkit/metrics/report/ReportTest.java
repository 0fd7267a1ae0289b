package dev.leadkit.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.AuditFold;
import dev.leadkit.metrics.figures.AuditSpec;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.FiguresFold;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.figures.Town;
import dev.leadkit.metrics.quality.Said;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

final class ReportTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Path PAGES = Path.of(System.getProperty("basedir", ""), "target", "pages");

    private static Figures town(int leads, double undated) {
        FiguresFold fold = new FiguresFold(Town.spec().build());
        Town.tell(7, leads, undated, fold::add);
        return fold.figures(Town.END);
    }

    /** Leads without a value in any column, with keys that every third of them shares. */
    private static Audit audit(int leads, double undated) {
        AuditFold fold = new AuditFold(AuditSpec.builder(FieldCatalog.of(Town.SIZE), ZoneOffset.UTC)
                .fields("size", "source", "city")
                .keys(values -> values.text("size").stream()
                        .map(size -> new MatchKey("<size>", size))
                        .toList())
                .build());
        Town.tell(7, leads, undated, fold::add);
        fold.add(new SubmissionFacts(new TreeMap<>(Map.of("<Size>", Said.FAULTY)), true));
        return fold.audit(Town.END);
    }

    private static String page(Figures figures) {
        return Report.builder()
                .title("Leads of the town")
                .note("The model was made by hand on the same data; its accuracy is flattered.")
                .intake(new Intake(2_036, 2_000, 21, 6, 9))
                .build(figures)
                .html();
    }

    @Test
    void thePagesToLookAtAreWellFormed() throws IOException {
        Files.createDirectories(PAGES);
        Files.writeString(PAGES.resolve("dated.html"), page(town(2_000, 0.05)));
        Files.writeString(PAGES.resolve("undated.html"), page(town(2_000, 1)));
        Files.writeString(PAGES.resolve("empty.html"), page(town(0, 0)));
        Files.writeString(PAGES.resolve("audit.html"), audited(audit(2_000, 0.05)));
        Files.writeString(PAGES.resolve("audit-undated.html"), audited(audit(200, 1)));
        Files.writeString(PAGES.resolve("audit-empty.html"), audited(audit(0, 0)));
        for (String name : new String[] {"dated", "undated", "empty", "audit", "audit-undated", "audit-empty"}) {
            assertWellFormed(Files.readString(PAGES.resolve(name + ".html")));
        }
    }

    private static String audited(Audit audit) {
        return Report.builder().audit(audit).build(town(20, 0)).html();
    }

    @Test
    void theSectionOnQualityIsThereOnlyIfThereWasAnAudit() {
        assertThat(page(town(20, 0))).doesNotContain("Data quality", "data.");
        assertThat(audited(audit(20, 0))).contains("<h2>Data quality</h2>", "data.zombies/1?days=30</code></dt>");
    }

    @Test
    void theSectionOnQualityTellsEveryFigureWithWhatItRestsOn() {
        String html = audited(audit(60, 0));
        assertThat(html)
                .contains("<th scope=\"row\"><bdi>size</bdi></th><td>60</td><td>60</td><td>100.0000\u00a0%</td>")
                .contains("<th scope=\"row\"><bdi>city</bdi></th><td>0</td><td>60</td><td>0.0000\u00a0%</td>")
                .contains("<th scope=\"row\"><bdi>&lt;Size&gt;</bdi></th><td>0</td><td>1</td><td>0.0000\u00a0%</td>")
                .contains("<th scope=\"row\"><bdi>&lt;size&gt;</bdi></th><td>60 of 60</td><td>2</td>")
                .containsPattern("lead-0,\nlead-1[0-9]*\nand [0-9]+ more")
                .containsPattern("<th scope=\"row\"><bdi>A rep: sleeping</bdi></th><td>[0-9]+ of [0-9]+</td>")
                .containsPattern(
                        "<th scope=\"row\"><bdi>All</bdi></th><td>[0-9]+</td><td>[0-9]+\u00a0d</td><td>[0-9]+\u00a0d</td>");
    }

    @Test
    void agesOfUndatedLeadsAreADashWithItsReason() {
        assertThat(audited(audit(20, 1)))
                .contains("was last told: no dated word.", "Undefined: no dated word")
                .doesNotContain("Age of values in days");
    }

    private static void assertWellFormed(String html) {
        String xml = html.replace("<!doctype html>", "").replaceAll("<(meta[^>]*)>", "<$1/>");
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml))))
                .doesNotThrowAnyException();
    }

    @Test
    void funnelSaysThatALaterStageImpliesTheEarlierOnes() {
        assertThat(page(town(20, 0.1)))
                .contains("reached each stage or a later one")
                .doesNotContain("all before it");
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        String html = page(town(200, 0.1)).replace("http://www.w3.org/2000/svg", "");
        assertThat(html).doesNotContain("http:", "https:", "<script", "url(", "@import", "src=");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(html).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(html).contains("id=\"" + link.substring(1) + "\""))
                .allMatch(link -> link.startsWith("#"));
    }

    @Test
    void equalInputsGiveEqualBytes() {
        assertThat(page(town(300, 0.1))).isEqualTo(page(town(300, 0.1)));
    }

    @Test
    void textsFromOutsideAreEscaped() {
        String evil = "<script>\"alert('x')\" & \u0000";
        FiguresFold fold = new FiguresFold(Town.spec().build());
        fold.add(new Story("a").captured(T0, evil).scored(T0, 1).history());
        String html = Report.builder()
                .title(evil)
                .note(evil)
                .build(fold.figures(Town.END))
                .html();
        assertThat(html)
                .doesNotContain("<script", "\u0000")
                .contains("&lt;script&gt;&quot;alert(&#39;x&#39;)&quot; &amp; \uFFFD");
        assertWellFormed(html);
    }

    @Test
    void aNameFromOutsideCannotTurnAroundTheTextThatFollows() {
        String evil = "\u202Eevil\u2066 a\u200Fb\u061C";
        FiguresFold fold = new FiguresFold(Town.spec().build());
        fold.add(new Story("a").captured(T0, evil).scored(T0, 1).history());
        String html = Report.builder().title(evil).build(fold.figures(Town.END)).html();
        assertThat(html)
                .contains(
                        "<th scope=\"row\"><bdi>\uFFFDevil\uFFFD ab</bdi></th>", "<title>\uFFFDevil\uFFFD ab</title>");
        assertThat(html.codePoints().filter(point -> Character.getType(point) == Character.FORMAT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1000000000-01-01T00:00:00Z, As of -1000000000-01-01T00:00:00Z \u00b7 1 leads",
        "+1000000000-12-31T23:59:59.999999999Z, As of +1000000000-12-31T23:59:59.999999999Z \u00b7 1 leads",
        "9999-12-31T23:59:00Z, As of 9999-12-31 23:59 (UTC) \u00b7 1 leads"
    })
    void anyInstantHasAPage(String asOf, String told) {
        FiguresFold fold = new FiguresFold(Town.spec().build());
        fold.add(new Story("a").captured(T0, "web").scored(T0, 1).history());
        AuditFold audit = new AuditFold(AuditSpec.builder(FieldCatalog.of(Town.SIZE), ZoneOffset.UTC)
                .fields("source")
                .build());
        audit.add(new Story("a").captured(T0, "web").history());
        Instant at = Instant.parse(asOf);
        String html =
                Report.builder().audit(audit.audit(at)).build(fold.figures(at)).html();
        assertThat(html).contains(told);
        assertWellFormed(html);
    }

    @Test
    void aFigureCarriesItsDefinitionNumeratorAndDenominator() {
        FiguresFold fold = new FiguresFold(Town.spec().build());
        fold.add(
                new Story("a").captured(T0, "web").converted(T0.plusSeconds(90)).history());
        fold.add(new Story("b").captured(T0, "web").history());
        String card = card(fold.figures(Town.END), "Lead conversion");
        assertThat(card).contains("50.0\u00a0%", "1 of 2", "95\u00a0%: 9.5 \u2013 90.5\u00a0%", "lead.conversion/1");
    }

    @Test
    void anUndefinedFigureShowsItsReasonAndWhoWasLeftOut() {
        assertThat(card(town(30, 1), "Sales cycle, median"))
                .contains("\u2013", "Undefined: no dated lead was converted", "undated lead (30)");
    }

    private static String card(Figures figures, String name) {
        String html = Report.builder().build(figures).html();
        int start = html.indexOf("<h3>" + name + "</h3>");
        return html.substring(start, html.indexOf("</li>", start));
    }

    @Test
    void everyTableHasACaptionAndEveryHeaderItsScope() {
        String html = page(town(300, 0.1));
        assertThat(count(html, "<caption>"))
                .isEqualTo(count(html, "<table[ >]"))
                .isPositive();
        assertThat(count(html, "<th scope=")).isEqualTo(count(html, "<th[ >]"));
        assertThat(html).contains("<html lang=\"en\"", "name=\"viewport\"", "<title>Leads of the town</title>");
        assertThat(count(html, "<h1>")).isEqualTo(1);
    }

    private static long count(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }
}
