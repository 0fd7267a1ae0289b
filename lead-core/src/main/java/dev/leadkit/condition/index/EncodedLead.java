package dev.leadkit.condition.index;

import org.jspecify.annotations.Nullable;

/**
 * A lead as an index sees it: each value replaced by what the index makes of it, each interaction by what asks for it. For
 * answers again and again, at any instant. Immutable and thread-safe; of use with the index that made it only.
 *
 * <p>What a sum needs stands side by side in one array, because leads that come from memory cost a look into it for each object; beyond that it needs
 * the cells only where conditions are told neither by sums nor by bits.
 */
public final class EncodedLead {

    final CompiledIndex index;

    /** Needed to tell entries one by one. */
    final Cell[] cells;

    /** Its words begin with what the cells of all values say together, for they do not change with time, and the dates. */
    final MomentsKept moments;

    /** What conditions look at themselves; only for an index that keeps it. */
    final @Nullable LeadThen then;

    private final int events;

    EncodedLead(LeadRecord record) {
        this.index = record.index;
        this.cells = record.cells.clone();
        this.moments = record.kept();
        this.then = index.keeps ? record.then().kept() : null;
        this.events = record.events;
    }

    @Override
    public String toString() {
        return "EncodedLead[" + events + " interactions]";
    }
}
