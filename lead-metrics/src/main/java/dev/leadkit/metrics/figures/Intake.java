package dev.leadkit.metrics.figures;

/**
 * What became of the rows that came in. They add up: {@code captured + merged + quarantined + refused = rows}.
 *
 * @param rows how many came in
 * @param captured how many made a new lead, those with warnings among them
 * @param merged how many were merged into a lead that was there
 * @param quarantined how many wait for a person
 * @param refused how many were refused
 */
public record Intake(long rows, long captured, long merged, long quarantined, long refused) {

    /**
     * Checks that nothing is lost.
     *
     * @param rows how many came in
     * @param captured how many made a new lead
     * @param merged how many were merged
     * @param quarantined how many wait for a person
     * @param refused how many were refused
     */
    public Intake {
        long sum = Math.addExact(Math.addExact(captured, merged), Math.addExact(quarantined, refused));
        if (Math.min(Math.min(captured, merged), Math.min(quarantined, refused)) < 0 || sum != rows) {
            throw new IllegalArgumentException("rows must be the sum of four counts of 0 or more, was " + rows + " for "
                    + captured + " + " + merged + " + " + quarantined + " + " + refused);
        }
    }
}
