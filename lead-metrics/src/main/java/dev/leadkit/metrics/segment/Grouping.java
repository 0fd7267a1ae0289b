package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Definition;
import java.io.Serializable;
import java.time.ZoneId;

/**
 * By what leads are put into groups. Every lead is in exactly one group, by its facts alone; those without a value are together in
 * {@link #MISSING}. Values are told apart exactly as written: making {@code google} and {@code Google} one is the capture's work.
 * Implementations are immutable and thread-safe.
 */
public interface Grouping extends Serializable {

    /** The group of leads that have no value. */
    String MISSING = "(missing)";

    /** The group of what belongs to all groups together, such as a cost of no source. */
    String UNALLOCATED = "(unallocated)";

    /**
     * How groups write a name that somebody gave: as it is, but never like a group of leads without one. For facts that say their group
     * themselves, and for the costs of a source that is really called {@code (missing)}.
     *
     * @param name the name of a source or rep, or the value of a field
     * @return the name; {@link #MISSING} if it is blank, and with a backslash before it if it is {@link #MISSING} or
     *     {@link #UNALLOCATED} itself, so that {@code (missing)} becomes <code>\(missing)</code>
     */
    static String named(String name) {
        return Named.of(name);
    }

    /**
     * The group of a lead.
     *
     * @param facts the lead's facts
     * @return the group's name, {@link #MISSING} if there is none
     */
    String of(LeadFacts facts);

    /**
     * How definitions write it; two groupings of one name put every lead into the same group. Texts in it that are not its own are
     * written as {@link Definition#text} has them.
     *
     * @return such as {@code source} or {@code field:industry}
     */
    String name();

    /**
     * By the source that was told first, which later submissions do not change.
     *
     * @return the grouping by source
     */
    static Grouping bySource() {
        return new BySource();
    }

    /**
     * By the latest value of a field, standard or custom. Personal fields have no values here: all leads are missing.
     *
     * @param name the field's name
     * @return the grouping by field
     */
    static Grouping byField(String name) {
        return new ByField(name);
    }

    /**
     * By the value that a field had at a moment, which later changes do not change; by its latest value if that moment has not come.
     * Personal fields have no values here: all leads are missing.
     *
     * @param name the field's name
     * @param when the moment
     * @return the grouping by field as of the moment
     */
    static Grouping byField(String name, AsOf when) {
        return new ByFieldThen(new ByField(name), when);
    }

    /**
     * By the rep who owned the lead when its outcome came: at its conversion, else at its loss, else last of all.
     *
     * @return the grouping by rep
     */
    static Grouping byRep() {
        return new ByRep(AsOf.outcome());
    }

    /**
     * By the rep who owned the lead at a moment; by its latest owner if that moment has not come.
     *
     * @param when the moment
     * @return the grouping by rep as of the moment
     */
    static Grouping byRep(AsOf when) {
        return new ByRep(when);
    }

    /**
     * By the calendar period in which the lead came.
     *
     * @param unit how long the periods are
     * @param zone where they begin
     * @return the grouping by period; names sort by time, and undated leads are missing
     */
    static Grouping byPeriod(PeriodUnit unit, ZoneId zone) {
        return new ByPeriod(unit, zone);
    }

    /**
     * By two things at once.
     *
     * @param inner the other thing
     * @return the grouping by both; names are joined by {@code " / "}, and a slash that stands alone in one of them is
     *     written {@code \/}
     */
    default Grouping and(Grouping inner) {
        return new ByBoth(this, inner);
    }
}
