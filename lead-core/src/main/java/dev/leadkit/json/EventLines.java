package dev.leadkit.json;

import dev.leadkit.capture.Row;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of events, a line at a time. */
final class EventLines {

    private final JsonLines.Lines lines;
    private final FieldCatalog catalog;

    EventLines(Reader text, FieldCatalog catalog) throws IOException {
        this.lines = new JsonLines.Lines(new JsonScanner(text), JsonText.LONGEST);
        this.catalog = catalog;
    }

    List<Row<LeadEvent>> next(int most) throws IOException {
        List<Row<LeadEvent>> rows = new ArrayList<>();
        while (rows.size() < most) {
            SubmissionRows.Piece piece = lines.next();
            if (piece == null) {
                return rows;
            }
            rows.add(row(piece));
        }
        return rows;
    }

    private Row<LeadEvent> row(SubmissionRows.Piece piece) {
        long line = piece.start().line();
        return piece.fault().isPresent()
                ? new Row.Broken<>(piece.number(), line, List.of(piece.fault().get()))
                : Row.of(
                        piece.number(),
                        line,
                        () -> JsonDocument.of(piece.text()).as("event", json -> EventJson.read(json, catalog)));
    }
}
