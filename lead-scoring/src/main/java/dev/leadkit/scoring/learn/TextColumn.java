package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.not;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text field, its values told apart without regard to case. Of a field with very many different values, and of a value
 * that is empty or a long text, only the presence is kept.
 */
final class TextColumn extends Column {

    static final int MOST_VALUES = 100_000;

    private static final int LONGEST = 200;
    private static final String NO_BIN = "";

    private final Field<String> field;
    private final Map<String, Integer> places = new HashMap<>();
    private List<String> values = List.of();

    TextColumn(Field<String> field) {
        super(field.name());
        this.field = field;
        places.put(NO_BIN, 0);
    }

    @Override
    int code(Facts facts) {
        Optional<String> value = facts.lead().get(field);
        if (value.isEmpty()) {
            return MISSING;
        }
        String key = value.get().length() > LONGEST ? NO_BIN : FieldType.fold(value.get());
        return places.size() > MOST_VALUES
                ? places.getOrDefault(key, 0)
                : places.computeIfAbsent(key, unseen -> places.size());
    }

    @Override
    int[] settled() {
        int[] settled = new int[places.size()];
        if (places.size() > MOST_VALUES) {
            values = List.of(NO_BIN);
            places.clear();
            return settled;
        }
        values = places.keySet().stream().sorted().toList();
        for (int i = 0; i < values.size(); i++) {
            settled[places.get(values.get(i))] = i;
        }
        places.clear();
        return settled;
    }

    @Override
    int levels() {
        return values.size();
    }

    @Override
    boolean isOrdered() {
        return false;
    }

    @Override
    boolean isBin(int level) {
        return !values.get(level).equals(NO_BIN);
    }

    @Override
    boolean hasOthers() {
        return true;
    }

    @Override
    Condition between(int from, int to) {
        return field(field).in(values.subList(from, to));
    }

    @Override
    Condition noneOf(Set<Integer> listed) {
        return listed.isEmpty()
                ? field(field).isPresent()
                : not(field(field).in(listed.stream().map(values::get).toList()));
    }

    @Override
    Optional<Condition> missing() {
        return Optional.of(field(field).isMissing());
    }
}
