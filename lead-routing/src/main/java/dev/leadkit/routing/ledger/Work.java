package dev.leadkit.routing.ledger;

/**
 * How much of which kind of work a lead is. A rep's load is counted for each kind apart.
 *
 * @param kind the kind's name
 * @param units how much, 1 to {@link #MOST_UNITS}
 */
public record Work(String kind, int units) {

    /** The kind of work where nobody says another. */
    public static final String KIND = "lead";

    /** The most units that a lead may take. */
    public static final int MOST_UNITS = 1_000_000;

    /** One unit of the kind {@link #KIND}. */
    public static final Work ONE_LEAD = new Work(KIND, 1);

    private static final int LONGEST = 255;

    /**
     * Makes an amount of work.
     *
     * @param kind the kind's name, 1 to 255 characters
     * @param units how much
     */
    public Work {
        checkKind(kind);
        checkUnits(units);
    }

    static void checkKind(String kind) {
        if (kind.isBlank() || kind.length() > LONGEST) {
            throw new IllegalArgumentException("kind of work must be a text of 1 to " + LONGEST + " characters");
        }
    }

    static void checkUnits(int units) {
        if (units < 1 || units > MOST_UNITS) {
            throw new IllegalArgumentException("units must be from 1 to " + MOST_UNITS + ", was " + units);
        }
    }
}
