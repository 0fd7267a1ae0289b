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

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVES = 1100;

    /** By how much the first step may change log-odds. */
    private static final double FIRST_REACH = 8;

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
        double reach = turning ? Double.MAX_VALUE : FIRST_REACH;
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = shortened(newton(here, turning), reach, here, turning);
            double length = length(step);
            Point next = at(here.height + step[0], here.rise + step[1]);
            for (int half = 0; half < MOST_HALVES && !next.isAsHighAs(here); half++) {
                step[0] /= 2;
                step[1] /= 2;
                next = at(here.height + step[0], here.rise + step[1]);
            }
            if (!next.isAsHighAs(here)) {
                break;
            }
            here = next;
            if (Math.abs(step[0]) <= SHORT && Math.abs(step[1]) <= SHORT) {
                break;
            }
            reach = turning ? reach : length(step) < length ? length(step) : 2 * reach;
        }
        return here;
    }

    /**
     * Where hardly any outcome is in doubt the line bends so little that Newton's step leads far beyond the top, to where nothing is in
     * doubt and nothing says the way back. Steps begin short and may double each time; where Newton says nothing, the steepest way does.
     */
    private double[] shortened(double[] newton, double reach, Point here, boolean turning) {
        double[] step = newton;
        if (!(length(step) < Double.POSITIVE_INFINITY)) {
            step = new double[] {Math.signum(here.upwards), turning ? Math.signum(here.turn) : 0};
        }
        double most = reach / length(step);
        return most < 1 ? new double[] {step[0] * most, step[1] * most} : step;
    }

    /** By how much a step changes the log-odds, at the place where it does most. */
    private double length(double[] step) {
        return Math.max(
                Math.abs(step[0] + step[1] * places[0]), Math.abs(step[0] + step[1] * places[places.length - 1]));
    }

    private Point at(double height, double rise) {
        Point point = new Point(height, rise);
        for (int i = 0; i < places.length; i++) {
            point.look(places[i], positives[i], negatives[i]);
        }
        return point;
    }

    /** Newton's step, of the height alone if the line may not turn. Looks again, from the middle of the weights, to keep digits. */
    private double[] newton(Point here, boolean turning) {
        if (!turning) {
            return new double[] {here.upwards / here.bend, 0};
        }
        double middle = here.bendBoth / here.bend;
        double turn = 0;
        double spread = 0;
        for (int i = 0; i < places.length; i++) {
            double arm = places[i] - middle;
            double odds = here.height + here.rise * places[i];
            turn += missing(odds, positives[i], negatives[i]) * arm;
            spread += weight(odds) * (positives[i] + negatives[i]) * arm * arm;
        }
        double turned = turn / spread;
        return new double[] {here.upwards / here.bend - middle * turned, turned};
    }

    /** What came less what the odds say. */
    private static double missing(double odds, double positive, double negative) {
        double rest = StrictMath.exp(-Math.abs(odds));
        double small = rest / (1 + rest);
        double large = 1 / (1 + rest);
        return odds >= 0 ? positive * small - negative * large : positive * large - negative * small;
    }

    private static double weight(double odds) {
        double rest = StrictMath.exp(-Math.abs(odds));
        return rest / ((1 + rest) * (1 + rest));
    }

    /** A line, how likely it makes the outcomes, and which way is up from there. */
    private static final class Point {

        private final double height;
        private final double rise;
        private double likelihood;
        private double upwards;
        private double turn;
        private double bend;
        private double bendBoth;

        Point(double height, double rise) {
            this.height = height;
            this.rise = rise;
        }

        /** With the chance q: {@code ln q = -ln(1 + e^-odds)} and {@code ln(1 - q) = -ln(1 + e^odds)}. */
        void look(double place, double positive, double negative) {
            double odds = height + rise * place;
            double surprise = StrictMath.log1p(StrictMath.exp(-Math.abs(odds)));
            likelihood -= positive * (surprise + Math.max(0, -odds)) + negative * (surprise + Math.max(0, odds));
            double missing = missing(odds, positive, negative);
            double weight = (positive + negative) * weight(odds);
            upwards += missing;
            turn += missing * place;
            bend += weight;
            bendBoth += weight * place;
        }

        boolean isAsHighAs(Point other) {
            return likelihood >= other.likelihood - NOISE * Math.abs(other.likelihood);
        }
    }
}
