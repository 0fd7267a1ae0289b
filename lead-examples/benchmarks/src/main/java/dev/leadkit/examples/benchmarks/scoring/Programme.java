package dev.leadkit.examples.benchmarks.scoring;

import static dev.leadkit.examples.benchmarks.hand.HandCode.IF;
import static dev.leadkit.examples.benchmarks.hand.HandCode.IF_AHEAD;
import static dev.leadkit.examples.benchmarks.hand.HandCode.SWITCH;
import static dev.leadkit.examples.benchmarks.scoring.Contenders.NAIVE;
import static dev.leadkit.examples.benchmarks.scoring.CostCode.FILLED;
import static dev.leadkit.examples.benchmarks.scoring.CostCode.REGEX;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.ENCODE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.ENCODED;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.ENCODED_SINGLE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.FACTS;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.FIRED;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.HISTORY;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.LAZY;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.NO_MEMO;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.SCORE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.SINGLE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.THREAD_SAFE;
import static dev.leadkit.examples.benchmarks.scoring.LeadKitCode.TOTAL;
import static dev.leadkit.examples.benchmarks.workload.RuleSet.REAL;

import dev.leadkit.examples.benchmarks.contest.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which contenders meet on which rules. Other engines never meet on 10,000 rules: some take minutes to be ready for them. */
final class Programme {

    private static final List<String> OURS = List.of(
            TOTAL, SINGLE, FACTS, HISTORY, THREAD_SAFE, NO_MEMO, ENCODED, ENCODED_SINGLE, ENCODE, LAZY, FIRED, SCORE);
    private static final List<String> HAND = List.of(IF, IF_AHEAD, SWITCH, NAIVE);
    private static final String BEST_PEER = "peer.spel";
    private static final List<String> BEST_PEERS = List.of(BEST_PEER, "peer.drools.exec", "peer.drools.classic");

    private Programme() {}

    /** What the required ratios need; of the other engines the best ones, as they were found before. */
    static List<Contest> quick() {
        return List.of(
                many("100", List.of(IF, IF_AHEAD, TOTAL, SINGLE, ENCODED, ENCODED_SINGLE, THREAD_SAFE, REGEX, FILLED)),
                many("10000", List.of(TOTAL, SINGLE, LAZY, FIRED)),
                many("1000", joined(List.of(IF, TOTAL, SINGLE), peers(BEST_PEERS::contains))),
                new Contest("1000", Contest.IN_CACHE, joined(List.of(IF, TOTAL), peers(BEST_PEER::equals))),
                many(REAL, List.of(IF, IF_AHEAD, SWITCH, TOTAL, SINGLE, ENCODED, ENCODED_SINGLE, ENCODE, THREAD_SAFE)));
    }

    /** Everybody on everything that they can do. */
    static List<Contest> full() {
        List<Contest> contests = new ArrayList<>();
        for (String rules : List.of("10", "100", "1000", REAL)) {
            List<String> costs = rules.equals("100") ? List.of(REGEX, FILLED) : List.of();
            contests.add(many(rules, joined(HAND, OURS, costs, peers(name -> plays(name, rules)))));
            contests.add(inCache(rules));
        }
        contests.add(many("10000", joined(List.of(IF, NAIVE), OURS)));
        contests.add(inCache("10000"));
        return List.copyOf(contests);
    }

    /** A PMML scorecard has no rules about what leads did. */
    private static boolean plays(String peer, String rules) {
        return !rules.equals(REAL) || !peer.equals("peer.jpmml");
    }

    private static Contest many(String rules, List<String> contenders) {
        return new Contest(rules, Contest.MANY, contenders);
    }

    private static Contest inCache(String rules) {
        List<String> others = rules.equals("10000") ? List.of() : joined(List.of(IF, SWITCH), peers(BEST_PEER::equals));
        return new Contest(
                rules,
                Contest.IN_CACHE,
                joined(others, List.of(TOTAL, SINGLE, NO_MEMO, ENCODED, ENCODED_SINGLE, LAZY, FIRED)));
    }

    private static List<String> peers(Predicate<String> wanted) {
        return Contenders.peers().stream().map(Contender::name).filter(wanted).toList();
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> each : lists) {
            all.addAll(each);
        }
        return List.copyOf(all);
    }
}
