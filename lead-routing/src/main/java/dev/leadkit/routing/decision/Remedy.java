package dev.leadkit.routing.decision;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.WorkKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What would have to be otherwise for a rep to pass the stage that the rep fails, all else as it is. The stages behind it are not
 * looked at. Immutable and thread-safe.
 */
public sealed interface Remedy {

    /**
     * In words, why the rep does not pass.
     *
     * @param rep the rep
     * @return such as {@code ann has 3 open leads, the capacity is 3}; not to be parsed
     */
    String words(RepId rep);

    /**
     * More room.
     *
     * @param kind the kind of work
     * @param open the units of it that the rep has, those of the lead itself not among them
     * @param capacity the most that the rep may have
     * @param units what the lead takes up
     */
    record Room(String kind, int open, int capacity, int units) implements Remedy {

        /**
         * How many units must be freed, or added to the capacity, in all.
         *
         * @return the units, more than 0; freeing alone is not enough if that is more than there are open
         */
        public long missing() {
            return (long) open + units - capacity;
        }

        @Override
        public String words(RepId rep) {
            String leads = open == 1 ? " open lead" : " open leads";
            String what = kind.equals(WorkKind.USUAL) ? leads : " units of " + kind;
            return rep + " has " + open + what + ", the capacity is " + capacity
                    + (units == 1 ? "" : ", the lead is " + units);
        }
    }

    /**
     * That the rep is at work.
     *
     * @param from from when the rep is; empty if not within 400 days
     */
    record Presence(Optional<Instant> from) implements Remedy {
        @Override
        public String words(RepId rep) {
            return from.map(back -> rep + " is away until " + back).orElseGet(() -> rep + " is away");
        }
    }

    /**
     * Skills, every one of them.
     *
     * @param lacking what the rep lacks, in the order of the plan's requirements; at least one
     */
    record Skills(List<Lacking> lacking) implements Remedy {

        /**
         * A skill that is not there, or not enough.
         *
         * @param skill which
         * @param required the least level that is required
         * @param level the level that the rep has; 0 for none
         */
        public record Lacking(String skill, int required, int level) {}

        /**
         * Makes it.
         *
         * @param lacking what the rep lacks
         */
        public Skills {
            lacking = List.copyOf(lacking);
        }

        @Override
        public String words(RepId rep) {
            List<String> each = new ArrayList<>();
            for (Lacking one : lacking) {
                each.add(one.skill() + " at level " + one.required() + " is required, " + rep + " has "
                        + (one.level() == 0 ? "none" : String.valueOf(one.level())));
            }
            return String.join("; ", each);
        }
    }

    /**
     * That the rep serves the lead's territory, or one around it.
     *
     * @param territory the lead's territory; empty if it is in none, so that only who serves everywhere would pass
     * @param served what the rep serves
     */
    record Territory(Optional<String> territory, SortedSet<String> served) implements Remedy {

        /**
         * Makes it.
         *
         * @param territory the lead's territory
         * @param served what the rep serves
         */
        public Territory {
            served = Collections.unmodifiableSortedSet(new TreeSet<>(served));
        }

        @Override
        public String words(RepId rep) {
            return "the lead is in " + territory.orElse("no territory") + ", " + rep + " serves "
                    + (served.isEmpty() ? "none" : String.join(", ", served));
        }
    }

    /**
     * That somebody else does not keep the lead.
     *
     * @param keeper who does
     * @param relation as what, such as owner
     */
    record Leaving(RepId keeper, String relation) implements Remedy {
        @Override
        public String words(RepId rep) {
            return "the lead stays with its " + relation + " " + keeper;
        }
    }

    /**
     * Something that is only known in words: of a rep who is inactive or shall not be asked, and of stages of the host's own.
     *
     * @param reason why the rep does not pass
     */
    record Said(String reason) implements Remedy {
        @Override
        public String words(RepId rep) {
            return reason;
        }
    }
}
