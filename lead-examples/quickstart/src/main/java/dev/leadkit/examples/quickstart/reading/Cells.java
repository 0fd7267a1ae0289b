package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cells of one row, which collect what is wrong with them. */
final class Cells {

    private final long row;
    private final Map<String, String> texts;
    private final Faults faults = new Faults();

    Cells(long row, Map<String, String> texts) {
        this.row = row;
        this.texts = texts;
    }

    /** Which row, as a spreadsheet counts: the header is row 1. */
    long row() {
        return row;
    }

    String text(String column) {
        return texts.getOrDefault(column, "").strip();
    }

    /** Reads a cell; if it cannot be read, the row is refused in the end and the otherwise goes on meanwhile. */
    <T> T read(String column, String rule, Function<String, T> reading, T otherwise) {
        return parsed(column, rule, reading).orElse(otherwise);
    }

    private <T> Optional<T> parsed(String column, String rule, Function<String, T> reading) {
        String text = text(column);
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            faults.accept(new Fault(column, rule, Fault.unseen(text)));
            return Optional.empty();
        }
    }

    void refuseIfAny() {
        faults.refuseIfAny("row");
    }
}
