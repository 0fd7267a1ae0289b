package dev.leadkit.json;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how long ago a date was to be, or how far ahead. For one condition. */
final class AgeReader {

    private static final List<String> AGO = List.of("atLeastAgo", "atMostAgo");
    private static final List<String> AHEAD = List.of("atLeastAhead", "atMostAhead");

    private final JsonCursor json;
    private final boolean ago;
    private final boolean ahead;

    AgeReader(JsonCursor json) {
        this.json = json;
        this.ago = hasAny(AGO);
        this.ahead = hasAny(AHEAD);
    }

    private boolean hasAny(List<String> members) {
        return members.stream().anyMatch(member -> !json.at(member).isMissing());
    }

    boolean isAsked() {
        return ago || ahead;
    }

    /** The members that may stand beside another test of a field: a slip in one that asks for time is told as such. */
    static String[] beside(Field<?> field) {
        List<String> others = new ArrayList<>(List.of("field"));
        if (field.type().isTemporal()) {
            others.addAll(AGO);
            others.addAll(AHEAD);
        }
        return others.toArray(String[]::new);
    }

    /** The members that such a condition may have. */
    List<String> known() {
        List<String> known = new ArrayList<>(List.of("field"));
        known.addAll(ago ? AGO : List.of());
        known.addAll(ahead ? AHEAD : List.of());
        return known;
    }

    Optional<Condition> read(Field<?> field) {
        json.unknown(known());
        List<Optional<Duration>> past = ends(AGO);
        List<Optional<Duration>> coming = ends(AHEAD);
        if (!field.type().isTemporal()) {
            String what = ahead ? "how far ahead it is" : "how long ago it was";
            json.at("field").fault("a date or an instant, to ask " + what, "It is a " + field.type() + ".");
            return Optional.empty();
        }
        if (ago && ahead) {
            json.fault("about the past or about what lies ahead", "Write two conditions, within \"any\".");
            return Optional.empty();
        }
        return made(field, ahead ? coming : past);
    }

    private List<Optional<Duration>> ends(List<String> members) {
        return members.stream()
                .map(member -> ConditionReader.ifAny(json.at(member)))
                .toList();
    }

    private Optional<Condition> made(Field<?> field, List<Optional<Duration>> ends) {
        Optional<Duration> least = ends.get(0);
        Optional<Duration> most = ends.get(1);
        return least.or(() -> most).flatMap(some -> json.make(() -> new AgeCondition(field, ahead, least, most)));
    }
}
