package dev.leadkit.routing.workload;

/**
 * A ranking of the library: puts figures to the candidates of a {@link Field}, by which the field orders them. Immutable and
 * thread-safe. Hosts write a {@link dev.leadkit.routing.model.Ranking}.
 */
public abstract sealed class FieldRanking permits FairShare, SmoothShare, LeastLoaded, LongestWaiting {

    FieldRanking() {}

    /** Gives every candidate a key, and a share if this keeps an account. */
    abstract void prepare(Field field);

    /**
     * Whether candidates must be told when each last got a lead.
     *
     * @return true of {@link Rankings#longestWaiting()} only
     */
    public boolean asksTurns() {
        return false;
    }

    /**
     * The figures by which a candidate was compared.
     *
     * @param field a field that this ranking ordered
     * @param place the candidate's place
     * @return the figures
     */
    public abstract Figure figure(Field field, int place);

    /**
     * Compares two candidates in words.
     *
     * @param winner the figures of the one who is before, or level
     * @param next those of the other
     * @return such as {@code least loaded: ann has 3 open leads, bob has 5 open leads}
     */
    public abstract String words(Named winner, Named next);

    /**
     * What was compared of a candidate.
     *
     * @param figure the open units, the lag with this lead's share, or the place in the order of last assignments
     * @param numerator above the line of the fraction that was compared; 0 if none was
     * @param denominator below it; 0 if no fraction was compared
     */
    public record Figure(long figure, long numerator, long denominator) {

        /**
         * Whether a fraction was compared.
         *
         * @return true if so
         */
        public boolean isFraction() {
            return denominator != 0;
        }
    }

    /**
     * The figures of somebody.
     *
     * @param name who
     * @param of the figures
     */
    public record Named(String name, Figure of) {}
}
