package dev.leadkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Resolution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * By which rules a lead goes through a funnel. No two products agree on them, so each is said here; the rules of known products are
 * in {@link FunnelPreset}. Immutable, thread-safe, equal by content.
 *
 * @param steps the steps from first to last, from 1 to 30
 * @param path in which order, and what of steps that were skipped
 * @param entry which entries count
 * @param window how much time the steps may take
 * @param exclusions what must not happen between steps
 * @param scope what becomes of an entry where it happened nevertheless
 * @param maturity what becomes of entries whose time is not over
 */
public record FunnelSpec(
        List<FunnelStep> steps,
        Path path,
        Entry entry,
        Window window,
        List<Exclusion> exclusions,
        Exclusion.Scope scope,
        Maturity maturity)
        implements Serializable {

    /** The most steps that a funnel has. */
    public static final int MOST_STEPS = 30;

    /**
     * Refuses rules that contradict each other.
     *
     * @param steps the steps
     * @param path in which order
     * @param entry which entries count
     * @param window how much time
     * @param exclusions what must not happen
     * @param scope what becomes of it
     * @param maturity what of the young
     * @throws RefusedException with every contradiction at once
     */
    public FunnelSpec {
        steps = List.copyOf(steps);
        exclusions = List.copyOf(exclusions);
        requireNonNull(scope, "scope");
        Faults faults = new Faults();
        new Contradictions(faults, steps.size(), path, entry, window).find(steps, exclusions, maturity);
        faults.refuseIfAny("funnel");
    }

    /** What is counted. */
    public enum Unit {
        /** Leads, each at most once, by its best entry. */
        LEAD,
        /** Entries, each by itself. */
        ENTRY
    }

    /**
     * In which order, and what of steps that were skipped.
     *
     * @param order the order
     * @param skip what of skipped steps
     * @param ties what of things that happened at once
     */
    public record Path(StepOrder order, Skip skip, Ties ties) implements Serializable {

        /**
         * Checks that all are there.
         *
         * @param order the order
         * @param skip what of skipped steps
         * @param ties what of things that happened at once
         */
        public Path {
            requireNonNull(order, "order");
            requireNonNull(skip, "skip");
            requireNonNull(ties, "ties");
        }
    }

    /**
     * Which entries count.
     *
     * @param anchor which one of several
     * @param unit whether leads or entries are counted
     */
    public record Entry(Anchor anchor, Unit unit) implements Serializable {

        /**
         * Checks that all are there.
         *
         * @param anchor which one of several
         * @param unit whether leads or entries are counted
         */
        public Entry {
            requireNonNull(anchor, "anchor");
            requireNonNull(unit, "unit");
        }
    }

    /**
     * What becomes of entries whose time is not over.
     *
     * @param required whether they are left out of every count, and counted as such
     * @param resolution to how much the ends of windows are rounded up; a longer one keeps the state small
     */
    public record Maturity(boolean required, Resolution resolution) implements Serializable {

        /**
         * Checks that all are there.
         *
         * @param required whether they are left out
         * @param resolution to how much ends are rounded
         */
        public Maturity {
            requireNonNull(resolution, "resolution");
        }
    }

    /**
     * Starts with the plain rules: one after the other, the first entry of each lead, no window.
     *
     * @param steps the steps from first to last
     * @return a builder
     */
    public static Builder of(FunnelStep... steps) {
        return of(Arrays.asList(steps));
    }

    /**
     * Starts with the plain rules: one after the other, the first entry of each lead, no window.
     *
     * @param steps the steps from first to last
     * @return a builder
     */
    public static Builder of(List<FunnelStep> steps) {
        return new Builder(steps);
    }

    int size() {
        return steps.size();
    }

    /** All parameters, in one text: two funnels of one text count the same. */
    String id() {
        return "steps=" + Definition.texts(steps.stream().map(FunnelStep::label).toList())
                + "&order=" + word(path.order()) + "&skip=" + word(path.skip()) + "&ties=" + path.ties()
                + "&anchor=" + word(entry.anchor()) + "&count=" + word(entry.unit()) + "&window=" + window
                + "&exclude="
                + Definition.texts(exclusions.stream().map(Exclusion::toString).toList())
                + "&scope=" + word(scope) + "&matured=" + maturity.required() + "&resolution="
                + maturity.resolution();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Collects the rules; those that contradict each other are refused at the end. Not thread-safe. */
    public static final class Builder {

        private final List<FunnelStep> steps;
        private final List<Exclusion> exclusions = new ArrayList<>();
        private StepOrder order = StepOrder.SEQUENTIAL;
        private Skip skip = Skip.STRICT;
        private Ties ties = Ties.BY_EVENT_ID;
        private Anchor anchor = Anchor.FIRST_ENTRY;
        private Unit unit = Unit.LEAD;
        private Window window = Window.NONE;
        private Exclusion.Scope scope = Exclusion.Scope.INTERVAL;
        private boolean matured;
        private Resolution resolution = Resolution.SECOND;

        private Builder(List<FunnelStep> steps) {
            this.steps = List.copyOf(steps);
        }

        /**
         * Says in which order the steps must be taken.
         *
         * @param rule the rule
         * @return this
         */
        public Builder order(StepOrder rule) {
            order = rule;
            return this;
        }

        /**
         * Says what it means that a step was skipped.
         *
         * @param rule the rule
         * @return this
         */
        public Builder skip(Skip rule) {
            skip = rule;
            return this;
        }

        /**
         * Says in which order things count that happened at once.
         *
         * @param rule the rule
         * @return this
         */
        public Builder ties(Ties rule) {
            ties = rule;
            return this;
        }

        /**
         * Says which of several entries counts.
         *
         * @param rule the rule
         * @return this
         */
        public Builder anchor(Anchor rule) {
            anchor = rule;
            return this;
        }

        /**
         * Says whether leads or entries are counted.
         *
         * @param what what is counted
         * @return this
         */
        public Builder count(Unit what) {
            unit = what;
            return this;
        }

        /**
         * Says how much time the steps may take.
         *
         * @param rule the rule
         * @return this
         */
        public Builder window(Window rule) {
            window = rule;
            return this;
        }

        /**
         * Says what must not happen anywhere between the first step and the last.
         *
         * @param what what must not happen
         * @return this
         */
        public Builder exclude(FunnelStep what) {
            return exclude(new Exclusion(what, 1, steps.size()));
        }

        /**
         * Says what must not happen between two steps.
         *
         * @param exclusion what, and between which
         * @return this
         */
        public Builder exclude(Exclusion exclusion) {
            exclusions.add(exclusion);
            return this;
        }

        /**
         * Says what becomes of an entry in which something excluded happened.
         *
         * @param rule the rule
         * @return this
         */
        public Builder scope(Exclusion.Scope rule) {
            scope = rule;
            return this;
        }

        /**
         * Counts only entries whose window is over, so that young ones do not make the rates look low.
         *
         * @return this
         */
        public Builder maturedOnly() {
            matured = true;
            return this;
        }

        /**
         * Says to how much the ends of windows are rounded up.
         *
         * @param step the step; a longer one keeps the state small
         * @return this
         */
        public Builder resolution(Resolution step) {
            resolution = step;
            return this;
        }

        /**
         * Ends collecting.
         *
         * @return the rules
         * @throws RefusedException with every contradiction at once
         */
        public FunnelSpec build() {
            return new FunnelSpec(
                    steps,
                    new Path(order, skip, ties),
                    new Entry(anchor, unit),
                    window,
                    exclusions,
                    scope,
                    new Maturity(matured, resolution));
        }
    }
}
