package dev.leadkit.examples.quickstart;

import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lifecycle.Lifecycle;
import dev.leadkit.lifecycle.StandardStages;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.FiguresFold;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: read, capture, live through what happened, measure, write. */
final class Run {

    private final Options options;
    private final PrintStream lines;

    Run(Options options, PrintStream lines) {
        this.options = options;
        this.lines = lines;
    }

    /** Runs, and gives what to print; empty if the troubles say why not. */
    Optional<Results> run(Troubles troubles) throws IOException {
        Optional<Inputs> inputs = Inputs.read(options, troubles);
        return inputs.isPresent() ? Optional.of(run(inputs.get())) : Optional.empty();
    }

    private Results run(Inputs inputs) throws IOException {
        LeadStore store = LeadStore.inMemory();
        Rules rules = inputs.rules();
        LeadDesk desk = LeadDesk.builder(store, InstantSource.fixed(options.asOf))
                .mapping(rules.mapping())
                .scorer(ScoringEngine.of(rules.model()))
                .router(Router.of(rules.plan(), AssignmentLedger.inMemory(), options.seed))
                .build();
        inputs.leads().capture(desk, lines);
        Replay replay = new Replay(store, desk, options.asOf);
        replay.tell(
                inputs.files().interactionsName(),
                inputs.deeds().read(),
                inputs.leads().leads());
        replay.live(lines);
        Results results = results(inputs, replay);
        results.write(options.out, desk);
        return results;
    }

    private Results results(Inputs inputs, Replay replay) {
        List<LeadId> leads = replay.leads();
        FiguresFold fold = new FiguresFold(spec(inputs));
        leads.forEach(id -> fold.add(replay.history(id)));
        Figures figures = fold.figures(options.asOf);
        List<Rejected> rejected = new ArrayList<>(inputs.rejected());
        rejected.addAll(replay.rejected());
        Placements placements = new Placements();
        leads.forEach(id -> placements.add(replay.history(id)));
        return new Results(options, inputs, figures, new Results.Leads(leads, placements, rejected));
    }

    private static FiguresSpec spec(Inputs inputs) {
        String[] fields = inputs.rules().mapping().columns().stream()
                .map(column -> column.field())
                .filter(List.of("country", "origin", "jobTitle", "occupation")::contains)
                .toArray(String[]::new);
        return FiguresSpec.builder(ZoneId.of("UTC"), Lifecycle.standard().funnel(), List.of(StandardStages.MQL))
                .byField(fields)
                .costs(inputs.costs().read())
                .build();
    }
}
