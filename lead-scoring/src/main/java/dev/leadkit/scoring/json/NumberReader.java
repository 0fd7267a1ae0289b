package dev.leadkit.scoring.json;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberBand;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads points and limits. */
final class NumberReader {

    private static final BigDecimal MOST = BigDecimal.valueOf(ScoringModel.MOST_POINTS);
    private static final int DECIMALS = 3;
    private static final List<String> ENDS = List.of("atLeast", "moreThan", "atMost", "lessThan");

    private NumberReader() {}

    static Optional<Points> points(JsonCursor json) {
        Optional<BigDecimal> number = json.number();
        if (number.isPresent() && !fits(number.get())) {
            json.fault("a number from -" + MOST + " to " + MOST + " with at most " + DECIMALS + " decimals", "");
            return Optional.empty();
        }
        return number.map(Points::of);
    }

    /** Compared before it is scaled: a number such as 1e999999999 must not be written out. */
    private static boolean fits(BigDecimal number) {
        return number.abs().compareTo(MOST) <= 0 && number.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** A band of a number; empty if faults prevent it. */
    static Optional<NumberBand> band(JsonCursor json) {
        json.only("atLeast", "moreThan", "atMost", "lessThan", "points");
        Optional<Points> points = points(json.at("points"));
        Optional<Bound> low = end(json, "atLeast", "moreThan");
        Optional<Bound> high = end(json, "atMost", "lessThan");
        if (low.isEmpty() && high.isEmpty()) {
            if (ENDS.stream().allMatch(end -> json.at(end).isMissing())) {
                json.fault("a band with an end", "Write atLeast or moreThan, atMost or lessThan, or both.");
            }
            return Optional.empty();
        }
        return points.flatMap(worth -> json.make(() -> new NumberBand(new FieldTest.Range(low, high), worth)));
    }

    private static Optional<Bound> end(JsonCursor json, String inclusive, String exclusive) {
        JsonCursor first = json.at(inclusive);
        JsonCursor second = json.at(exclusive);
        if (!first.isMissing() && !second.isMissing()) {
            second.fault("left out where there is \"" + inclusive + "\"", "");
            return Optional.empty();
        }
        JsonCursor there = first.isMissing() ? second : first;
        return there.isMissing()
                ? Optional.empty()
                : there.number().flatMap(number -> there.make(() -> NumberBands.bound(number, !first.isMissing())));
    }

    static Limits limits(JsonCursor json) {
        return new Limits(ifAny(json.at("floor")), ifAny(json.at("cap")));
    }

    private static Optional<Points> ifAny(JsonCursor json) {
        return json.isMissing() ? Optional.empty() : points(json);
    }
}
