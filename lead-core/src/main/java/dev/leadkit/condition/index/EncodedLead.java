package dev.leadkit.condition.index;

/**
 * A lead as an index sees it: each value replaced by what the index makes of it, each interaction by what asks for it. For
 * answers again and again, at any instant. Immutable and thread-safe; of use with the index that made it only.
 */
public final class EncodedLead {

    /** Never written to any more. */
    final LeadRecord contents;

    /** What the cells of all values say together: added up once, for they do not change with time. */
    final CellSums sums;

    EncodedLead(LeadRecord contents) {
        this.contents = contents;
        this.sums = contents.sums();
    }

    @Override
    public String toString() {
        return "EncodedLead[" + contents.events + " interactions]";
    }
}
