package dev.leadkit.examples.benchmarks.learn;

import dev.leadkit.accuracy.Measure;
import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import dev.leadkit.examples.benchmarks.suite.Table;
import dev.leadkit.examples.benchmarks.suite.UnusableInput;
import dev.leadkit.scoring.learn.Example;
import dev.leadkit.scoring.learn.LeakSign;
import dev.leadkit.scoring.learn.Learned;
import dev.leadkit.scoring.learn.ScorecardLearner;
import dev.leadkit.scoring.learn.Validation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well scorecards tell winners from losers that they were not learned from, and how long learning takes. */
public final class LearnSuite implements Suite {

    private static final String NAME = "learn";
    private static final String XEDUCATION = "xeducation/leads-train.csv";
    private static final String BANK = "uci_bank/bank-full-train.csv";
    private static final double NANOS_PER_SECOND = 1e9;

    private static final Set<String> NO_FIELDS = Set.of("Prospect ID", "Lead Number");
    /** Filled in when the outcome is known, or by the salesperson. */
    private static final Set<String> LEAKS = Set.of(
            "Tags",
            "Lead Quality",
            "Lead Profile",
            "Asymmetrique Activity Index",
            "Asymmetrique Profile Index",
            "Asymmetrique Activity Score",
            "Asymmetrique Profile Score",
            "Last Notable Activity");

    private static final Set<String> AFTER_CAPTURE = Set.of("Last Activity");
    private static final Set<String> BANK_LEAKS = Set.of("duration");

    private static final Table TABLE = new Table(
            Map.of("auc.xeducation", 0.895, "auc.xeducation.capture", 0.86, "auc.bank", 0.76, "learn.bank.s", -5.0));

    /** Makes the suite. */
    public LearnSuite() {}

    @Override
    public void run(Request request, Consumer<Figure> figures) throws Exception {
        Path data = request.data()
                .orElseThrow(() -> new UnusableInput("learn needs data that is not part of the project: --data DIR,"
                        + " or the environment variable LEADKIT_DATA, names the folder of " + XEDUCATION + " and "
                        + BANK));
        List<Figure> all = new ArrayList<>();
        Consumer<Figure> out = figure -> {
            all.add(figure);
            figures.accept(figure);
        };
        xeducation(DataSet.read(file(data, XEDUCATION), ',', new Outcome("Converted", "1")), out);
        bank(DataSet.read(file(data, BANK), ';', new Outcome("y", "yes")), request, out);
        System.err.println(TABLE.of(all));
    }

    private static Path file(Path data, String name) throws UnusableInput {
        Path file = data.resolve(name);
        if (!Files.isReadable(file)) {
            throw new UnusableInput("learn needs " + name + " in the folder of data, was not found: " + file);
        }
        return file;
    }

    private static void xeducation(DataSet leads, Consumer<Figure> figures) {
        List<Example> examples = leads.examples();
        Set<String> clean = union(NO_FIELDS, LEAKS);
        figures.accept(auc("auc.xeducation", learned(leads, examples, clean)));
        figures.accept(auc("auc.xeducation.capture", learned(leads, examples, union(clean, AFTER_CAPTURE))));
        guard("xeducation", leads, learned(leads, examples, NO_FIELDS), LEAKS, figures);
    }

    private static void bank(DataSet contacts, Request request, Consumer<Figure> figures) {
        List<Example> examples = contacts.examples();
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < request.effort().warmups(); round++) {
            long start = System.nanoTime();
            Learned learned = learned(contacts, examples, BANK_LEAKS);
            seconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
            System.err.printf("%d contacts learned in %.2f s%n", contacts.size(), seconds.get(round));
            if (round == 0) {
                figures.accept(auc("auc.bank", learned));
                Validation later = learned.report().later().orElseThrow();
                figures.accept(new Figure(NAME, "auc.bank.later", value(later.auc()), "1"));
            }
        }
        double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
        figures.accept(new Figure(NAME, "learn.bank.s", median, "s"));
        guard("bank", contacts, learned(contacts, examples, Set.of()), BANK_LEAKS, figures);
    }

    private static Learned learned(DataSet leads, List<Example> examples, Set<String> without) {
        return ScorecardLearner.builder()
                .fields(leads.fieldsWithout(without))
                .build()
                .learn(examples.stream());
    }

    private static Figure auc(String name, Learned learned) {
        return new Figure(NAME, name, value(learned.report().crossValidated().auc()), "1");
    }

    private static double value(Measure measure) {
        return measure.decimal(6).orElseThrow().doubleValue();
    }

    /** Says which fields the guard against leaks names when it gets all of them: of the leaks as many as can be, of the clean ones none. */
    private static void guard(
            String data, DataSet leads, Learned learned, Set<String> leaks, Consumer<Figure> figures) {
        Set<String> known = leaks.stream().map(leads::name).collect(Collectors.toSet());
        Set<String> named =
                learned.report().signs().stream().map(LeakSign::field).collect(Collectors.toCollection(TreeSet::new));
        System.err.println("Named as leaks in " + data + ": " + String.join(", ", named));
        long right = named.stream().filter(known::contains).count();
        figures.accept(new Figure(NAME, "leaks." + data + ".named", right, "1"));
        figures.accept(new Figure(NAME, "leaks." + data + ".clean.named", named.size() - right, "1"));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
