package dev.leadkit.examples.quickstart;

import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.quickstart.output.OutputFolder;
import dev.leadkit.examples.quickstart.output.Results;
import dev.leadkit.examples.quickstart.output.Writing;
import dev.leadkit.examples.quickstart.reading.Inputs;
import dev.leadkit.examples.quickstart.reading.Options;
import dev.leadkit.examples.quickstart.reading.Rules;
import dev.leadkit.examples.quickstart.reading.Troubles;
import dev.leadkit.examples.quickstart.replay.Doorway;
import dev.leadkit.examples.quickstart.replay.Notes;
import dev.leadkit.examples.quickstart.replay.Placements;
import dev.leadkit.examples.quickstart.replay.Replay;
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
import java.util.List;
import java.util.Optional;

/** One run: read, capture, live through what happened, measure, write. */
final class Run {

    private static final ZoneId ZONE = ZoneId.of("UTC");

    private final Options options;
    private final PrintStream lines;

    Run(Options options, PrintStream lines) {
        this.options = options;
        this.lines = lines;
    }

    /** Runs, and gives what to print; empty if the troubles say why not. */
    Optional<Results> run(Troubles troubles) {
        String folder = options.out().toString();
        Optional<OutputFolder> opened = troubles.using(folder, () -> OutputFolder.at(options.out()));
        if (opened.isEmpty()) {
            Inputs.read(options, Optional.empty(), troubles);
            return Optional.empty();
        }
        try (OutputFolder out = opened.get()) {
            return Inputs.read(options, Optional.of(out.file("sample")), troubles)
                    .flatMap(inputs -> troubles.using(folder, () -> run(inputs, out)));
        }
    }

    private Results run(Inputs inputs, OutputFolder out) throws IOException {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = desk(store, inputs.rules());
        Notes notes = new Notes();
        Auditing auditing = new Auditing(inputs.rules().mapping(), ZONE);
        auditing.add(inputs.leads());
        Doorway doorway = new Doorway(desk, options.asOf(), notes);
        doorway.capture(inputs.leads(), lines);
        Replay replay = new Replay(
                new Replay.Desk(store, desk, options.asOf()),
                doorway,
                inputs.leads().file(),
                notes);
        replay.tell(inputs.deeds());
        List<LeadId> leads = replay.live(lines);
        inputs.costs().broken().forEach(notes::reject);
        Results.Rows rows = new Results.Rows(inputs.leads().file(), doorway.intake(), notes);
        leads.forEach(id -> auditing.add(history(store, id)));
        Results results = new Results(
                options,
                inputs.rules(),
                rows,
                placed(leads, store),
                new Results.Measured(figures(inputs, leads, store), auditing.audit(options.asOf())));
        new Writing(results).to(out, desk);
        out.publish();
        return results;
    }

    private LeadDesk desk(LeadStore store, Rules rules) {
        return LeadDesk.builder(store, InstantSource.fixed(options.asOf()))
                .mapping(rules.mapping().mapping())
                .scorer(ScoringEngine.of(rules.model()))
                .router(Router.of(rules.plan(), AssignmentLedger.inMemory(), options.seed()))
                .build();
    }

    private static Results.Leads placed(List<LeadId> leads, LeadStore store) {
        Placements placements = new Placements();
        leads.forEach(id -> placements.add(history(store, id)));
        return new Results.Leads(leads, placements);
    }

    private Figures figures(Inputs inputs, List<LeadId> leads, LeadStore store) {
        Breakdowns breakdowns = new Breakdowns(inputs.rules().mapping());
        leads.forEach(id -> breakdowns.add(history(store, id).lead()));
        FiguresFold fold = new FiguresFold(spec(inputs, breakdowns));
        leads.forEach(id -> fold.add(history(store, id)));
        return fold.figures(options.asOf());
    }

    private static LeadHistory history(LeadStore store, LeadId id) {
        return store.find(id).orElseThrow().history();
    }

    private static FiguresSpec spec(Inputs inputs, Breakdowns breakdowns) {
        return FiguresSpec.builder(ZONE, Lifecycle.standard().funnel(), List.of(StandardStages.MQL))
                .byField(breakdowns.fields())
                .costs(inputs.costs().read())
                .build();
    }
}
