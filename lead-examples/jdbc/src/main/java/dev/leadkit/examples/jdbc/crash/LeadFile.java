package dev.leadkit.examples.jdbc.crash;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.csv.CsvOutput;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.StandardFields;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A file of leads as they come: most are new, one in ten is an earlier row again or the same person under another number,
 * one in twenty has an e-mail address or a day that is none. The same seed makes the same file.
 */
final class LeadFile {

    static final String SYSTEM = "fair";
    static final FieldCatalog CATALOG = FieldCatalog.standard();

    private static final int KINDS = 20;

    private LeadFile() {}

    static Mapping mapping() {
        return Mapping.builder(CATALOG)
                .externalId("Id")
                .occurredAt("Day", Map.of("patterns", List.of("uuuu-MM-dd HH:mm"), "zone", List.of("UTC")))
                .columns(
                        ColumnRule.of("Mail", StandardFields.EMAIL).asRequired(),
                        ColumnRule.of("Name", StandardFields.LAST_NAME),
                        ColumnRule.of("Company", StandardFields.COMPANY))
                .build();
    }

    static void write(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        try (Writer text = Files.newBufferedWriter(file);
                CsvOutput out = CsvOutput.to(text)) {
            out.row("Id", "Day", "Mail", "Name", "Company");
            for (int i = 0; i < rows; i++) {
                out.row(row(i, random));
            }
        }
    }

    private static List<String> row(int number, Random random) {
        int person = number;
        String id = Integer.toString(number);
        String day = "2026-03-%02d 09:%02d".formatted(number % 28 + 1, number % 60);
        String mail = null;
        switch (random.nextInt(KINDS)) {
            case 0 -> {
                person = random.nextInt(number + 1);
                id = Integer.toString(person);
            }
            case 1 -> person = random.nextInt(number + 1);
            case 2 -> mail = "no address";
            case 3 -> day = random.nextBoolean() ? "yesterday" : "";
            default -> {}
        }
        return List.of(
                id,
                day,
                mail == null ? "p" + person + "@example.org" : mail,
                "Person " + person,
                "Company " + person % 97);
    }
}
