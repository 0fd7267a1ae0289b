package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.map;
import static dev.leadkit.metrics.report.HandMade.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The frame of the page, and what its definitions are. */
final class PageTest {

    private static HandMade made(String zone) {
        HandMade made = new HandMade();
        made.moment = new Figures.Moment(Instant.parse("2026-06-30T22:30:00Z"), ZoneId.of(zone));
        made.conversions = new Figures.Conversions(
                new Breakdown<>(rate(5, 1_200), map(Map.of("ads", rate("ads/1", 1, 2), "web", rate("web/1", 1, 2)))),
                map(Map.of(
                        "size", new Breakdown<>(rate(1, 2), map(Map.of("small", rate("size/1", 1, 2)))),
                        "town", new Breakdown<>(rate(1, 2), new TreeMap<>()))));
        return made;
    }

    private static String html(HandMade made) {
        return Report.builder().build(made.figures()).html();
    }

    @Test
    @DisplayName("The head says as of when, in which zone, of how many leads and from how many rows")
    void summary() {
        assertThat(html(made("Europe/Berlin")))
                .startsWith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">")
                .endsWith("Made with LeadKit.</p></footer></body></html>\n")
                .contains("</main><footer><p>Intervals are Wilson&#39;s")
                .contains("<h1>Lead report</h1><p>As of 2026-07-01 00:30 (Europe/Berlin) \u00b7 1,200 leads</p>");
        assertThat(html(made("Z"))).contains("As of 2026-06-30 22:30 (UTC)");
        assertThat(html(made("Etc/UTC"))).contains("22:30 (UTC)");
        assertThat(ZoneId.of("Etc/UTC")).isNotEqualTo(ZoneOffset.UTC);
        assertThat(Report.builder()
                        .intake(new Intake(3_000, 3_000, 0, 0, 0))
                        .build(made("Z").figures())
                        .html())
                .contains("1,200 leads from 3,000 rows</p>", "<caption>Rows that came in</caption>");
    }

    @Test
    @DisplayName("Notes stand in the order in which they were added, and only if there are some")
    void notes() {
        assertThat(Report.builder().note("one").note("two").build(HandMade.NONE).html())
                .contains("<aside class=\"note\" aria-label=\"Notes\"><strong>Notes</strong>"
                        + "<ul><li>one</li><li>two</li></ul></aside>");
        assertThat(html(made("Z"))).doesNotContain("<aside", "rows</p>", "Rows that came in");
    }

    @Test
    @DisplayName("Every section that is there can be reached from the top")
    void contents() {
        assertThat(html(made("Z")))
                .contains(
                        "<nav aria-label=\"Sections\"><a href=\"#key-figures\">Key figures</a><a href=\"#charts\">Charts</a>"
                                + "<a href=\"#sources-and-reps\">Sources and reps</a><a href=\"#exact-figures\">Exact figures</a>"
                                + "<a href=\"#how-to-read-the-figures\">How to read the figures</a></nav>")
                .contains("<section id=\"key-figures\"><h2>Key figures</h2><ul class=\"cards\"")
                .contains("<section id=\"sources-and-reps\"><h2>Sources and reps</h2>");
    }

    @Test
    @DisplayName("Definitions stand for every key figure, one group of each breakdown, and the last step")
    void definitions() {
        String html = html(made("Z"));
        String list = html.substring(html.indexOf("<dl>"), html.indexOf("</dl>"));
        assertThat(list)
                .contains("<dt><code>ads/1</code></dt><dd>What ads/1 means.</dd>")
                .contains("<dt><code>size/1</code></dt>", "<dt><code>some/1</code></dt>")
                .contains("<dt><code>lead.velocity/", "<dt><code>lead.cycle.p90/")
                .contains("from=sql&amp;to=won", "from=new&amp;to=won")
                .doesNotContain("web/1", "data.", "to=mql");
    }

    @Test
    @DisplayName("A title must be a text")
    void title() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.builder().title(" "))
                .withMessage("title must be a text, was blank");
    }
}
