package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import dev.leadkit.examples.benchmarks.suite.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How fast leads find a rep, side by side with others, how fairly, and whether anybody ever gets too many. */
public final class RoutingSuite implements Suite {

    static final String NAME = "routing";

    /** Positive: at least so much; negative: at most so much. */
    private static final Table TABLE = new Table(Map.ofEntries(
            Map.entry("decisions.per.s", 500_000.0),
            Map.entry("decisions.counts.per.s", 250_000.0),
            Map.entry("territory.per.s", 2_000_000.0),
            Map.entry("decision.10000.us", -2.0),
            Map.entry("decision.single.us", -2.0),
            Map.entry("plan.build.s", -2.0),
            Map.entry("plan.mb", -200.0),
            Map.entry("backlog.1m.s", -10.0),
            Map.entry("ratio.scan", 10.0),
            Map.entry("ratio.h2", 50.0),
            Map.entry("rebalance.10000x500.s", -5.0),
            Map.entry("race.memory.violations", -0.0),
            Map.entry("race.postgres.violations", -0.0),
            Map.entry("lag.absence.max", -0.0)));

    /** Makes the suite. */
    public RoutingSuite() {}

    @Override
    public void run(Request request, Consumer<Figure> figures) throws Exception {
        List<Figure> all = new ArrayList<>();
        Consumer<Figure> out = figure -> {
            all.add(figure);
            figures.accept(figure);
        };
        Report report = new Report(out);
        new Speeds(request.effort(), report).measure();
        new Promises(report).check();
        System.err.println(TABLE.of(all));
    }
}
