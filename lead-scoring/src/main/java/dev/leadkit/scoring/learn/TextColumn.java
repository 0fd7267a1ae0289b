package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.not;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.Collections;
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
    static final int LONGEST = 200;

    private static final String NO_BIN = "";

    private final Field<String> field;

    /** The number of each value by its key, and by that number how it is written: the first way in order, for want of a better. */
    private final Map<String, Integer> places = new HashMap<>();

    private final List<String> words = new ArrayList<>();
    private List<String> values = List.of();

    TextColumn(Field<String> field) {
        super(field.name());
        this.field = field;
        place(NO_BIN, NO_BIN);
    }

    @Override
    int code(Facts facts) {
        Optional<String> value = facts.lead().get(field);
        if (value.isEmpty()) {
            return MISSING;
        }
        return value.get().length() > LONGEST ? 0 : place(FieldType.fold(value.get()), value.get());
    }

    private int place(String key, String word) {
        Integer known = places.get(key);
        if (known == null) {
            if (places.size() > MOST_VALUES) {
                return 0;
            }
            places.put(key, words.size());
            words.add(word);
            return words.size() - 1;
        }
        if (word.compareTo(words.get(known)) < 0) {
            words.set(known, word);
        }
        return known;
    }

    @Override
    int[] settled() {
        int[] settled = new int[places.size()];
        values = List.of(NO_BIN);
        if (places.size() <= MOST_VALUES) {
            List<String> keys = places.keySet().stream().sorted().toList();
            places.forEach((key, place) -> settled[place] = Collections.binarySearch(keys, key));
            String[] written = new String[settled.length];
            for (int place = 0; place < settled.length; place++) {
                written[settled[place]] = words.get(place);
            }
            values = List.of(written);
        }
        places.clear();
        words.clear();
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
