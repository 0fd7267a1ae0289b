package dev.leadkit.event;

/**
 * Where a submission came from.
 *
 * @param system the system, form or file that handed it in
 * @param externalId the record's identifier there
 * @param dated whether the submission said when it happened; if not, its event stands at the time of recording and says
 *     nothing about when the lead came
 */
public record Origin(String system, String externalId, boolean dated) {

    /**
     * Makes an origin.
     *
     * @param system the system, not blank
     * @param externalId the identifier there, not blank
     * @param dated whether it said when it happened
     */
    public Origin {
        if (system.isBlank() || externalId.isBlank()) {
            throw new IllegalArgumentException("system and external id must be texts, was blank");
        }
    }
}
