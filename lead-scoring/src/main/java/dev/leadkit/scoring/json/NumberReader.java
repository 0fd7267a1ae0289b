package dev.leadkit.scoring.json;

import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads points and limits. */
final class NumberReader {

    private static final BigDecimal MOST = BigDecimal.valueOf(ScoringModel.MOST_POINTS);
    private static final int DECIMALS = 3;

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

    static Limits limits(JsonCursor json) {
        return new Limits(ifAny(json.at("floor")), ifAny(json.at("cap")));
    }

    private static Optional<Points> ifAny(JsonCursor json) {
        return json.isMissing() ? Optional.empty() : points(json);
    }
}
