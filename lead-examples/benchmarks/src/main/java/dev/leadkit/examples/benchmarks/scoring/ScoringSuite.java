package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Standing;
import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How fast leads are scored, side by side with others. */
public final class ScoringSuite implements Suite {

    static final String NAME = "scoring";

    private static final String STARTUP = "startup";
    private static final String RESCORE = "rescore";
    private static final int QUICK_WARM_UP = 20;
    private static final int FULL_WARM_UP = 60;

    /** Makes the suite. */
    public ScoringSuite() {}

    @Override
    public void run(Request request, Consumer<Figure> figures) throws Exception {
        Effort effort = request.effort();
        boolean full = effort.equals(Effort.FULL);
        if (Contenders.peers().isEmpty()) {
            System.err.println("Without other engines, hence without ratio.peer.1000 and ratio.drools.1000");
        }
        List<Figure> all = new ArrayList<>();
        Consumer<Figure> out = figure -> {
            all.add(figure);
            figures.accept(figure);
        };
        contests(request, full, out);
        if (request.wants(STARTUP)) {
            Startup.run(effort, out);
        }
        if (request.wants(RESCORE)) {
            Rescoring.run(effort, out);
        }
        System.err.println(Rows.TABLE.of(all));
    }

    @Override
    public List<String> parts() {
        return Stream.concat(Programme.full().stream().map(Contest::rules).distinct(), Stream.of(STARTUP, RESCORE))
                .toList();
    }

    private static void contests(Request request, boolean full, Consumer<Figure> figures) throws Exception {
        Standings standings = new Standings();
        Set<String> told = new HashSet<>();
        for (Contest contest : full ? Programme.full() : Programme.quick()) {
            if (!request.wants(contest.rules())) {
                continue;
            }
            System.err.printf("%s rules, %d leads%n", contest.rules(), contest.leads());
            for (Standing standing : contest.run(request.effort(), full ? FULL_WARM_UP : QUICK_WARM_UP)) {
                standings.add(contest.key(), standing);
            }
            standings
                    .of(contest.key())
                    .values()
                    .forEach(standing -> figures.accept(
                            new Figure(NAME, "ns." + contest.key() + "." + standing.name(), standing.nanos(), "ns")));
            for (Row row : Rows.all()) {
                Optional<Figure> figure = row.figure(standings);
                if (figure.isPresent() && told.add(row.name())) {
                    figures.accept(figure.get());
                }
            }
        }
    }
}
