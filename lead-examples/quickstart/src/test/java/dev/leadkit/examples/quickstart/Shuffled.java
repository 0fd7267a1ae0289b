package dev.leadkit.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Copies of CSV files with their rows in another order. */
final class Shuffled {

    private Shuffled() {}

    /** Copies a file under its name into a folder; the header stays where it is. */
    static Path copy(Path file, Path folder, long seed) {
        List<String> records = records(Ran.read(file));
        Collections.shuffle(records.subList(1, records.size()), new Random(seed));
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(file.getFileName()), String.join("\n", records) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record ends at a line end before which the number of quotes is even. */
    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        StringBuilder record = new StringBuilder();
        for (String line : text.lines().toList()) {
            record.append(record.isEmpty() ? "" : "\n").append(line);
            if (record.chars().filter(c -> c == '"').count() % 2 == 0) {
                records.add(record.toString());
                record.setLength(0);
            }
        }
        return records;
    }
}
