package dev.leadkit.examples.benchmarks.scoring;

import static dev.leadkit.examples.benchmarks.hand.HandCode.IF;
import static dev.leadkit.examples.benchmarks.hand.HandCode.IF_AHEAD;
import static dev.leadkit.examples.benchmarks.hand.HandCode.SWITCH;
import static dev.leadkit.examples.benchmarks.scoring.CostCode.FILLED;
import static dev.leadkit.examples.benchmarks.scoring.CostCode.REGEX;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.ENCODE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.ENCODED;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.ENCODED_SINGLE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.FIRED;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.LAZY;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.NO_MEMO;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.SINGLE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.THREAD_SAFE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.TOTAL;
import static dev.leadkit.examples.benchmarks.workload.RuleSet.REAL;

import dev.leadkit.examples.benchmarks.contest.Standing;
import dev.leadkit.examples.benchmarks.suite.Table;
import dev.leadkit.examples.benchmarks.workload.People;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures of the suite that follow from standings: the others' time divided by LeadKit's, so that more is better. */
final class Rows {

    private static final String RATIO = "1";
    private static final String NANOS = "ns";
    private static final String BYTES = "B";
    private static final int SAMPLE = 1_000;

    /** Positive: at least so much; negative: at most so much. */
    static final Table TABLE = new Table(Map.ofEntries(
            Map.entry("ratio.if.100", 1.2),
            Map.entry("ratio.if.100.encoded", 10.0),
            Map.entry("ratio.if.1000", 10.0),
            Map.entry("ratio.peer.1000", 90.0),
            Map.entry("ratio.drools.1000", 200.0),
            Map.entry("ratio.if.real", 1.0),
            Map.entry("ratio.if.real.encoded", 2.5),
            Map.entry("ratio.switch.real.encoded", 1.7),
            Map.entry("growth.100.10000", -3.5),
            Map.entry("lazy.score.10000", -1.15),
            Map.entry("reason.ns", -2.0),
            Map.entry("alloc.total", -1.0),
            Map.entry("alloc.threadsafe", -200.0),
            Map.entry("compile.10000.ms", -500.0),
            Map.entry("engine.10000.mb", -10.0),
            Map.entry("rescore.1m.s", -3.0)));

    private Rows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        rows.add(ratio("ratio.if.100", "100", IF, TOTAL));
        rows.add(ratio("ratio.if.100.encoded", "100", IF, ENCODED));
        rows.add(ratio("ratio.if.1000", "1000", IF, TOTAL));
        rows.add(best("ratio.peer.1000", "1000", "peer."));
        rows.add(best("ratio.drools.1000", "1000", "peer.drools"));
        rows.add(best("ratio.peer.1000.cache", "1000.cache", "peer."));
        rows.add(ratio("ratio.if.real", REAL, IF, TOTAL));
        rows.add(ratio("ratio.if.real.encoded", REAL, IF, ENCODED));
        rows.add(ratio("ratio.switch.real.encoded", REAL, SWITCH, ENCODED));
        rows.add(ratio("ratio.if.100.single", "100", IF, SINGLE));
        rows.add(ratio("ratio.if.100.encoded.single", "100", IF, ENCODED_SINGLE));
        rows.add(ratio("ratio.if.1000.single", "1000", IF, SINGLE));
        rows.add(ratio("ratio.if.real.single", REAL, IF, SINGLE));
        rows.add(ratio("ratio.if.real.encoded.single", REAL, IF, ENCODED_SINGLE));
        rows.add(ratio("ratio.switch.real.encoded.single", REAL, SWITCH, ENCODED_SINGLE));
        rows.add(ratio("ratio.ahead.100", "100", IF_AHEAD, TOTAL));
        rows.add(ratio("ratio.ahead.real", REAL, IF_AHEAD, TOTAL));
        rows.add(ratio("ratio.ahead.real.encoded", REAL, IF_AHEAD, ENCODED));
        rows.add(new Row("encode.ns", NANOS, standings -> standings.nanos(REAL, ENCODE)));
        rows.add(new Row("growth.100.10000", RATIO, Rows::growth));
        rows.add(new Row("alloc.total", BYTES, standings -> most(standings, TOTAL)));
        rows.add(new Row("alloc.threadsafe", BYTES, standings -> most(standings, THREAD_SAFE)));
        rows.add(ratio("lazy.score.10000", "10000", LAZY, SINGLE));
        rows.add(new Row("reason.ns", NANOS, Rows::reason));
        rows.add(ratio("cost.regex.100", "100", REGEX, TOTAL));
        rows.add(ratio("cost.missing.100", "100", TOTAL, FILLED));
        rows.add(ratio("memo.off.100", "100", NO_MEMO, TOTAL));
        rows.add(ratio("memo.off.10000", "10000", NO_MEMO, TOTAL));
        rows.add(ratio("ratio.if.100.cache", "100.cache", IF, TOTAL));
        rows.add(ratio("ratio.if.1000.cache", "1000.cache", IF, TOTAL));
        rows.add(ratio("ratio.if.real.cache", REAL + ".cache", IF, TOTAL));
        return List.copyOf(rows);
    }

    private static Row ratio(String name, String rules, String slow, String fast) {
        return new Row(name, RATIO, standings -> standings.ratio(rules, slow, fast));
    }

    private static Row best(String name, String rules, String others) {
        return new Row(
                name,
                RATIO,
                standings -> standings
                        .best(rules, others)
                        .flatMap(theirs -> standings.nanos(rules, TOTAL).map(ours -> theirs / ours)));
    }

    private static Optional<Double> growth(Standings standings) {
        return standings
                .nanos("10000", TOTAL)
                .flatMap(great -> standings.nanos("100", TOTAL).map(small -> great / small));
    }

    /** The most of all sets of rules, once the last of them is measured. */
    private static Optional<Double> most(Standings standings, String contender) {
        return standings
                .of(REAL, contender)
                .flatMap(last -> Stream.of("10", "100", "1000", "10000", REAL)
                        .flatMap(rules -> standings.of(rules, contender).stream())
                        .map(Standing::bytes)
                        .max(Double::compare));
    }

    /** What it costs to name the rules that hold, beyond the total, for each. */
    private static Optional<Double> reason(Standings standings) {
        return standings
                .nanos("10000", FIRED)
                .flatMap(fired -> standings.nanos("10000", LAZY).map(lazy -> (fired - lazy) / fired()));
    }

    private static double fired() {
        RuleSet rules = RuleSet.named("10000");
        return new Naive(rules, People.of(rules).first(SAMPLE)).fired();
    }
}
