package dev.leadkit.routing.territory;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All territories of a routing plan, and what they have to cover. One that exists is right: everything wrong is reported at
 * once, in time that grows little more than the number of entries.
 *
 * <p>Refused are: an identifier that occurs twice; a parent that is not there; territories within each other in a circle; an
 * entry that asks nothing; postal codes that are not those of exactly one country, or run from the higher to the lower, sizes
 * likewise; an entry that nothing can fulfil together with what it inherits; two entries of territories, none
 * within the other, that are equally strong and have a lead in common (where that can be told from the values: not of different conditions, not of a
 * company here and a domain there); and what {@linkplain Builder#coverage has to be covered} and is not. Immutable and
 * thread-safe, equal by content.
 */
public final class TerritoryPlan {

    /** The most combinations of values of all entries together: an entry of 3 countries and 4 industries has 12. */
    public static final int MOST_COMBINATIONS = 1_000_000;

    /** No territories. */
    public static final TerritoryPlan EMPTY = builder().build();

    private final List<Territory> territories;
    private final List<Criteria> coverage;
    private final TerritoryFields fields;
    private final RuleBook book;

    private TerritoryPlan(Builder from, RuleBook book) {
        this.territories = List.copyOf(from.territories);
        this.coverage = List.copyOf(from.coverage);
        this.fields = from.fields;
        this.book = book;
    }

    /**
     * Starts without territories.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The territories.
     *
     * @return the territories in the order of the plan, which only decides between entries that are equally strong
     */
    public List<Territory> territories() {
        return territories;
    }

    /**
     * What has to be covered.
     *
     * @return the declarations
     */
    public List<Criteria> coverage() {
        return coverage;
    }

    /**
     * Which fields say what no standard field says.
     *
     * @return the fields
     */
    public TerritoryFields fields() {
        return fields;
    }

    /** What the check made of the entries; nothing writes to it any more. */
    RuleBook book() {
        return book;
    }

    /**
     * What is probably not meant, though it can be: an entry that can never win, because better ones take all its leads
     * (found as far as entries without condition do it, each shape of entry for itself), and a territory that no lead falls
     * into and nothing is within. Paths are those of the lists here.
     *
     * @return a fault for each
     */
    public List<Fault> warnings() {
        return toBuilder().warnings();
    }

    private Builder toBuilder() {
        Builder builder = new Builder();
        territories.forEach(builder::territory);
        coverage.forEach(builder::coverage);
        return builder.fields(fields);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TerritoryPlan that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private List<Object> content() {
        return List.of(territories, coverage, fields);
    }

    @Override
    public String toString() {
        return "TerritoryPlan[" + territories.size() + " territories]";
    }

    /** Collects territories. Not thread-safe. */
    public static final class Builder {

        private final List<Territory> territories = new ArrayList<>();
        private final List<String> paths = new ArrayList<>();
        private final List<Criteria> coverage = new ArrayList<>();
        private final List<String> coveragePaths = new ArrayList<>();
        private TerritoryFields fields = TerritoryFields.standard();
        private @Nullable String place;

        /** Kept until something is added: who reads a plan asks for them more than once. */
        private @Nullable Checked known;

        private Builder() {}

        private record Checked(RuleBook book, List<Fault> faults) {}

        /**
         * Says where the next part stands in what it was read from, for faults about it. Without this, the path is the list's
         * name and the index, such as {@code $.territories[2]}.
         *
         * @param path a JSON path
         * @return this
         */
        public Builder at(String path) {
            place = path;
            return this;
        }

        private String path(String list, int index) {
            String path = place == null ? "$." + list + "[" + index + "]" : place;
            place = null;
            known = null;
            return path;
        }

        /**
         * Adds a territory behind those already there.
         *
         * @param territory the territory
         * @return this
         */
        public Builder territory(Territory territory) {
            paths.add(path("territories", territories.size()));
            territories.add(territory);
            return this;
        }

        /**
         * Declares what has to be covered: each combination of its values, and every one of its postal codes, must be taken
         * by entries that ask no more than these values. {@code *} for a postal code stands for all of the country.
         *
         * @param criteria countries, regions, postal codes, industries, sources
         * @return this
         */
        public Builder coverage(Criteria criteria) {
            coveragePaths.add(path("coverage", coverage.size()));
            coverage.add(criteria);
            return this;
        }

        /**
         * Names fields in place of the standard ones.
         *
         * @param names the fields
         * @return this
         */
        public Builder fields(TerritoryFields names) {
            fields = names;
            return this;
        }

        /**
         * The territories so far.
         *
         * @return the territories in the order in which they were added
         */
        public List<Territory> territories() {
            return List.copyOf(territories);
        }

        /**
         * Whether there are none yet.
         *
         * @return true without territories
         */
        public boolean isEmpty() {
            return territories.isEmpty();
        }

        /**
         * Everything that keeps these from being territories of a plan.
         *
         * @return the faults with their paths; of an entry that shares leads with several equally strong ones, one pair is told;
         *     empty if the plan can be built
         */
        public List<Fault> faults() {
            return checked().faults();
        }

        private Checked checked() {
            Checked found = known == null ? check() : known;
            known = found;
            return found;
        }

        private Checked check() {
            Faults faults = new Faults();
            StructureCheck.check(territories, paths, faults);
            RuleBook book = new RuleBook(territories, paths, faults);
            Cells cells = new Cells(book.rules, true);
            new Overlaps(book, faults).check(cells);
            Gaps gaps = new Gaps(book, cells, faults);
            IntStream.range(0, coverage.size()).forEach(i -> gaps.check(coverage.get(i), coveragePaths.get(i)));
            return new Checked(book, faults.list());
        }

        /**
         * What is probably not meant, as {@link TerritoryPlan#warnings} has it.
         *
         * @return a fault for each: first the empty territories in the order of the plan, then the entries, the strongest first
         */
        public List<Fault> warnings() {
            Faults warnings = new Faults();
            RuleBook book = new RuleBook(territories, paths, fault -> {});
            StructureCheck.warn(territories, paths, book.hierarchy, warnings);
            new Shadows(book, new Cells(book.rules, true)).check(warnings);
            return warnings.list();
        }

        /**
         * Ends collecting.
         *
         * @return the territories
         * @throws dev.leadkit.fault.RefusedException if anything is wrong; every fault at once
         */
        public TerritoryPlan build() {
            Checked checked = checked();
            Faults all = new Faults();
            checked.faults().forEach(all);
            all.refuseIfAny("territories");
            return new TerritoryPlan(this, checked.book());
        }
    }
}
