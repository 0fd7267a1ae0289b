package dev.leadkit.scoring.learn;

import dev.leadkit.lead.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Points for the bins of each column, learned from some examples; a score is the base points and those of each bin. */
final class Scorecard {

    private static final int UNIT_DIGITS = 3;

    private final List<Bins> bins;
    private final List<double[]> weights;
    private final Points base;
    private final List<List<Points>> points = new ArrayList<>();
    private final Settings settings;

    private Scorecard(List<Bins> bins, List<double[]> weights, double all, Settings settings) {
        this.bins = bins;
        this.weights = weights;
        this.settings = settings;
        this.base = rounded(settings.scale().offset() + all * settings.scale().unitsPerNat());
        for (int column = 0; column < bins.size(); column++) {
            points.add(points(bins.get(column), weights.get(column)));
        }
    }

    private List<Points> points(Bins each, double... own) {
        return IntStream.range(0, own.length)
                .mapToObj(bin -> each.counts(bin, settings.leastBin())
                        ? rounded(own[bin] * settings.scale().unitsPerNat())
                        : Points.ZERO)
                .toList();
    }

    /** Learns from rows of which some won and some lost. Where a trend is asked for, bins that go against it are put together. */
    static Scorecard fit(Table table, List<Bins> free, Settings settings, int... rows) {
        Scorecard card = fitted(table, free, settings, rows);
        List<Bins> straight = card.straightened();
        while (!straight.equals(card.bins)) {
            card = fitted(table, straight, settings, rows);
            straight = card.straightened();
        }
        return card;
    }

    private static Scorecard fitted(Table table, List<Bins> bins, Settings settings, int... rows) {
        int[] active = new int[rows.length * bins.size()];
        int offset = 0;
        for (int column = 0; column < bins.size(); column++) {
            for (int i = 0; i < rows.length; i++) {
                active[i * bins.size() + column] = offset + bins.get(column).bin(table.code(column, rows[i]));
            }
            offset += bins.get(column).size();
        }
        boolean[] won = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            won[i] = table.won(rows[i]);
        }
        return centred(bins, settings, new Logistic(offset, active, won, settings.penalty()).weights());
    }

    /** Moves the mean of each column into the base, so that a value never seen before counts as an average one. */
    private static Scorecard centred(List<Bins> bins, Settings settings, double... all) {
        List<double[]> centred = new ArrayList<>();
        double sum = all[all.length - 1];
        int offset = 0;
        for (Bins each : bins) {
            double[] own = Arrays.copyOfRange(all, offset, offset + each.size());
            offset += each.size();
            double mean = mean(each, own);
            Arrays.setAll(own, bin -> own[bin] - mean);
            sum += mean;
            centred.add(own);
        }
        return new Scorecard(bins, centred, sum, settings);
    }

    private static double mean(Bins bins, double... weights) {
        double sum = 0;
        long count = 0;
        for (int bin = 0; bin < weights.length; bin++) {
            sum += weights[bin] * bins.count(bin);
            count += bins.count(bin);
        }
        return sum / count;
    }

    private List<Bins> straightened() {
        List<Bins> straight = new ArrayList<>();
        for (int column = 0; column < bins.size(); column++) {
            Trend trend = settings.trends().get(bins.get(column).column().name());
            straight.add(trend == null ? bins.get(column) : straightened(column, trend));
        }
        return straight;
    }

    /** The same bins, or with those two neighbours put together that go most against the trend. */
    private Bins straightened(int column, Trend trend) {
        Bins each = bins.get(column);
        double[] weight = weights.get(column);
        boolean rising = trend == Trend.RISING || (trend == Trend.EITHER && rises(each));
        int worst = Bins.NONE;
        double most = 0;
        for (int bin = 0; bin + 1 < each.known(); bin++) {
            double against = rising ? weight[bin] - weight[bin + 1] : weight[bin + 1] - weight[bin];
            worst = against > most ? bin : worst;
            most = Math.max(most, against);
        }
        return worst == Bins.NONE ? each : each.joined(worst);
    }

    /** Whether winners have the greater values: more pairs of a winner and a loser are that way round than the other. */
    private static boolean rises(Bins bins) {
        double balance = 0;
        long wonBelow = 0;
        long lostBelow = 0;
        for (int bin = 0; bin < bins.known(); bin++) {
            balance += (double) bins.won(bin) * lostBelow - (double) bins.lost(bin) * wonBelow;
            wonBelow += bins.won(bin);
            lostBelow += bins.lost(bin);
        }
        return balance >= 0;
    }

    List<Bins> bins() {
        return bins;
    }

    /** The points of one lead. */
    Points points(Table table, int row) {
        Points sum = base;
        for (int column = 0; column < bins.size(); column++) {
            int bin = bins.get(column).bin(table.code(column, row));
            sum = bin == Bins.NONE ? sum : sum.plus(points(column, bin));
        }
        return sum;
    }

    /** The points of a lead of which nothing is known but that it is one. */
    Points base() {
        return base;
    }

    /** The points of a bin; none for one of too few leads, or that no rule can ask for: they count as average. */
    Points points(int column, int bin) {
        return points.get(column).get(bin);
    }

    /** Whether a rule is written for a bin: any bin that may earn points, in a column where some bin does. */
    boolean hasRule(int column, int bin) {
        return bins.get(column).counts(bin, settings.leastBin())
                && IntStream.range(0, bins.get(column).size())
                        .anyMatch(each -> !points(column, each).equals(Points.ZERO));
    }

    private Points rounded(double units) {
        long step = 1;
        for (int digit = settings.decimals(); digit < UNIT_DIGITS; digit++) {
            step *= 10;
        }
        return new Points((long) (StrictMath.rint(units / step) * step));
    }
}
