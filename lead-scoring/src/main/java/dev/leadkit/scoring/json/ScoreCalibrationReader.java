package dev.leadkit.scoring.json;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.learn.ScoreCalibration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads one calibration. A range that cannot be read is a fault and is passed over, so that the others are checked, too. */
final class ScoreCalibrationReader {

    private static final BigDecimal LEAST =
            BigDecimal.valueOf(Long.MIN_VALUE, Points.ZERO.toBigDecimal().scale());
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, LEAST.scale());

    private final TreeMap<Long, Proportion> ranges = new TreeMap<>();

    private ScoreCalibrationReader() {}

    static Optional<ScoreCalibration> read(JsonCursor json) {
        json.only("format", "model", "ranges");
        json.at("format").oneOf(Set.of(ScoreCalibrationJson.FORMAT));
        Optional<ModelRef> model = VersionJson.read(json.at("model"));
        ScoreCalibrationReader reader = new ScoreCalibrationReader();
        json.at("ranges").items().forEach(reader::range);
        return model.map(version -> new ScoreCalibration(version, Calibration.of(reader.ranges)));
    }

    private void range(JsonCursor json) {
        json.only("from", "won", "of");
        OptionalLong from = units(json.at("from"));
        OptionalLong of = json.at("of").wholeNumber(1, Long.MAX_VALUE);
        OptionalLong won = json.at("won").wholeNumber(0, of.orElse(Long.MAX_VALUE));
        if (from.isPresent() && of.isPresent() && won.isPresent()) {
            add(json, from.getAsLong(), new Proportion(won.getAsLong(), of.getAsLong()));
        }
    }

    private static OptionalLong units(JsonCursor json) {
        Optional<BigDecimal> number = json.number();
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        BigDecimal points = number.get().stripTrailingZeros();
        if (points.scale() > LEAST.scale() || points.compareTo(LEAST) < 0 || points.compareTo(MOST) > 0) {
            json.fault("a number from " + LEAST + " to " + MOST + " with at most 3 decimals", "");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Points.of(points).units());
    }

    /** Each range is compared with the last one below that could be read. */
    private void add(JsonCursor json, long from, Proportion won) {
        Optional<Map.Entry<Long, Proportion>> before = Optional.ofNullable(ranges.lastEntry());
        if (before.filter(range -> range.getKey() >= from).isPresent()) {
            json.at("from").fault("more than that of the range before", "Ranges stand lowest first.");
            return;
        }
        if (before.filter(range -> !rises(range.getValue(), won)).isPresent()) {
            json.fault("won more often than the range before", "Chances never fall: put both ranges together.");
            return;
        }
        ranges.put(from, won);
    }

    private static boolean rises(Proportion below, Proportion above) {
        BigInteger lower = BigInteger.valueOf(below.successes()).multiply(BigInteger.valueOf(above.trials()));
        BigInteger upper = BigInteger.valueOf(above.successes()).multiply(BigInteger.valueOf(below.trials()));
        return lower.compareTo(upper) < 0;
    }
}
