package dev.leadkit.examples.quickstart.output;

import dev.leadkit.examples.quickstart.replay.Notes;
import dev.leadkit.examples.quickstart.replay.Placements;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Prints what a run found. */
public final class Summary {

    private final Results results;
    private final PrintStream out;

    /**
     * Makes the summary.
     *
     * @param results what was found
     * @param out where it is printed
     */
    public Summary(Results results, PrintStream out) {
        this.results = results;
        this.out = out;
    }

    /** Prints it. */
    public void print() {
        intake(results.rows().intake());
        conversion();
        routing();
        line(
                "Score",
                "AUC %s, lift of the top tenth %s (model %s)",
                plain(results.figures().accuracy().auc(), 4),
                plain(results.figures().accuracy().lift(), 2),
                results.rules().model().ref());
        line(
                "Written to",
                "%s: leads.csv, rejected.csv, warnings.csv, kpis.json, kpis.csv, report.html",
                results.options().out());
    }

    private void intake(Intake intake) {
        line(
                "Rows",
                "%,d = %,d captured + %,d merged + %,d quarantined + %,d refused",
                intake.rows(),
                intake.captured(),
                intake.merged(),
                intake.quarantined(),
                intake.refused());
        Notes notes = results.rows().notes();
        line(
                "",
                "what is said about rows: %,d in rejected.csv, %,d in warnings.csv",
                notes.rejected().size(),
                notes.warnings().size());
    }

    private void conversion() {
        KpiResult all = results.figures().conversion();
        line("Conversion", "%s", share(all));
        results.figures().conversions().bySource().groups().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, KpiResult> group) ->
                                group.getValue().basis().denominator())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(8)
                .forEach(group -> line("", "%-20s %s", group.getKey(), share(group.getValue())));
    }

    private void routing() {
        Placements placements = results.leads().placements();
        line(
                "Routing",
                "%,d with a rep, %,d waiting, %,d closed without one",
                placements.assigned(),
                placements.waiting(),
                placements.closed());
        placements.owned().forEach((rep, leads) -> line("", "%-20s %,d", rep, leads));
    }

    private static String share(KpiResult result) {
        return String.format(
                Locale.ROOT,
                "%7s  %s of %s",
                percent(result),
                result.basis().numerator(),
                result.basis().denominator());
    }

    private static String percent(KpiResult result) {
        return result.value() instanceof KpiValue.Known known
                ? known.figure().movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + " %"
                : "-";
    }

    private static String plain(KpiResult result, int scale) {
        return result.value() instanceof KpiValue.Known known ? rounded(known.figure(), scale) : "undefined";
    }

    private static String rounded(BigDecimal figure, int scale) {
        return figure.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void line(String head, String format, Object... values) {
        out.printf(Locale.ROOT, "%-12s " + format + "%n", concat(head, values));
    }

    private static Object[] concat(String head, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = head;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
