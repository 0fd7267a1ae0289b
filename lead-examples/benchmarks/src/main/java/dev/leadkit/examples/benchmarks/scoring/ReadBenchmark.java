package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The time from a text in JSON to a checked model in a process that has never read one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgs = {"-Xms1g", "-Xmx1g"})
public class ReadBenchmark {

    /** Which rules. */
    @Param("10000")
    public String rules = "";

    private FieldCatalog catalog = FieldCatalog.standard();
    private String text = "";

    /** Makes the benchmark; JMH does. */
    public ReadBenchmark() {}

    /** Writes the text, which is not measured. */
    @Setup(Level.Trial)
    public void write() {
        catalog = LeadKitModel.catalog();
        text = JsonText.line(ScoringModelJson.write(LeadKitModel.of(RuleSet.named(rules))));
    }

    /**
     * Reads it.
     *
     * @return the model
     */
    @Benchmark
    public ScoringModel read() {
        return ScoringModelJson.read(JsonDocument.of(text), catalog, RuleRegistry.EMPTY);
    }
}
