package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.field;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one trait of the leads was, example by example, as small numbers: the place of its value among all values that
 * occurred, in their order. What is not known is {@link #MISSING}. While examples come in, the numbers are those in which
 * the values came; {@link #settle} puts them in order.
 */
abstract class Column {

    static final int MISSING = -1;

    private static final int ROOM = 64;

    private final String name;
    private int[] codes = new int[ROOM];
    private int size;

    Column(String name) {
        this.name = name;
    }

    /** The column of a field. Of personal data, and of what has no bins (moments, addresses), it knows the presence only. */
    static Column of(Field<?> field) {
        String name = field.name();
        Optional<Condition> missing = Optional.of(field(field).isMissing());
        if (!field.personal() && field.type() == FieldType.NUMBER) {
            return new NumberColumn(Field.number(name));
        } else if (!field.personal() && field.type() == FieldType.TEXT) {
            return new TextColumn(Field.text(name));
        } else if (!field.personal() && field.type() == FieldType.FLAG) {
            Field<Boolean> flag = Field.flag(name);
            return new AnswerColumn(
                    name, List.of(field(flag).is(true), field(flag).is(false)), missing);
        }
        return new AnswerColumn(name, List.of(field(field).isPresent()), missing);
    }

    final String name() {
        return name;
    }

    final void add(Facts facts) {
        codes = size < codes.length ? codes : Arrays.copyOf(codes, 2 * size);
        codes[size++] = code(facts);
    }

    /** The number of this lead's value, in the order in which values came. */
    abstract int code(Facts facts);

    /** What each number becomes when the values are put in order; as many as there are values. */
    abstract int[] settled();

    /** How many values there are. */
    abstract int levels();

    /** Whether values have an order in which neighbours may share a bin. */
    abstract boolean isOrdered();

    /** Whether a value may be a bin of its own, be it common enough. */
    boolean isBin(int level) {
        return true;
    }

    /** Whether values that are no bin of their own share one, which holds values never seen before, too. */
    boolean hasOthers() {
        return false;
    }

    /** The first value of the upper one of two bins that are next to each other, when all between them are unseen. */
    int edge(int below, int above) {
        return above;
    }

    /** Asks whether the value is one from here up to there, the end excluded; ordered columns only. */
    abstract Condition between(int from, int to);

    /** Asks for this value. */
    Condition is(int level) {
        return between(level, level + 1);
    }

    /** Asks for a value that is none of these. */
    Condition noneOf(Set<Integer> listed) {
        throw new IllegalStateException(name + " must have values beside those listed");
    }

    /** Asks whether the value is missing; empty where that cannot be asked. */
    abstract Optional<Condition> missing();

    /** The numbers of all examples, the values in order. */
    final int[] settle() {
        int[] places = settled();
        int[] settled = new int[size];
        for (int i = 0; i < size; i++) {
            settled[i] = codes[i] == MISSING ? MISSING : places[codes[i]];
        }
        codes = new int[0];
        return settled;
    }
}
