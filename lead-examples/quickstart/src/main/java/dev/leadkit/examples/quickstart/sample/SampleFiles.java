package dev.leadkit.examples.quickstart.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.leadkit.examples.quickstart.sample.Person.Profile;
import dev.leadkit.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A generated sample: leads, their interactions and what they cost, as CSV files.
 *
 * @param leads the leads
 * @param interactions what happened to them, among that stage moves and outcomes
 * @param costs what the sources cost each month
 */
public record SampleFiles(Path leads, Path interactions, Path costs) {

    /** When the first sample lead can come in. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** When the sample ends. */
    public static final Instant END = Instant.parse("2026-07-01T00:00:00Z");

    /** How many leads can be generated at most. */
    public static final int MOST = 1_000_000;

    private static final Duration SPAN = Duration.between(START, END);

    /**
     * Generates a sample.
     *
     * @param folder where the files go; made if it is not there
     * @param leads how many leads, before duplicates and broken rows
     * @param seed equal seeds give equal files
     * @return the files
     * @throws IOException if a file cannot be written
     */
    public static SampleFiles generate(Path folder, int leads, long seed) throws IOException {
        Files.createDirectories(folder);
        SampleFiles files = new SampleFiles(
                folder.resolve("sample-leads.csv"),
                folder.resolve("sample-interactions.csv"),
                folder.resolve("sample-costs.csv"));
        Dice dice = new Dice(seed);
        try (CsvWriter rows = csv(files.leads());
                CsvWriter steps = csv(files.interactions())) {
            header(rows, steps);
            People people = new People(dice, START, SPAN);
            Dirt dirt = new Dirt(dice);
            for (int i = 1; i <= leads; i++) {
                Person person = people.next(i);
                write(rows, person, dirt, dice);
                Journey.of(person, dice, END).forEach(step -> write(steps, step));
            }
        }
        writeCosts(files.costs(), leads);
        return files;
    }

    private static void header(CsvWriter rows, CsvWriter steps) {
        rows.writeRecord(
                "Lead ID",
                "Created",
                "First Name",
                "Last Name",
                "Email",
                "Phone",
                "Company",
                "Job Title",
                "Country",
                "City",
                "Employees",
                "Source");
        steps.writeRecord("externalId", "type", "occurredAt", "direction", "properties");
    }

    /** Once in a while somebody fills the form twice, or the export breaks a row. */
    private static void write(CsvWriter rows, Person person, Dirt dirt, Dice dice) {
        List<String> clean = row(person, dice);
        rows.writeRecord(dirt.on(clean));
        if (dice.chance(0.015)) {
            List<String> again = new ArrayList<>(clean);
            again.set(0, person.id() + "-B");
            again.set(1, text(dice.after(person.created(), Duration.ofMinutes(1), Duration.ofDays(3))));
            rows.writeRecord(again);
        }
        if (dice.chance(0.003)) {
            rows.writeRecord(clean.subList(0, 5));
        }
    }

    private static List<String> row(Person person, Dice dice) {
        Profile profile = person.profile();
        String phone = profile.market().phone();
        return List.of(
                person.id(),
                text(person.created()),
                profile.first(),
                profile.last(),
                profile.email(),
                phone.isEmpty() ? "" : phone + String.format(Locale.ROOT, "%02d", dice.below(100)),
                profile.company(),
                profile.title(),
                dice.oneOfFirst(profile.market().spellings()),
                profile.market().city(),
                String.valueOf(profile.employees()),
                profile.source());
    }

    private static String text(Instant instant) {
        return instant.toString().replace("T", " ").replace("Z", "").substring(0, 19);
    }

    private static void write(CsvWriter steps, Journey.Step step) {
        String properties = step.properties().isEmpty() ? "" : JsonText.line(new TreeMap<>(step.properties()));
        String direction = step.outbound() ? "outbound" : "inbound";
        steps.writeRecord(step.lead(), step.type(), step.at().toString(), direction, properties);
    }

    private static void writeCosts(Path file, int leads) throws IOException {
        List<String> paid = List.of("Google", "LinkedIn Ads", "Trade Fair", "Webinar");
        try (CsvWriter rows = csv(file)) {
            rows.writeRecord("source", "from", "to", "amount", "currency");
            for (YearMonth month = YearMonth.of(2026, 1);
                    month.isBefore(YearMonth.of(2026, 7));
                    month = month.plusMonths(1)) {
                LocalDate from = month.atDay(1);
                LocalDate to = month.plusMonths(1).atDay(1);
                for (String source : paid) {
                    String amount = String.format(Locale.ROOT, "%d.50", leads * (2 + paid.indexOf(source)));
                    rows.writeRecord(source, from.toString(), to.toString(), amount, "EUR");
                }
            }
        }
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
