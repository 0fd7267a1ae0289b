package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.ForecastCounts;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Points;
import java.util.ArrayList;
import java.util.List;

/** Learns from some leads and tests on others, any number of times, and counts what came out. Not thread-safe. */
final class Trial {

    /** What a rate is counted in: fine enough to keep the bins of a column apart. */
    private static final long RATE = 1_000_000_000L;

    private final Table table;
    private final Settings settings;
    private final OutcomeCounts points = new OutcomeCounts();
    private final ForecastCounts forecasts = new ForecastCounts();
    private final List<OutcomeCounts> alone = new ArrayList<>();
    private final List<OutcomeCounts> filled = new ArrayList<>();

    Trial(Table table, Settings settings) {
        this.table = table;
        this.settings = settings;
        table.columns().forEach(column -> {
            alone.add(new OutcomeCounts());
            filled.add(new OutcomeCounts());
        });
    }

    /** Learns from some rows and tests on others. */
    void run(int[] learned, int[] tested) {
        List<Bins> bins = new Binner(settings.leastBin()).bins(table, learned);
        Scorecard card = Scorecard.fit(table, bins, settings, learned);
        for (int row : tested) {
            Points earned = card.points(table, row);
            points.add(earned.units(), table.won(row));
            forecasts.add(settings.scale().millionths(earned), table.won(row));
        }
        double mean = (double) table.wins(learned) / learned.length;
        for (int column = 0; column < bins.size(); column++) {
            runAlone(column, bins.get(column), mean, Tally.of(table, column, tested));
        }
    }

    /** Each column by itself: a lead is as good as those were that it shares the bin with. */
    private void runAlone(int column, Bins bins, double mean, Tally tested) {
        for (int level = Column.MISSING; level < bins.column().levels(); level++) {
            int bin = bins.bin(level);
            double rate = bin == Bins.NONE ? mean : (bins.won(bin) + mean) / (bins.count(bin) + 1);
            long rank = Math.round(rate * RATE);
            Outcomes outcomes = new Outcomes(tested.won(level), tested.lost(level));
            alone.get(column).add(rank, outcomes);
            if (level != Column.MISSING) {
                filled.get(column).add(rank, outcomes);
            }
        }
    }

    Validation validation() {
        return Validation.of(points, forecasts);
    }

    /** The outcomes by points. */
    OutcomeCounts points() {
        return points;
    }

    /** How many of those with an outcome have a column filled. */
    Proportion filledOf(int column, boolean won, long all) {
        Outcomes known = table.filled(column);
        return new Proportion(won ? known.positives() : known.negatives(), all);
    }

    /** The outcomes by what one column alone says. */
    OutcomeCounts alone(int column) {
        return alone.get(column);
    }

    /** The same, only of those where the column is filled. */
    OutcomeCounts filled(int column) {
        return filled.get(column);
    }
}
