package dev.leadkit.metrics.forecast;

import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.LocalDay;
import dev.leadkit.metrics.fold.Wide;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * {@code pipeline.velocity}: what the pipeline brings a day: {@code open opportunities x win rate x mean value / cycle in days}, as of
 * one day. A lead is an opportunity from its first entry into any of the named stages. Open are those neither converted nor lost; win
 * rate and cycle are those of the opportunities closed in the window, the days up to and with the as-of day. The cycle is the mean, from
 * becoming an opportunity to the conversion.
 *
 * <p>Told by currency of the open opportunities' values: those without a value are left out and counted, as if they brought nothing.
 * Undated leads, those never an opportunity and those won before they were one are left out of everything. Undefined, never 0, if nothing
 * was closed or won in the window, or the cycle is 0.
 *
 * @param opportunity the stages that make a lead an opportunity; at least one
 * @param days how many days the window has, from 1 to 36,500
 * @param zone where a day begins and ends
 */
public record PipelineVelocity(Set<Stage> opportunity, int days, ZoneId zone) implements LeadKpi<Pace> {

    private static final int OPEN = 0;
    private static final int UNVALUED = 1;
    private static final int VALUE = 2;
    private static final int WON = 3;
    private static final int LOST = 4;
    private static final int CYCLE = 5;
    private static final int LONGEST = 36_500;
    private static final long SECONDS = 86_400;
    private static final String NONE_WON = "no opportunity was won in the window";

    /**
     * Keeps a copy of the stages.
     *
     * @param opportunity the stages that make a lead an opportunity
     * @param days how many days the window has
     * @param zone where a day begins and ends
     */
    public PipelineVelocity {
        opportunity = Set.copyOf(opportunity);
        if (opportunity.isEmpty()) {
            throw new IllegalArgumentException("opportunity must be at least one stage, was none");
        }
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("days must be from 1 to " + LONGEST + ", was " + days);
        }
    }

    @Override
    public Definition definition() {
        return definition(
                "velocity",
                "",
                "Open opportunities times win rate times their mean value, over the mean cycle in days.");
    }

    private Definition definition(String name, String more, String meaning) {
        String stages =
                Definition.texts(opportunity.stream().map(Stage::name).sorted().toList());
        return new Definition(
                "pipeline." + name + "/1?stages=" + stages + "&days=" + days + "&zone=" + zone + more, meaning);
    }

    @Override
    public List<String> parts() {
        return List.of(
                "open, with a value",
                "open, without a value",
                "value in minor units",
                "won on day",
                "lost on day",
                "seconds from opportunity to win, by day of the win");
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.firstReached(opportunity), facts.converted(), facts.lost())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        Optional<FactEvent> since = facts.firstReached(opportunity);
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else if (since.isEmpty()) {
            counts.exclude("never an opportunity", times);
        } else if (facts.converted().isPresent()) {
            won(counts, since.get(), facts.converted().get(), times);
        } else if (facts.lost().isPresent()) {
            counts.add(LOST, day(facts.lost().get()), times);
        } else {
            open(counts, facts, times);
        }
    }

    private void won(Counts counts, FactEvent since, FactEvent won, long times) {
        long seconds = since.secondsTo(won);
        if (seconds < 0) {
            counts.exclude("won before it was an opportunity", times);
            return;
        }
        counts.add(WON, day(won), times);
        counts.add(CYCLE, day(won), Math.multiplyExact(seconds, times));
    }

    private static void open(Counts counts, LeadFacts facts, long times) {
        Optional<Money> value = facts.value();
        if (value.isEmpty()) {
            counts.add(UNVALUED, 0, times);
            return;
        }
        counts.add(OPEN, 0, times);
        Counts money = counts.named(value.get().currency().getCurrencyCode());
        money.add(OPEN, 0, times);
        Wide.add(money, VALUE, value.get().minor(), times);
    }

    private long day(FactEvent event) {
        return LocalDay.of(event.at(), zone).toEpochDay();
    }

    @Override
    public Pace result(Counts counts, Instant asOf) {
        long today = LocalDay.of(asOf, zone).toEpochDay();
        LongPredicate inWindow = day -> day > today - days && day <= today;
        Closed closed = new Closed(
                counts.total(WON, inWindow),
                counts.total(LOST, inWindow),
                new BigDecimal(Wide.sum(counts, CYCLE, inWindow)),
                excluded(counts, inWindow));
        SortedMap<String, Pace.Flow> flows = new TreeMap<>();
        counts.named().forEach((currency, money) -> flows.put(currency, flow(counts, currency, money, closed)));
        return new Pace(winRate(closed), cycle(closed), flows);
    }

    /** What was closed in the window; {@code left} are those left out of win rate and cycle. */
    private record Closed(long won, long lost, BigDecimal seconds, SortedMap<String, Long> left) {

        BigDecimal all() {
            return BigDecimal.valueOf(won).add(BigDecimal.valueOf(lost));
        }
    }

    private static SortedMap<String, Long> excluded(Counts counts, LongPredicate inWindow) {
        Counts left = new Counts();
        counts.excluded().forEach(left::exclude);
        left.exclude("open", Math.addExact(counts.count(OPEN, 0), counts.count(UNVALUED, 0)));
        left.exclude("closed outside the window", counts.total(WON, inWindow.negate()));
        left.exclude("closed outside the window", counts.total(LOST, inWindow.negate()));
        return left.excluded();
    }

    private KpiResult winRate(Closed closed) {
        Basis basis = new Basis(BigDecimal.valueOf(closed.won), closed.all(), closed.left);
        Definition definition =
                definition("win-rate", "", "Opportunities won in the window, over those won or lost in it.");
        return KpiResult.rate(definition, basis, "no opportunity was closed in the window");
    }

    private KpiResult cycle(Closed closed) {
        Basis basis = new Basis(
                closed.seconds, BigDecimal.valueOf(closed.won).multiply(BigDecimal.valueOf(SECONDS)), closed.left);
        Definition definition = definition(
                "cycle",
                "",
                "Mean days from becoming an opportunity to the win (numerator: seconds, denominator: wins times 86,400).");
        return closed.seconds.signum() < 0
                ? KpiResult.undefined(definition, KpiUnit.DAYS, basis, KpiResult.INCOMPLETE)
                : KpiResult.quotient(definition, KpiUnit.DAYS, basis, NONE_WON);
    }

    private Pace.Flow flow(Counts counts, String currency, Counts money, Closed closed) {
        Currency unit = Currency.getInstance(currency);
        BigDecimal value = Wide.amount(money, VALUE, unit);
        BigDecimal open = BigDecimal.valueOf(money.count(OPEN, 0));
        Counts left = new Counts();
        counts.excluded().forEach(left::exclude);
        left.exclude("closed", Math.addExact(counts.total(WON), counts.total(LOST)));
        left.exclude("open, without a value", counts.count(UNVALUED, 0));
        left.exclude("open, with a value in another currency", counts.count(OPEN, 0) - money.count(OPEN, 0));
        Definition mean =
                definition("value", "&currency=" + currency, "The value of the open opportunities over their number.");
        KpiResult meanValue = KpiResult.quotient(
                mean, KpiUnit.money(unit), new Basis(value, open, left.excluded()), "no open opportunity has a value");
        return new Pace.Flow(velocity(meanValue, closed), meanValue);
    }

    /** The number of the open times their mean value is their value; rate and cycle are put in as integers. */
    private KpiResult velocity(KpiResult meanValue, Closed closed) {
        Basis open = meanValue.basis();
        BigDecimal won = BigDecimal.valueOf(closed.won);
        Basis basis = new Basis(
                open.numerator().multiply(won).multiply(won).multiply(BigDecimal.valueOf(SECONDS)),
                closed.all().multiply(closed.seconds),
                open.excluded());
        String currency = meanValue.unit().code();
        KpiUnit unit = KpiUnit.moneyPerDay(Currency.getInstance(currency));
        Definition definition =
                definition("velocity", "&currency=" + currency, definition().meaning());
        if (open.denominator().signum() < 0 || closed.won < 0 || closed.lost < 0 || closed.seconds.signum() < 0) {
            return KpiResult.undefined(definition, unit, basis, KpiResult.INCOMPLETE);
        }
        if (open.denominator().signum() == 0) {
            return KpiResult.undefined(definition, unit, basis, "no open opportunity has a value");
        }
        return KpiResult.quotient(definition, unit, basis, closed.won == 0 ? NONE_WON : "the cycle is 0");
    }
}
