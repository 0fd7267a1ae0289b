package dev.leadkit.condition.index;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Missing;
import dev.leadkit.condition.FieldTest.Present;

/**
 * The values of a field as far as the conditions of an index tell them apart, numbered by codes; code 0 is for a missing
 * value. Immutable and thread-safe.
 *
 * @param <F> the field's type
 */
abstract class Domain<F> {

    static final int MISSING = 0;

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
}
