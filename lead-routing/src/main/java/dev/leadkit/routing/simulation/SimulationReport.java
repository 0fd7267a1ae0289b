package dev.leadkit.routing.simulation;

import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a plan made of the leads that came. Immutable.
 *
 * @param plan which plan
 * @param fates what became of each lead, in the order in which they came
 * @param reps how each rep of the plan fared, and who else took a lead, in the order of identifiers
 */
public record SimulationReport(ModelRef plan, List<Fate> fates, List<RepTally> reps) {

    private static final int ALL = 100;
    private static final int SCALE = 4;
    private static final int INNER = 20;

    /**
     * Makes a report.
     *
     * @param plan which plan
     * @param fates what became of each lead
     * @param reps how each rep fared
     */
    public SimulationReport {
        fates = List.copyOf(fates);
        reps = List.copyOf(reps);
    }

    /**
     * The leads that nobody ever could take.
     *
     * @return their number
     */
    public int unroutable() {
        return (int) fates.stream().filter(fate -> fate.rep().isEmpty()).count();
    }

    /**
     * The longest wait of a lead that found a rep.
     *
     * @return the time; zero if none waited
     */
    public Duration longestWait() {
        return wait(ALL);
    }

    /**
     * The time within which so many of the leads that found a rep had one: the smallest wait that at least this part of them did not exceed
     * (nearest rank; type 1 of Hyndman and Fan 1996).
     *
     * @param percent how many of them, 1 to 100; 50 for the median
     * @return the time; zero if none found a rep
     * @throws IllegalArgumentException if the percentage is out of its bounds
     */
    public Duration wait(int percent) {
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("percent must be from 1 to 100, was " + percent);
        }
        List<Duration> waits = fates.stream()
                .filter(fate -> fate.rep().isPresent())
                .map(Fate::waited)
                .sorted()
                .toList();
        long rank = ((long) percent * waits.size() + ALL - 1) / ALL;
        return rank == 0 ? Duration.ZERO : waits.get((int) rank - 1);
    }

    /**
     * The largest distance of any rep from the fair share at any time. The fair share is what is due to whoever could have
     * taken a lead but for a full desk: weight / total weight of each lead.
     *
     * @return leads, to four decimals
     */
    public BigDecimal largestLag() {
        long largest = reps.stream().mapToLong(RepTally::largestLag).max().orElse(0);
        return BigDecimal.valueOf(largest).divide(BigDecimal.valueOf(Lag.ONE_LEAD), SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * The Gini coefficient of what reps received for each lead that was due to them: 0 if everybody got just what was due, near
     * 1 if one got all (Gini 1912; half the relative mean difference over the population). Who was seldom there was due little,
     * so presence makes no difference.
     *
     * @return the coefficient to four decimals; empty if nobody got anything
     */
    public Optional<BigDecimal> gini() {
        List<BigDecimal> each = reps.stream()
                .filter(rep -> due(rep).signum() > 0)
                .map(rep -> BigDecimal.valueOf(rep.received())
                        .multiply(BigDecimal.valueOf(Lag.ONE_LEAD))
                        .divide(due(rep), INNER, RoundingMode.HALF_EVEN))
                .sorted()
                .toList();
        BigDecimal total = each.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal ranked = BigDecimal.ZERO;
        for (int i = 0; i < each.size(); i++) {
            ranked = ranked.add(each.get(i).multiply(BigDecimal.valueOf(2L * i + 1 - each.size())));
        }
        return Optional.of(
                ranked.divide(total.multiply(BigDecimal.valueOf(each.size())), SCALE, RoundingMode.HALF_EVEN));
    }

    /** What was due is what was received and what is still owed. */
    private static BigDecimal due(RepTally rep) {
        return BigDecimal.valueOf(rep.received())
                .multiply(BigDecimal.valueOf(Lag.ONE_LEAD))
                .add(BigDecimal.valueOf(rep.lag()));
    }

    /**
     * The leads that another plan gives to somebody else, or to nobody.
     *
     * @param other the other plan's report on the same leads
     * @return this report's fates that differ in the rep, in the order in which the leads came
     */
    public List<Fate> changedFrom(SimulationReport other) {
        if (other.fates.size() != fates.size()) {
            throw new IllegalArgumentException("reports must be on the same leads, were on others");
        }
        List<Fate> theirs = other.fates;
        return IntStream.range(0, fates.size())
                .filter(i -> !fates.get(i).rep().equals(theirs.get(i).rep()))
                .mapToObj(fates::get)
                .toList();
    }

    /**
     * How many leads a rep got.
     *
     * @param rep which rep
     * @return the number; 0 for one who is not in the plan
     */
    public int received(RepId rep) {
        return reps.stream()
                .filter(each -> each.rep().equals(rep))
                .mapToInt(RepTally::received)
                .sum();
    }
}
