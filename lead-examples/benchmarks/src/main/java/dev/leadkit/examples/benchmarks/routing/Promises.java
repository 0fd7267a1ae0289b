package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.routing.ledger.AssignmentLedger;

/**
 * How fairly leads are shared, and whether anybody ever gets too many.
 *
 * @param report takes the figures
 */
record Promises(Report report) {

    private static final String VIOLATIONS = "1";
    private static final int HISTORIES = 10_000;

    void check() throws Exception {
        fairness();
        races();
    }

    private void fairness() {
        Fairness changing = Fairness.changing();
        report.add("fairness.ours", changing.largestLag(changing.router()), "leads");
        report.add("fairness.pointer", changing.largestLag(changing.pointer()), "leads");
        report.add("fairness.swrr", changing.largestLag(changing.smooth()), "leads");
        Fairness fixed = Fairness.fixed();
        report.add("fairness.fixed.ours", fixed.largestLag(fixed.router()), "leads");
        report.add("fairness.fixed.pointer", fixed.largestLag(fixed.pointer()), "leads");
        report.add("fairness.fixed.swrr", fixed.largestLag(fixed.smooth()), "leads");
        report.add("lag.absence.max", (double) AbsenceHistories.largestSum(HISTORIES), "units");
    }

    private void races() throws Exception {
        Race memory = new Race(AssignmentLedger.inMemory(), 100_000, 200);
        report.add("race.memory.violations", memory.violations(), VIOLATIONS);
        try (Server server = Server.start()) {
            Race postgres = new Race(server.ledger(), 5_000, 50);
            report.add("race.postgres.violations", postgres.violations(), VIOLATIONS);
        }
    }
}
