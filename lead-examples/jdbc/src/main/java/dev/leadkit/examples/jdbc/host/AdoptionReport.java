package dev.leadkit.examples.jdbc.host;

/**
 * What became of the rows of a host's table.
 *
 * @param captured rows that became leads
 * @param updated rows that the host had changed, so that their leads changed
 * @param unchanged rows that say what their leads say
 * @param postponed rows whose lead somebody else changed at the same moment; the next adoption gets them
 * @param faults cells that hold no value of their field, and that were passed over
 */
public record AdoptionReport(long captured, long updated, long unchanged, long postponed, long faults) {

    static final AdoptionReport NOTHING = new AdoptionReport(0, 0, 0, 0, 0);

    AdoptionReport plus(AdoptionReport other) {
        return new AdoptionReport(
                captured + other.captured,
                updated + other.updated,
                unchanged + other.unchanged,
                postponed + other.postponed,
                faults + other.faults);
    }
}
