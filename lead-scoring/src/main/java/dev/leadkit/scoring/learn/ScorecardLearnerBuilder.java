package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.not;
import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.InteractionQuestion;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Sets a {@link ScorecardLearner} up. Nothing is refused before {@link #build}, which then tells everything. Not
 * thread-safe.
 */
public final class ScorecardLearnerBuilder {

    private static final int MOST_TRAITS = 500;
    private static final int MOST_FOLDS = 20;
    private static final int MOST_DECIMALS = 3;
    private static final Set<String> SCORED = Set.of(StandardFields.SCORE.name(), StandardFields.GRADE.name());

    private final Faults faults = new Faults();
    private final Map<String, Supplier<Column>> traits = new LinkedHashMap<>();
    private final Set<String> ordered = new TreeSet<>();
    private final Set<String> late = new TreeSet<>();
    private final Set<String> insisted = new TreeSet<>();
    private final Map<String, Trend> trends = new TreeMap<>();
    private OddsScale scale = OddsScale.STANDARD;
    private BigDecimal penalty = BigDecimal.ONE;
    private int decimals;
    private int leastBin = 20;
    private int leastOutcomes = 40;
    private int folds = 5;
    private long seed;
    private boolean requireLater;

    ScorecardLearnerBuilder() {}

    /**
     * Learns from a field. Numbers are put into bins, texts and flags are bins of their own; of personal data, dates and
     * instants only the presence is used, so that no rule shows anybody's data.
     *
     * @param which the field
     * @return this
     */
    public ScorecardLearnerBuilder field(Field<?> which) {
        if (SCORED.contains(which.name())) {
            faults.accept(new Fault(
                    which.name(), "another field than score and grade", "", "The score would feed on itself."));
        }
        return add(which.name(), () -> Column.of(which), which.type() == FieldType.NUMBER && !which.personal());
    }

    /**
     * Learns from all fields of a catalog but those that the library keeps itself.
     *
     * @param catalog the catalog
     * @return this
     */
    public ScorecardLearnerBuilder fields(FieldCatalog catalog) {
        catalog.fields().stream()
                .filter(each -> !StandardFields.kept().contains(each))
                .forEach(this::field);
        return this;
    }

    /**
     * Learns from some fields.
     *
     * @param which the fields
     * @return this
     */
    public ScorecardLearnerBuilder fields(Collection<? extends Field<?>> which) {
        which.forEach(this::field);
        return this;
    }

    /**
     * Learns from how many interactions there were: none, 1, 2, from 3, from 5, 10, 20, 50, 100.
     *
     * @param name what the reports and rules call it, like a field's name
     * @param which which interactions, such as {@code interaction("open").within(Duration.ofDays(30))}
     * @return this
     */
    public ScorecardLearnerBuilder interactions(String name, InteractionQuestion which) {
        InteractionCondition some = (InteractionCondition) which.atLeast(1);
        return add(name, () -> new CountColumn(name, some), true);
    }

    /**
     * Learns from whether a condition is true or false; where it is unknown it earns no points.
     *
     * @param name what the reports and rules call it, like a field's name
     * @param when the condition
     * @return this
     */
    public ScorecardLearnerBuilder condition(String name, Condition when) {
        requireNonNull(when, "when");
        return add(name, () -> new AnswerColumn(name, List.of(when, not(when)), Optional.empty()), false);
    }

    private ScorecardLearnerBuilder add(String name, Supplier<Column> column, boolean isOrdered) {
        if (!Field.isName(name)) {
            faults.add(
                    "traits[" + traits.size() + "]",
                    "a letter and up to 63 letters, digits, '_', '-' or '.'",
                    "\"" + name + "\"");
        }
        if (traits.putIfAbsent(name, column) != null) {
            faults.add(name, "learned from once", "named twice");
        }
        if (isOrdered) {
            ordered.add(name);
        }
        return this;
    }

    /**
     * Leaves fields out that were named before.
     *
     * @param names their names
     * @return this
     */
    public ScorecardLearnerBuilder without(String... names) {
        for (String name : names) {
            if (isKnown(name)) {
                traits.remove(name);
            }
        }
        return this;
    }

    /**
     * Says that fields are set late, after the decision. While one of them is learned from, there is no model.
     *
     * @param names their names, whether they are learned from or not
     * @return this
     */
    public ScorecardLearnerBuilder late(String... names) {
        late.addAll(List.of(names));
        return this;
    }

    /**
     * Insists on fields that look like leaks: they are known at the decision, whatever their figures.
     *
     * @param names the names of fields that were named before
     * @return this
     */
    public ScorecardLearnerBuilder insist(String... names) {
        for (String name : names) {
            if (isKnown(name)) {
                insisted.add(name);
            }
        }
        return this;
    }

    /**
     * Makes the points of a number, or of a count of interactions, go one way only.
     *
     * @param name the name of a number that was named before
     * @param trend which way
     * @return this
     */
    public ScorecardLearnerBuilder monotone(String name, Trend trend) {
        if (isKnown(name)) {
            if (!ordered.contains(name)) {
                faults.add(name, "a number where its points shall go one way", "of another type");
            }
            trends.put(name, requireNonNull(trend, "trend"));
        }
        return this;
    }

    private boolean isKnown(String name) {
        boolean known = traits.containsKey(name);
        if (!known) {
            faults.accept(new Fault(name, "a field that was named before", "", Suggestion.of(name, traits.keySet())));
        }
        return known;
    }

    /**
     * Sets what points mean.
     *
     * @param odds the scale; unless set {@link OddsScale#STANDARD}
     * @return this
     */
    public ScorecardLearnerBuilder scale(OddsScale odds) {
        scale = requireNonNull(odds, "odds");
        return this;
    }

    /**
     * Sets how finely points are rounded.
     *
     * @param digits how many digits may stand after the point, 0 to {@value #MOST_DECIMALS}; unless set 0
     * @return this
     */
    public ScorecardLearnerBuilder decimals(int digits) {
        decimals = check("decimals", digits, 0, MOST_DECIMALS);
        return this;
    }

    /**
     * Sets how strongly the worth of bins is drawn to the average, so that few leads cannot make many points.
     *
     * @param strength the factor of half the sum of squared weights, above 0, at most a million; unless set 1, which
     *     expects weights (logarithms of odds ratios) of about 1
     * @return this
     */
    public ScorecardLearnerBuilder penalty(BigDecimal strength) {
        if (strength.signum() <= 0 || strength.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            faults.add("penalty", "above 0 and at most 1000000", strength.toString());
        }
        penalty = strength;
        return this;
    }

    /**
     * Sets how many leads a bin must have at least to earn points. Texts that are too seldom share a bin; if even that is too
     * small, or the one of missing values, its leads count as average.
     *
     * @param leads the least number, from 1; unless set 20
     * @return this
     */
    public ScorecardLearnerBuilder leastBin(int leads) {
        leastBin = check("leastBin", leads, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets how many winners and how many losers there must be at least.
     *
     * @param leads the least number of each, from 10; unless set 40, as others ask for too
     * @return this
     */
    public ScorecardLearnerBuilder leastOutcomes(int leads) {
        leastOutcomes = check("leastOutcomes", leads, 10, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets into how many folds the leads are dealt for cross-validation.
     *
     * @param count from 2 to {@value #MOST_FOLDS}; unless set 5
     * @return this
     */
    public ScorecardLearnerBuilder folds(int count) {
        folds = check("folds", count, 2, MOST_FOLDS);
        return this;
    }

    /**
     * Sets what the dealing into folds follows from, beside the examples.
     *
     * @param number any number; unless set 0
     * @return this
     */
    public ScorecardLearnerBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Asks for proof that the model helps with leads to come: the warnings of the report become faults, and there is no model
     * unless its later third is better than chance with 95 % confidence. Unless set they are only warnings: markets change, and a
     * few leads prove little.
     *
     * @return this
     */
    public ScorecardLearnerBuilder requireLater() {
        requireLater = true;
        return this;
    }

    private int check(String name, int number, int least, int most) {
        if (number < least || number > most) {
            String range = most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
            faults.add(name, range, String.valueOf(number));
        }
        return number;
    }

    /**
     * Ends setting up.
     *
     * @return the learner
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once
     */
    public ScorecardLearner build() {
        Faults all = new Faults();
        faults.list().forEach(all);
        if (traits.isEmpty() || traits.size() > MOST_TRAITS) {
            all.add("fields", "from 1 to " + MOST_TRAITS, String.valueOf(traits.size()));
        }
        all.refuseIfAny("scorecard learner");
        return new ScorecardLearner(
                new ArrayList<>(traits.values()),
                new Settings(
                        scale,
                        decimals,
                        penalty.doubleValue(),
                        leastBin,
                        leastOutcomes,
                        folds,
                        seed,
                        requireLater,
                        trends,
                        late,
                        insisted));
    }
}
