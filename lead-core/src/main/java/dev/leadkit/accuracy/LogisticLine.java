package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits {@link Recalibration} by Newton's method. The likelihood is concave, so that a step that does not climb is halved until it does.
 * Places on the line are log-odds less their mean, over their standard deviation, so that forecasts that hardly differ do not lose
 * digits; sums run from the lowest forecast to the highest, whatever order they were counted in.
 */
final class LogisticLine {

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVES = 60;

    /** The error of a step is about the square of its length, far below a rounding. */
    private static final double SHORT = 1e-9;

    private static final double NOISE = 1e-13;

    private final double[] places;
    private final double[] positives;
    private final double[] negatives;
    private final double mean;
    private final double deviation;

    LogisticLine(Map<Long, Outcomes> counts) {
        NavigableMap<Long, Outcomes> buckets = new TreeMap<>();
        counts.forEach((millionths, outcomes) -> {
            if (outcomes.total() > 0) {
                buckets.merge(ForecastCounts.doubted(millionths), outcomes, Outcomes::plus);
            }
        });
        places = buckets.keySet().stream().mapToDouble(LogisticLine::logOdds).toArray();
        positives = buckets.values().stream().mapToDouble(Outcomes::positives).toArray();
        negatives = buckets.values().stream().mapToDouble(Outcomes::negatives).toArray();
        mean = mean(places);
        double[] squares = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] -= mean;
            squares[i] = places[i] * places[i];
        }
        deviation = places.length > 1 ? StrictMath.sqrt(mean(squares)) : 1;
        for (int i = 0; i < places.length; i++) {
            places[i] /= deviation;
        }
    }

    private static double logOdds(long millionths) {
        return StrictMath.log((double) millionths / (ForecastCounts.CERTAIN - millionths));
    }

    private double mean(double[] each) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < each.length; i++) {
            sum += each[i] * (positives[i] + negatives[i]);
            all += positives[i] + negatives[i];
        }
        return sum / all;
    }

    Recalibration fitted() {
        Optional<Measure.Reason> oneSided = oneSided();
        if (oneSided.isPresent()) {
            Measure undefined = new Measure.Undefined(oneSided.get());
            return new Recalibration(undefined, undefined, undefined);
        }
        Measure inTheLarge = known(climb(0, deviation, false).height - mean);
        if (places.length == 1 || isSeparated()) {
            Measure undefined = new Measure.Undefined(
                    places.length == 1 ? Measure.Reason.EQUAL_FORECASTS : Measure.Reason.SEPARATED);
            return new Recalibration(undefined, undefined, inTheLarge);
        }
        Point top = climb(0, 0, true);
        double slope = top.rise / deviation;
        return new Recalibration(known(slope), known(top.height - slope * mean), inTheLarge);
    }

    private static Measure known(double figure) {
        BigDecimal rounded = new BigDecimal(figure).setScale(Recalibration.SCALE, RoundingMode.HALF_EVEN);
        return new Measure.Known(new Fraction(rounded.unscaledValue(), BigInteger.TEN.pow(Recalibration.SCALE)));
    }

    private Optional<Measure.Reason> oneSided() {
        if (places.length == 0) {
            return Optional.of(Measure.Reason.EMPTY);
        }
        if (first(positives) == places.length) {
            return Optional.of(Measure.Reason.NO_POSITIVES);
        }
        return first(negatives) == places.length ? Optional.of(Measure.Reason.NO_NEGATIVES) : Optional.empty();
    }

    private static int first(double[] counts) {
        int first = 0;
        while (first < counts.length && counts[first] == 0) {
            first++;
        }
        return first;
    }

    private static int last(double[] counts) {
        int last = counts.length - 1;
        while (counts[last] == 0) {
            last--;
        }
        return last;
    }

    /** Whether no positive is below a negative, or no negative below a positive. */
    private boolean isSeparated() {
        return first(positives) >= last(negatives) || first(negatives) >= last(positives);
    }

    private Point climb(double height, double rise, boolean turning) {
        Point here = at(height, rise);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = here.step(turning);
            Point next = at(here.height + step[0], here.rise + step[1]);
            for (int half = 0; half < MOST_HALVES && !next.isAsHighAs(here); half++) {
                step[0] /= 2;
                step[1] /= 2;
                next = at(here.height + step[0], here.rise + step[1]);
            }
            here = next;
            if (Math.abs(step[0]) <= SHORT && Math.abs(step[1]) <= SHORT) {
                break;
            }
        }
        return here;
    }

    private Point at(double height, double rise) {
        Point point = new Point(height, rise);
        for (int i = 0; i < places.length; i++) {
            point.look(places[i], positives[i], negatives[i]);
        }
        return point;
    }

    /** A line, how likely it makes the outcomes, and which way is up from there. */
    private static final class Point {

        private final double height;
        private final double rise;
        private double likelihood;
        private double upwards;
        private double turn;
        private double bendUp;
        private double bendBoth;
        private double bendTurn;

        Point(double height, double rise) {
            this.height = height;
            this.rise = rise;
        }

        /** With the chance q: {@code ln q = -ln(1 + e^-odds)} and {@code ln(1 - q) = -ln(1 + e^odds)}. */
        void look(double place, double positive, double negative) {
            double odds = height + rise * place;
            double rest = StrictMath.exp(-Math.abs(odds));
            double surprise = StrictMath.log1p(rest);
            likelihood -= positive * (surprise + Math.max(0, -odds)) + negative * (surprise + Math.max(0, odds));
            double small = rest / (1 + rest);
            double large = 1 / (1 + rest);
            double missing = odds >= 0 ? positive * small - negative * large : positive * large - negative * small;
            double weight = (positive + negative) * small * large;
            upwards += missing;
            turn += missing * place;
            bendUp += weight;
            bendBoth += weight * place;
            bendTurn += weight * place * place;
        }

        /** Newton's step, of the height alone if the line may not turn. */
        double[] step(boolean turning) {
            if (!turning) {
                return new double[] {upwards / bendUp, 0};
            }
            double middle = bendBoth / bendUp;
            double spread = bendTurn - middle * bendBoth;
            double turned = (turn - middle * upwards) / spread;
            return new double[] {upwards / bendUp - middle * turned, turned};
        }

        boolean isAsHighAs(Point other) {
            return likelihood >= other.likelihood - NOISE * Math.abs(other.likelihood);
        }
    }
}
