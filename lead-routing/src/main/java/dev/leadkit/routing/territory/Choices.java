package dev.leadkit.routing.territory;

/** The numbers of the values that will do, by criterion; none for a criterion that is not asked. */
final class Choices {

    static final Choices NOTHING_ASKED = new Choices(new int[Rule.VALUES][0]);

    private final int[][] numbers;

    Choices(int[][] numbers) {
        this.numbers = numbers;
    }

    /** The numbers for a criterion, in order; not to be written to. */
    int[] get(int value) {
        return numbers[value];
    }
}
