package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far anybody ever is from what is due, in leads, when {@value #REPS} reps of different weights get {@value #LEADS} leads: of each lead
 * everybody who can take it is due weight / weights of those who can. The account is kept here, apart from anything that the rules keep.
 */
final class Fairness {

    private static final int REPS = 20;
    private static final int LEADS = 10_000;
    private static final int CAN_OF_TEN = 6;
    private static final int[] WEIGHTS = {1, 2, 3, 5, 20};
    private static final long SEED = 3;

    private final int[] weights;
    private final List<BitSet> eligible;

    private Fairness(int[] weights, List<BitSet> eligible) {
        this.weights = weights;
        this.eligible = eligible;
    }

    /** Gives leads to reps, one after the other, by their numbers. */
    interface Rule {
        int take(int lead, BitSet those);
    }

    /** Everybody can take every lead. */
    static Fairness fixed() {
        BitSet everybody = new BitSet();
        everybody.set(0, REPS);
        return new Fairness(
                weights(), IntStream.range(0, LEADS).mapToObj(lead -> everybody).toList());
    }

    /** Each lead can be taken by others, about six of ten. */
    static Fairness changing() {
        SplittableRandom chance = new SplittableRandom(SEED);
        List<BitSet> eligible = new ArrayList<>();
        for (int lead = 0; lead < LEADS; lead++) {
            BitSet those = new BitSet();
            IntStream.range(0, REPS)
                    .filter(rep -> chance.nextInt(10) < CAN_OF_TEN)
                    .forEach(those::set);
            those.set(chance.nextInt(REPS));
            eligible.add(those);
        }
        return new Fairness(weights(), eligible);
    }

    private static int[] weights() {
        return IntStream.range(0, REPS)
                .map(rep -> WEIGHTS[rep % WEIGHTS.length])
                .toArray();
    }

    /** The largest lag of anybody at any time. */
    double largestLag(Rule rule) {
        double[] lags = new double[REPS];
        double largest = 0;
        for (int lead = 0; lead < LEADS; lead++) {
            BitSet those = eligible.get(lead);
            double total = those.stream().map(rep -> weights[rep]).sum();
            those.stream().forEach(rep -> lags[rep] += weights[rep] / total);
            int taker = rule.take(lead, those);
            if (!those.get(taker)) {
                throw new IllegalStateException("a lead must go to somebody who can take it, was " + taker);
            }
            lags[taker]--;
            for (double lag : lags) {
                largest = Math.max(largest, Math.abs(lag));
            }
        }
        return largest;
    }

    /** The router with its fair share. */
    Rule router() {
        PlanBuilder plan = RoutingPlan.builder("fairness", "1").queue("nobody");
        for (int rep = 0; rep < REPS; rep++) {
            plan.rep(Rep.of(name(rep), LEADS).weighing(weights[rep]));
        }
        Router router = Router.of(plan.build(), AssignmentLedger.inMemory(), SEED);
        return (lead, those) -> {
            Facts facts = Facts.of(Lead.builder(new LeadId("lead" + lead)).build(), Demand.START);
            List<RepId> others = IntStream.range(0, REPS)
                    .filter(rep -> !those.get(rep))
                    .mapToObj(rep -> new RepId(name(rep)))
                    .toList();
            Decision decision = router.route(RoutingRequest.of(facts, 0).without(others));
            String taker = ((Decision.Assigned) decision).rep().value();
            return Integer.parseInt(taker.substring(taker.length() - 2));
        };
    }

    private static String name(int rep) {
        return "rep" + Ground.digits(rep, 2);
    }

    /** A pointer that goes round a list in which each rep stands as often as the weight says, and skips who cannot. */
    Rule pointer() {
        int[] list = IntStream.range(0, REPS)
                .flatMap(rep -> IntStream.generate(() -> rep).limit(weights[rep]))
                .toArray();
        int[] at = {-1};
        return (lead, those) -> {
            do {
                at[0] = (at[0] + 1) % list.length;
            } while (!those.get(list[at[0]]));
            return list[at[0]];
        };
    }

    /** Smooth weighted round robin as in nginx: who cannot is left alone. */
    Rule smooth() {
        long[] current = new long[REPS];
        return (lead, those) -> {
            int best = those.nextSetBit(0);
            long total = 0;
            for (int rep = best; rep >= 0; rep = those.nextSetBit(rep + 1)) {
                current[rep] += weights[rep];
                total += weights[rep];
                best = current[rep] > current[best] ? rep : best;
            }
            current[best] -= total;
            return best;
        };
    }
}
