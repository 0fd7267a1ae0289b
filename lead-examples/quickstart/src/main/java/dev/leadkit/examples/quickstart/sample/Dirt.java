package dev.leadkit.examples.quickstart.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes rows look like rows of real files: most are fine, some are sloppy, a few are wrong. */
final class Dirt {

    private static final int FIRST_NAME = 2;
    private static final int LAST_NAME = 3;
    private static final int EMAIL = 4;
    private static final int CREATED = 1;
    private static final int EMPLOYEES = 10;
    private static final int SOURCE = 11;

    private final Dice dice;

    Dirt(Dice dice) {
        this.dice = dice;
    }

    /** The row as it was typed in; one in eight has something. */
    List<String> on(List<String> clean) {
        List<String> row = new ArrayList<>(clean);
        switch (dice.below(96)) {
            case 0 -> row.set(FIRST_NAME, row.get(FIRST_NAME).toUpperCase(Locale.ROOT));
            case 1 -> row.set(LAST_NAME, "  " + row.get(LAST_NAME) + " ");
            case 2, 3 -> row.set(SOURCE, row.get(SOURCE).toLowerCase(Locale.ROOT));
            case 4, 5 -> row.set(SOURCE, "Select");
            case 6 -> row.set(EMAIL, row.get(EMAIL).toUpperCase(Locale.ROOT));
            case 7 -> row.set(EMAIL, row.get(EMAIL).replace("@", " at "));
            case 8 -> row.set(EMPLOYEES, "about " + row.get(EMPLOYEES));
            case 9 -> row.set(EMAIL, "");
            case 10 -> row.set(CREATED, "yesterday");
            case 11 -> row.set(LAST_NAME, "");
            default -> {
                return clean;
            }
        }
        return row;
    }
}
