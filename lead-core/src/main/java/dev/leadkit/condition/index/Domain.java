package dev.leadkit.condition.index;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Missing;
import dev.leadkit.condition.FieldTest.Present;
import dev.leadkit.lead.Field;
import java.util.List;

/**
 * The values of a field as far as the conditions of an index tell them apart, numbered by codes; code 0 is for a missing
 * value. Immutable and thread-safe.
 *
 * @param <F> the field's type
 */
abstract class Domain<F> {

    static final int MISSING = 0;

    /** The values of a field, as far as tests tell them apart. */
    @SuppressWarnings("unchecked") // a flag field has flags
    static <F> Domain<F> of(Field<F> field, List<FieldTest> tests, boolean memo) {
        if (field.type().isText()) {
            return new TextDomain<>(field, tests, memo);
        }
        return field.type().isOrdered() ? new OrderedDomain<>(tests) : (Domain<F>) new FlagDomain();
    }

    /** The patterns that each code's text holds; none if it is not about texts. */
    List<int[]> matched() {
        return List.of();
    }

    /** How many codes there are; all are less. */
    abstract int codes();

    /** Where a test of a value that is there holds; for a pattern, as a question about patterns. */
    abstract Part test(int slot, FieldTest test);

    /** Finds the cell of a value. */
    abstract Reader<F> reader(CellTable cells);

    /** Where a test is true, or else, if that is wanted, where it is false. */
    final Part part(int slot, FieldTest test, boolean wanted) {
        CodeSet present = CodeSet.span(MISSING + 1, codes());
        if (test instanceof Present || test instanceof Missing) {
            return Part.of(slot, test instanceof Present == wanted ? present : CodeSet.one(MISSING));
        }
        Part holds = test(slot, test);
        if (wanted) {
            return holds;
        }
        return holds.isPlain()
                ? Part.of(slot, holds.codes().not(codes()).and(present))
                : new Part(slot, present, Cell.NONE, holds.with());
    }

    /**
     * Finds the cells of values. Thread-safe.
     *
     * @param <F> what a value is
     */
    interface Reader<F> {

        /** The cell of a value that is there. */
        Cell cell(F value);
    }

    /** Finds the cells of texts. Thread-safe. */
    interface TextCells {

        /** The cell of a text. */
        Cell text(String text);
    }
}
