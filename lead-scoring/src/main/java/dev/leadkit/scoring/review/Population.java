package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the leads of some time were like, as a model sees them: the values of the fields that it asks about, how many interactions they had
 * of each type that it asks about, and their scores and grades. Two of them tell whether leads have changed since.
 * Of personal data it keeps only whether there is any. Memory grows with the number of different values. Not thread-safe.
 */
public final class Population {

    private final SortedMap<String, Field<?>> fields = new TreeMap<>();
    private final TreeSet<String> types = new TreeSet<>();
    private final SortedMap<String, Distribution> inputs = new TreeMap<>();

    private Population(ScoringModel model) {
        for (Placed placed : Placed.all(model)) {
            ask(Asked.by(placed.rule()));
        }
        model.grading().disqualifiers().forEach(each -> ask(Asked.by(each.when())));
    }

    private void ask(Asked asked) {
        asked.fields().forEach(field -> fields.putIfAbsent("field " + field.name(), field));
        asked.filters().forEach(filter -> types.addAll(filter.types()));
    }

    /**
     * How one thing about leads has changed.
     *
     * @param input what it is: {@code field country}, {@code interactions email.opened}, {@code score} or {@code grade}
     * @param index how far its distribution moved, and how far chance would move it
     */
    public record Drift(String input, StabilityIndex index) {}

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
            distribution("interactions " + type).add(Optional.of(count));
        }
        distribution("score").add(Optional.of(score.total().units()));
        distribution("grade").add(score.grade().map(Grade::name));
    }

    private Distribution distribution(String input) {
        return inputs.computeIfAbsent(input, none -> new Distribution());
    }

    private static <T> Optional<Comparable<?>> key(Field<T> field, Facts facts) {
        Optional<T> value = facts.lead().get(field);
        if (field.personal()) {
            return value.map(any -> true);
        }
        return value.map(field.type()::key).map(key -> key instanceof Comparable<?> ordered ? ordered : key.toString());
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
