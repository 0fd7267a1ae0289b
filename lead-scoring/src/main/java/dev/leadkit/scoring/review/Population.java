package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the leads of some time were like, as a model sees them: the values of the fields that it asks about, how many interactions they had
 * of each type that it asks about, and their scores and grades. Two of them tell whether leads have changed since;
 * {@code PopulationJson} keeps one, so that the old leads are not needed again.
 * Of personal data it keeps only whether there is any. Memory grows with the number of different values. Not thread-safe.
 */
public final class Population {

    private static final String FIELD = "field ";
    private static final String INTERACTIONS = "interactions ";
    private static final String SCORE = "score";
    private static final String GRADE = "grade";

    private final ModelRef model;
    private final SortedMap<String, Field<?>> fields = new TreeMap<>();
    private final TreeSet<String> types = new TreeSet<>();
    private final SortedMap<String, Distribution> inputs = new TreeMap<>();

    private Population(ScoringModel model) {
        this.model = model.ref();
        for (Placed placed : Placed.all(model)) {
            ask(Asked.by(placed.rule()));
        }
        model.grading().disqualifiers().forEach(each -> ask(Asked.by(each.when())));
        fields.forEach((input, field) -> open(input, field.personal() ? FieldType.FLAG : field.type()));
        types.forEach(type -> open(INTERACTIONS + type, FieldType.NUMBER));
        open(SCORE, FieldType.NUMBER);
        open(GRADE, FieldType.TEXT);
    }

    private void ask(Asked asked) {
        asked.fields().forEach(field -> fields.putIfAbsent(FIELD + field.name(), field));
        asked.filters().forEach(filter -> types.addAll(filter.types()));
    }

    private void open(String input, FieldType<?> type) {
        inputs.put(input, new Distribution(type));
    }

    /**
     * How one thing about leads has changed.
     *
     * @param input what it is: {@code field country}, {@code interactions email.opened}, {@code score} or {@code grade}
     * @param index how far its distribution moved, and how far chance would move it
     */
    public record Drift(String input, StabilityIndex index) {}

    /**
     * How many leads had one value of one thing.
     *
     * @param input what it is: {@code field country}, {@code interactions email.opened}, {@code score} or {@code grade}
     * @param value the value in the text form of its type ({@link FieldType#format}), texts of fields folded as {@link #counts()} gives them; numbers of
     *     interactions and points are numbers, and of personal data there is only {@code true}; empty where it is missing
     * @param leads how many leads, above 0
     */
    public record Count(String input, Optional<String> value, long leads) {

        /**
         * Makes a count.
         *
         * @param input what it is
         * @param value the value, or empty
         * @param leads how many leads
         * @throws IllegalArgumentException if there are none
         */
        public Count {
            if (leads < 1) {
                throw new IllegalArgumentException("leads must be at least 1, was " + leads);
            }
        }
    }

    /**
     * Begins to look at leads.
     *
     * @param model the model whose questions tell what to look at
     * @return the population, without leads
     */
    public static Population of(ScoringModel model) {
        return new Population(model);
    }

    /**
     * Whose questions tell what is looked at.
     *
     * @return the model's name, version and hash
     */
    public ModelRef model() {
        return model;
    }

    /**
     * What is looked at.
     *
     * @return the inputs, such as {@code field country} and {@code score}
     */
    public SortedSet<String> inputs() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(inputs.keySet()));
    }

    /**
     * How many leads were counted.
     *
     * @return the number of leads, 0 or more
     */
    public long leads() {
        return distribution(SCORE).total();
    }

    /**
     * Counts a lead.
     *
     * @param facts the lead at a moment
     * @param score its score then
     */
    public void add(Facts facts, Score score) {
        fields.forEach((name, field) -> distribution(name).add(key(field, facts)));
        for (String type : types) {
            long count = facts.interactions().stream()
                    .filter(event -> event.interaction().type().equals(type))
                    .count();
            distribution(INTERACTIONS + type).add(Optional.of(Distribution.key(BigDecimal.valueOf(count))));
        }
        distribution(SCORE).add(Optional.of(Distribution.key(score.total().toBigDecimal())));
        distribution(GRADE).add(score.grade().map(Grade::name));
    }

    private Distribution distribution(String input) {
        return Optional.ofNullable(inputs.get(input))
                .orElseThrow(() -> new IllegalArgumentException("input must be one of " + inputs() + ", was " + input));
    }

    private static <T> Optional<Comparable<?>> key(Field<T> field, Facts facts) {
        Optional<T> value = facts.lead().get(field);
        if (field.personal()) {
            return value.map(any -> true);
        }
        return value.map(field.type()::key).map(key -> key instanceof Comparable<?> ordered ? ordered : key.toString());
    }

    /**
     * Counts leads that another population has counted: those of another part of the leads, or those that were kept. Add
     * <em>all</em> of its counts, because each lead counts once for each input.
     *
     * @param counted one of the {@link #counts()} of a population of the same model
     * @throws IllegalArgumentException if the model does not ask about the input, or the value is not of its type; nothing has
     *     changed then
     * @throws ArithmeticException if the leads with this value leave the range of long, and nothing has changed then; where those with all values
     *     together do, {@link #leads()} throws it
     */
    public void add(Count counted) {
        distribution(counted.input()).add(counted.value(), counted.leads());
    }

    /**
     * Everything that was counted, which makes this population again: {@code counts().forEach(Population.of(model)::add)}.
     *
     * @return the counts, by input and value; missing first
     */
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        inputs.forEach((input, distribution) -> distribution.counts(input, counts));
        return List.copyOf(counts);
    }

    /**
     * What has changed in a later population. Values are put into bins by this population alone: ordered ones into at most ten bins of about
     * equal size, others each by itself for the 19 most frequent, the rest together; missing is a bin of its own.
     *
     * @param later the later population, of the same model
     * @return each input that both know and that has at least two bins, by name
     */
    public List<Drift> drift(Population later) {
        List<Drift> drifts = new ArrayList<>();
        inputs.forEach((input, before) -> Optional.ofNullable(later.inputs.get(input))
                .flatMap(before::index)
                .ifPresent(index -> drifts.add(new Drift(input, index))));
        return List.copyOf(drifts);
    }
}
