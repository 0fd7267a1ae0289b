package dev.leadkit.metrics;

import static dev.leadkit.core.kit.ArrowTable.row;

import dev.leadkit.core.kit.ArchitectureContract;
import dev.leadkit.core.kit.ArrowTable;
import java.util.Set;

final class ArchitectureTest extends ArchitectureContract {
    @Override
    protected ArrowTable table() {
        return ArrowTable.onCore(
                "dev.leadkit.metrics",
                row("fold"),
                row("facts", "fold"),
                row("segment", "facts"),
                row("explain", "facts"),
                row("forecast", "segment"),
                row("money", "forecast"),
                row("customer", "segment"),
                row("team", "forecast"),
                row("consent", "segment"),
                row("nurture", "segment"),
                row("survey", "segment"),
                row("kpi", "segment"),
                row("funnel", "kpi"),
                row("response", "facts"),
                row("score", "facts"),
                row("health", "facts"),
                row("attribution", "kpi", "money"),
                row("cohort", "kpi"),
                row("survival", "kpi"),
                row("quality", "kpi"),
                row(
                        "figures",
                        "funnel",
                        "response",
                        "score",
                        "health",
                        "attribution",
                        "cohort",
                        "survival",
                        "quality",
                        "money",
                        "team"),
                row("catalog", "figures", "customer", "consent", "nurture", "survey"),
                row("report", "figures"),
                row("json", "figures"));
    }

    @Override
    protected Set<String> requires() {
        return Set.of("transitive dev.leadkit.core", "static transitive org.jspecify");
    }
}
