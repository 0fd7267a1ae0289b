package dev.leadkit.routing.engine;

import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Comparison.Figures;
import dev.leadkit.routing.decision.Comparison.How;
import dev.leadkit.routing.ledger.Bidding;
import dev.leadkit.routing.workload.Field;
import dev.leadkit.routing.workload.FieldRanking;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Narrows by the plan's stages, then orders who is left by a ranking of the library. For one thread. */
final class FieldProposer implements Proposer {

    private final CompiledPlan plan;
    private final String name;
    private final FieldRanking ranking;
    private final @Nullable Turns turns;
    private final Field field;
    private final Field.Lots lots;
    private final Proposal.Comparer comparer = this::compared;
    private final Proposal.Sharer sharer = this::shares;

    FieldProposer(CompiledPlan plan, FieldRanking ranking, Deliberation deliberation, Turns turns) {
        this.turns = ranking.asksTurns() ? turns : null;
        this.plan = plan;
        this.name = plan.plan().ranking().orElseThrow();
        this.ranking = ranking;
        this.field = new Field(plan.size());
        this.lots = deliberation::draw;
    }

    @Override
    public void propose(Deliberation deliberation, Proposal proposal, int most) {
        deliberation.narrow();
        Survivors left = deliberation.left();
        if (left.size() == 0) {
            proposal.nobody("nobody can take the lead");
            return;
        }
        fill(deliberation, left);
        field.rank(ranking, most, lots);
        for (int i = 0; i < field.ranked(); i++) {
            proposal.order[i] = field.rep(field.best(i));
        }
        proposal.of(field.ranked(), comparer, field.keepsAccount() ? sharer : null);
    }

    private void fill(Deliberation deliberation, Survivors left) {
        field.clear();
        if (turns != null) {
            turns.readOn();
        }
        int[] list = left.list();
        int[] opens = deliberation.loads().open(list, left.size());
        long[] lags = deliberation.loads().lags(list, left.size());
        for (int i = 0; i < left.size(); i++) {
            int rep = list[i];
            int place = field.add(rep, plan.weight(rep), deliberation.capacity(rep));
            field.standing(place, opens[i], lags[i], turns == null ? 0 : turns.last(rep));
        }
    }

    private void shares(Bidding bidding) {
        for (int place = 0; place < field.size(); place++) {
            bidding.share(field.rep(place), field.share(place));
        }
    }

    /** Nearly always one of the first two is asked for. */
    private int place(int rep, int rank) {
        boolean known = rank < field.ranked() && field.rep(field.best(rank)) == rep;
        return known ? field.best(rank) : field.place(rep);
    }

    private Comparison compared(int winner, int other) {
        int one = place(winner, 0);
        int two = place(other, 1);
        return new Comparison(
                field.isLevel(one, two) ? How.DRAWN : How.BETTER,
                plan.id(winner),
                Optional.of(plan.id(other)),
                Optional.of(new Figures(ranking.figure(field, one), ranking.figure(field, two))),
                name);
    }
}
