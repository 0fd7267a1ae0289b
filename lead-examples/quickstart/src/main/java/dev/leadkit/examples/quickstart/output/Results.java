package dev.leadkit.examples.quickstart.output;

import dev.leadkit.examples.quickstart.reading.Options;
import dev.leadkit.examples.quickstart.reading.Rules;
import dev.leadkit.examples.quickstart.replay.Notes;
import dev.leadkit.examples.quickstart.replay.Placements;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import java.util.List;

/**
 * What a run found.
 *
 * @param options what was asked for
 * @param rules what decided
 * @param rows what became of the rows
 * @param leads what became of the leads
 * @param measured what was measured
 */
public record Results(Options options, Rules rules, Rows rows, Leads leads, Measured measured) {

    /** The figures that were measured. */
    Figures figures() {
        return measured.figures();
    }

    /**
     * What was measured.
     *
     * @param figures how the leads are doing
     * @param audit how good the data is
     */
    public record Measured(Figures figures, Audit audit) {}

    /**
     * What became of the rows.
     *
     * @param file the name of the leads file
     * @param intake how many became what
     * @param notes what is to be said about single rows
     */
    public record Rows(String file, Intake intake, Notes notes) {}

    /**
     * What became of the leads.
     *
     * @param ids all of them, in the order (capturedAt, id)
     * @param placements who has them
     */
    public record Leads(List<LeadId> ids, Placements placements) {}
}
