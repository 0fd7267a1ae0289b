package dev.leadkit.condition.index;

/**
 * Puts an application's own leads into a record, one after the other. Deterministic, and for as many threads as it is used by.
 *
 * @param <T> what the application has for a lead
 */
@FunctionalInterface
public interface RecordFiller<T> {

    /**
     * Puts a lead into a record.
     *
     * @param lead the lead
     * @param record the record, which holds nothing yet
     */
    void fill(T lead, LeadRecord record);

    /**
     * Hands the texts and moments that {@link #fill} will set to {@link LeadRecord#fetch(String)} and {@link LeadRecord#fetch(long)}, and sets
     * nothing. It is called for some leads before the first of them is filled in, so that the processor waits for the memory of all of them
     * together. To leave it out, as this does, makes no difference but of time.
     *
     * @param lead the lead
     * @param record asked for what will be set; it may hold another lead
     */
    default void fetch(T lead, LeadRecord record) {
        // only a matter of time
    }
}
