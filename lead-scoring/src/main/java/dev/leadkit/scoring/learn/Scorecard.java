package dev.leadkit.scoring.learn;

import dev.leadkit.lead.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points for the bins of each column, learned from some examples; a score is the base points and those of each bin. */
final class Scorecard {

    private static final int UNIT_DIGITS = 3;

    private final List<Bins> bins;
    private final List<double[]> weights;
    private final double base;
    private final Settings settings;

    private Scorecard(List<Bins> bins, List<double[]> weights, double base, Settings settings) {
        this.bins = bins;
        this.weights = weights;
        this.base = base;
        this.settings = settings;
    }

    /** Learns from rows of which some won and some lost. Where a trend is asked for, bins that go against it are put together. */
    static Scorecard fit(Table table, List<Bins> free, Settings settings, int... rows) {
        Scorecard card = new Scorecard(free, List.of(), 0, settings).fitted(table, rows);
        List<Bins> straight = card.straightened();
        while (!straight.equals(card.bins)) {
            card = new Scorecard(straight, List.of(), 0, settings).fitted(table, rows);
            straight = card.straightened();
        }
        return card;
    }

    private Scorecard fitted(Table table, int... rows) {
        int[] active = new int[rows.length * bins.size()];
        int offset = 0;
        for (int column = 0; column < bins.size(); column++) {
            for (int i = 0; i < rows.length; i++) {
                int bin = bins.get(column).bin(table.code(column, rows[i]));
                active[i * bins.size() + column] = bin == Bins.NONE ? Bins.NONE : offset + bin;
            }
            offset += bins.get(column).size();
        }
        boolean[] won = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            won[i] = table.won(rows[i]);
        }
        return centred(new Logistic(offset, active, won, settings.penalty()).weights(), rows.length);
    }

    /** Moves the mean of each column into the base, so that a value never seen before counts as an average one. */
    private Scorecard centred(double[] all, int rows) {
        List<double[]> centred = new ArrayList<>();
        double sum = all[all.length - 1];
        int offset = 0;
        for (Bins each : bins) {
            double[] own = Arrays.copyOfRange(all, offset, offset + each.size());
            offset += each.size();
            double mean = mean(each, own, rows);
            Arrays.setAll(own, bin -> own[bin] - mean);
            sum += mean;
            centred.add(own);
        }
        return new Scorecard(bins, centred, sum, settings);
    }

    /** The mean weight; nothing where some leads are in no bin and would not get it back. */
    private static double mean(Bins bins, double[] weights, int rows) {
        double sum = 0;
        long count = 0;
        for (int bin = 0; bin < weights.length; bin++) {
            sum += weights[bin] * bins.count(bin);
            count += bins.count(bin);
        }
        return count == rows ? sum / count : 0;
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
        boolean rising = trend == Trend.RISING || trend == Trend.EITHER && rises(each);
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
        long sum = base().units();
        for (int column = 0; column < bins.size(); column++) {
            int bin = bins.get(column).bin(table.code(column, row));
            sum += bin == Bins.NONE ? 0 : points(column, bin).units();
        }
        return new Points(sum);
    }

    Points base() {
        return rounded(settings.scale().offset() + base * settings.scale().unitsPerNat());
    }

    Points points(int column, int bin) {
        return rounded(weights.get(column)[bin] * settings.scale().unitsPerNat());
    }

    private Points rounded(double units) {
        long step = 1;
        for (int digit = settings.decimals(); digit < UNIT_DIGITS; digit++) {
            step *= 10;
        }
        return new Points((long) StrictMath.rint(units / step) * step);
    }
}
