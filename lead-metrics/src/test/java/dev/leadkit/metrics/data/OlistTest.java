package dev.leadkit.metrics.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.FiguresFold;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kpi.MonthGrowth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Real leads with published figures: the marketing funnel of Olist (Kaggle, CC BY-NC-SA 4.0), which is not part of this project. Put
 * it into {@code ../shared/data/olist} beside the project, or name the folder above it with {@code -Dlead.data=DIR}.
 */
final class OlistTest {

    private static final Path DATA = Path.of(System.getProperty(
            "lead.data",
            Path.of(System.getProperty("basedir", ""))
                    .resolve("../../shared/data")
                    .toString()));
    private static final Path LEADS = DATA.resolve("olist/olist_marketing_qualified_leads_dataset.csv");
    private static final Path DEALS = DATA.resolve("olist/olist_closed_deals_dataset.csv");

    private static Figures figures() throws IOException {
        assumeTrue(
                Files.isReadable(LEADS) && Files.isReadable(DEALS),
                () -> "skipped: no Olist data in " + DATA + ", name its folder with -Dlead.data=DIR");
        Map<String, Instant> won = new HashMap<>();
        for (String line : Files.readAllLines(DEALS).subList(1, 843)) {
            String[] cells = line.split(",", -1);
            won.put(cells[0], LocalDateTime.parse(cells[4].replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        }
        List<Stage> stages = List.of(new Stage("mql"), new Stage("won"));
        FiguresSpec spec = FiguresSpec.builder(ZoneOffset.UTC, stages, Set.of(stages.get(0)))
                .build();
        FiguresFold fold = new FiguresFold(spec);
        List<String> leads = Files.readAllLines(LEADS);
        for (String line : leads.subList(1, leads.size())) {
            fold.add(story(line.split(",", -1), won).history());
        }
        return fold.figures(Instant.parse("2018-06-01T00:00:00Z"));
    }

    private static Story story(String[] cells, Map<String, Instant> won) {
        Instant contact = LocalDate.parse(cells[1]).atStartOfDay().toInstant(ZoneOffset.UTC);
        Story story = new Story(cells[0]).captured(contact, true, "mql", Story.source(cells[3]));
        Instant deal = won.get(cells[0]);
        return deal == null ? story : story.converted(deal);
    }

    @Test
    void conversionIsThePublishedOneInAllAndByOrigin() throws IOException {
        Figures figures = figures();
        assertRate(figures.conversion(), 842, 8_000);
        Map<String, KpiResult> byOrigin = figures.conversions().bySource().groups();
        assertRate(byOrigin.get("organic_search"), 271, 2_296);
        assertRate(byOrigin.get("paid_search"), 195, 1_586);
        assertRate(byOrigin.get("social"), 75, 1_350);
        assertRate(byOrigin.get("direct_traffic"), 56, 499);
        assertRate(byOrigin.get("email"), 15, 493);
        assertRate(byOrigin.get("referral"), 24, 284);
        assertThat(byOrigin.get("(missing)").basis().denominator()).isEqualByComparingTo("60");
        assertThat(byOrigin.get("unknown").basis().denominator()).isEqualByComparingTo("1099");
    }

    private static void assertRate(KpiResult rate, int numerator, int denominator) {
        assertThat(rate.basis().numerator().intValueExact()).isEqualTo(numerator);
        assertThat(rate.basis().denominator().intValueExact()).isEqualTo(denominator);
    }

    @Test
    void velocityIsThePublishedOneFromJanuaryToMay() throws IOException {
        List<MonthGrowth> months = figures().velocity().months().stream()
                .filter(month ->
                        month.month().getYear() == 2018 && month.month().getMonthValue() <= 5)
                .toList();
        assertThat(months).extracting(MonthGrowth::qualified).containsExactly(1141L, 1028L, 1174L, 1352L, 1303L);
        assertThat(months.subList(1, 5))
                .extracting(
                        month -> month.growth().value().number().orElseThrow().toPlainString())
                .containsExactly("-0.099036", "0.142023", "0.151618", "-0.036243");
    }
}
