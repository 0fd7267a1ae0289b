package dev.leadkit.metrics.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Money;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.AuditFold;
import dev.leadkit.metrics.figures.AuditSpec;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.figures.Town;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.oracle.Histories;
import dev.leadkit.metrics.quality.Said;
import dev.leadkit.metrics.quality.SubmissionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/kpis.md} is made of the code. To write it anew: {@code -Dleadkit.page=write}. */
final class KpiPageTest {

    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).resolve("../docs/kpis.md");
    private static final String HEAD = """
            # Every figure

            This page is made of the code: `KpiCatalog` names the figures, their definitions say what they count. An identifier is
            a name, a version that rises when the meaning changes, and the parameters. Two figures may be compared if their
            identifiers are equal. The unit `share` is a part of 1, `s` are seconds, `d` days, three letters a currency; shares
            have 95 % intervals where they are of leads.

            """;
    private static final String COLUMNS = "| figure | unit | counts | meaning |\n|---|---|---|---|\n";

    private static FiguresSpec spec() {
        Cost cost = new Cost(
                "search",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2026, 1, 1),
                new Money(1_000_000, Currency.getInstance("EUR")));
        return FiguresSpec.builder(Histories.ZONE, Histories.STAGES, Set.of(Histories.STAGES.get(1)))
                .costs(List.of(cost))
                .build();
    }

    private static List<LeadFacts> leads() {
        return Histories.of(7, 800).events().entrySet().stream()
                .map(each -> LeadFacts.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Audit audit() {
        AuditFold fold = new AuditFold(AuditSpec.builder(FieldCatalog.standard(), Histories.ZONE)
                .fields("city")
                .build());
        Town.tell(5, 50, 0, (LeadHistory history) -> fold.add(history));
        fold.add(new SubmissionFacts(new TreeMap<>(Map.of("City", Said.GOOD)), true));
        return fold.audit(Town.END);
    }

    @Test
    void thePageTellsEveryFigure() throws IOException, ReflectiveOperationException {
        String page = page();
        if ("write".equals(System.getProperty("leadkit.page"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() throws ReflectiveOperationException {
        StringBuilder page = new StringBuilder(HEAD);
        List<LeadFacts> leads = leads();
        KpiCatalog catalog = new KpiCatalog(spec());
        for (Map.Entry<String, List<LeadKpi<?>>> part : catalog.ofLeads().entrySet()) {
            page.append("## ").append(part.getKey()).append("\n\n");
            for (LeadKpi<?> kpi : part.getValue()) {
                section(page, kpi, FoundFigures.in(leads.stream().collect(kpi.collector(Histories.AS_OF))));
            }
        }
        for (Map.Entry<String, List<Kpi<?, ?, ?>>> part : catalog.ofOthers().entrySet()) {
            page.append("## ").append(part.getKey()).append("\n\n");
            for (Kpi<?, ?, ?> kpi : part.getValue()) {
                section(page, kpi, FoundFigures.in(empty(kpi)));
            }
        }
        page.append("## Quality of the data\n\n").append(COLUMNS);
        FoundFigures.in(audit()).values().forEach(figure -> row(page, figure));
        return page.toString();
    }

    private static <A> Object empty(Kpi<?, A, ?> kpi) {
        return kpi.result(kpi.create(), Histories.AS_OF);
    }

    private static void section(StringBuilder page, Kpi<?, ?, ?> kpi, SortedMap<String, KpiResult> figures) {
        boolean alone = figures.size() == 1
                && figures.containsKey(FoundFigures.name(kpi.definition().id()));
        page.append("### `").append(kpi.definition().id()).append("`\n\n");
        page.append(kpi.definition().meaning())
                .append(" Counts: ")
                .append(kpi.definition().basis().words());
        page.append(alone ? "; unit: " + figures.values().iterator().next().unit() : "")
                .append(".\n\n");
        if (!figures.isEmpty() && !alone) {
            page.append(COLUMNS);
            figures.values().forEach(figure -> row(page, figure));
            page.append('\n');
        }
    }

    private static void row(StringBuilder page, KpiResult figure) {
        page.append("| `").append(FoundFigures.name(figure.definition().id())).append("` | ");
        page.append(figure.unit())
                .append(" | ")
                .append(figure.definition().basis().words())
                .append(" | ");
        page.append(figure.definition().meaning().replace("|", "\\|")).append(" |\n");
    }
}
