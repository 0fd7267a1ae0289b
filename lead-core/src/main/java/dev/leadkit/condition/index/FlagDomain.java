package dev.leadkit.condition.index;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.OneOf;

/** Yes and no. */
final class FlagDomain extends Domain<Boolean> {

    private static final int NO = 1;
    private static final int YES = 2;

    @Override
    int codes() {
        return YES + 1;
    }

    @Override
    Part test(int slot, FieldTest test) {
        CodeSet codes = CodeSet.NONE;
        if (test instanceof OneOf oneOf) {
            codes = oneOf.keys().contains(false) ? codes.or(CodeSet.one(NO)) : codes;
            codes = oneOf.keys().contains(true) ? codes.or(CodeSet.one(YES)) : codes;
        }
        return Part.of(slot, codes);
    }

    @Override
    Reader<Boolean> reader(CellTable cells) {
        Cell no = cells.cell(NO);
        Cell yes = cells.cell(YES);
        return value -> value ? yes : no;
    }
}
