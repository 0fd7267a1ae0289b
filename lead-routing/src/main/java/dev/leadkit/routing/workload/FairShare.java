package dev.leadkit.routing.workload;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Ranking;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/** One lead's contest by {@link Rankings#fairShare()}, in whole units throughout. */
final class FairShare implements Ranking.Contest {

    private final long total;
    private final RepId lastWithExtra;
    private final int extra;
    private final long twice;
    private final long release;
    private final boolean overdue;

    FairShare(List<Candidate> eligible) {
        this.total = eligible.stream().mapToLong(each -> each.rep().weight()).sum();
        this.extra = Math.toIntExact(
                Lag.ONE_LEAD - eligible.stream().mapToLong(this::roundedDown).sum());
        this.lastWithExtra = eligible.get(Math.max(0, extra - 1)).rep().id();
        this.twice = Math.max(1, 2L * eligible.size() - 2);
        this.release = (Lag.ONE_LEAD + twice - 1) / twice;
        long latest = Lag.ONE_LEAD - release;
        this.overdue = eligible.stream().anyMatch(each -> each.lag() > latest);
    }

    private long roundedDown(Candidate candidate) {
        return Lag.ONE_LEAD * candidate.rep().weight() / total;
    }

    /** Rounding leaves fewer units than there are reps; who is eligible alone says who gets them, so shares are constant. */
    @Override
    public long share(Candidate candidate) {
        boolean more = extra > 0 && candidate.rep().id().compareTo(lastWithExtra) <= 0;
        return roundedDown(candidate) + (more ? 1 : 0);
    }

    @Override
    public Comparator<Candidate> order() {
        Comparator<Candidate> furthestBehind =
                Comparator.comparingLong(this::lagWithShare).reversed();
        return overdue
                ? furthestBehind
                : (a, b) -> isReleased(a) && isReleased(b) ? byDeadline(a, b) : furthestReleased(a, b, furthestBehind);
    }

    private int furthestReleased(Candidate a, Candidate b, Comparator<Candidate> furthestBehind) {
        int released = Boolean.compare(isReleased(b), isReleased(a));
        return released == 0 ? furthestBehind.compare(a, b) : released;
    }

    private long lagWithShare(Candidate candidate) {
        return candidate.lag() + share(candidate);
    }

    private boolean isReleased(Candidate candidate) {
        return lagWithShare(candidate) >= release;
    }

    /** Compares slack / share exactly, by 128-bit cross multiplication. */
    private int byDeadline(Candidate a, Candidate b) {
        long left = slack(a);
        long right = slack(b);
        long leftTimes = share(b);
        long rightTimes = share(a);
        int high = Long.compare(Math.multiplyHigh(left, leftTimes), Math.multiplyHigh(right, rightTimes));
        return high == 0 ? Long.compareUnsigned(left * leftTimes, right * rightTimes) : high;
    }

    /** How much more lag the candidate may gather, times 2k-2; not negative, as nobody is overdue. */
    private long slack(Candidate candidate) {
        return Lag.ONE_LEAD * (twice - 1) - candidate.lag() * twice;
    }

    @Override
    public String words(Candidate winner, Candidate next) {
        return overdue || !isReleased(next)
                ? "fair share: " + behind(winner) + ", " + behind(next)
                : "fair share: " + due(winner) + ", " + due(next);
    }

    private String due(Candidate candidate) {
        BigDecimal leads = BigDecimal.valueOf(slack(candidate))
                .divide(
                        BigDecimal.valueOf(twice).multiply(BigDecimal.valueOf(share(candidate))),
                        3,
                        RoundingMode.HALF_EVEN);
        return behind(candidate) + " and due within " + leads.toPlainString();
    }

    private String behind(Candidate candidate) {
        long lag = lagWithShare(candidate);
        return candidate.rep().id() + " is " + Lag.words(Math.abs(lag)) + (lag < 0 ? " leads ahead" : " leads behind");
    }
}
