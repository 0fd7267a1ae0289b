package dev.leadkit.scoring.bulk;

/**
 * How far a stream of leads is scored. Immutable.
 *
 * @param scored how many leads have a score
 * @param faulty how many of those have a score with faults, such as a custom rule that failed
 * @param failed how many leads could not be read or scored
 * @param cancelled whether the work was given up before the end of the stream
 */
public record BulkReport(long scored, long faulty, long failed, boolean cancelled) {

    static final BulkReport NOTHING = new BulkReport(0, 0, 0, false);

    /**
     * How many leads are done.
     *
     * @return scored and failed ones together
     */
    public long leads() {
        return scored + failed;
    }

    BulkReport plus(BulkResult<?> result) {
        boolean faulty = result.score().map(score -> !score.faults().isEmpty()).orElse(false);
        boolean there = result.score().isPresent();
        return new BulkReport(
                scored + (there ? 1 : 0), this.faulty + (faulty ? 1 : 0), failed + (there ? 0 : 1), cancelled);
    }

    BulkReport asCancelled() {
        return new BulkReport(scored, faulty, failed, true);
    }
}
