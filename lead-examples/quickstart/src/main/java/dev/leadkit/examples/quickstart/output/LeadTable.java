package dev.leadkit.examples.quickstart.output;

import dev.leadkit.csv.CsvOutput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.LeadView;
import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.port.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes {@code leads.csv}: what became of each lead, and why. */
final class LeadTable {

    private static final int TOP_REASONS = 4;

    private final LeadDesk desk;

    LeadTable(LeadDesk desk) {
        this.desk = desk;
    }

    void write(Path file, List<LeadId> leads) throws IOException {
        try (CsvOutput out = CsvOutput.to(Files.newBufferedWriter(file), Writing.CSV)) {
            out.row(
                    "id",
                    "externalId",
                    "capturedAt",
                    "stage",
                    "score",
                    "grade",
                    "reasons",
                    "scoreNow",
                    "gradeNow",
                    "owner",
                    "queue",
                    "why");
            leads.forEach(id -> out.row(row(desk.read(id).orElseThrow())));
        }
    }

    private static List<String> row(LeadView view) {
        Lead lead = view.lead();
        Optional<Score> decided = decided(view.history());
        return List.of(
                lead.id().value(),
                externalId(view.history()),
                lead.capturedAt().map(Instant::toString).orElse(""),
                lead.stage().map(String::valueOf).orElse(""),
                decided.map(score -> score.total().toString()).orElse(""),
                decided.flatMap(Score::grade).map(String::valueOf).orElse(""),
                decided.map(LeadTable::reasons).orElse(""),
                view.score().map(score -> score.total().toString()).orElse(""),
                view.score().flatMap(Score::grade).map(String::valueOf).orElse(""),
                lead.owner().map(String::valueOf).orElse(""),
                view.placement().map(LeadTable::queue).orElse(""),
                view.placement().map(Placement::reason).orElse(""));
    }

    private static String queue(Placement placement) {
        return placement instanceof Placement.InQueue waiting ? waiting.queue() : "";
    }

    /** The score that the lead was routed by. */
    private static Optional<Score> decided(LeadHistory history) {
        return history.events().stream()
                .filter(Scored.class::isInstance)
                .map(event -> ((Scored) event).score())
                .findFirst();
    }

    private static String externalId(LeadHistory history) {
        return history.events().stream()
                .filter(Captured.class::isInstance)
                .map(event -> ((Captured) event).origin().externalId())
                .findFirst()
                .orElse("");
    }

    /** The weightiest reasons first. */
    private static String reasons(Score score) {
        return score.contributions().stream()
                .sorted(Comparator.comparingLong(
                                (Contribution part) -> -Math.abs(part.points().units()))
                        .thenComparing(Contribution::rule))
                .limit(TOP_REASONS)
                .map(LeadTable::reason)
                .collect(Collectors.joining("; "));
    }

    private static String reason(Contribution part) {
        String sign = part.points().units() > 0 ? "+" : "";
        String what = switch (part.kind()) {
            case RULE -> part.rule();
            case CAP -> "cap of " + scope(part);
            case FLOOR -> "floor of " + scope(part);
            case DISQUALIFIED -> "disqualified by " + scope(part);
        };
        return what + " " + sign + part.points();
    }

    private static String scope(Contribution part) {
        if (!part.rule().isEmpty()) {
            return part.rule();
        }
        return part.dimension().isEmpty() ? "total" : part.dimension();
    }
}
