package dev.leadkit.examples.benchmarks.workload;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead of the workload, from which contenders make the form that suits them. */
public final class Person {

    private final @Nullable String[] texts;
    private final double[] numbers;
    private final List<Act> acts;
    private final long asOf;

    Person(@Nullable String[] texts, double[] numbers, List<Act> acts, long asOf) {
        this.texts = texts;
        this.numbers = numbers;
        this.acts = acts;
        this.asOf = asOf;
    }

    /**
     * A text.
     *
     * @param place the attribute's place
     * @return the text, or null if it is missing
     */
    public @Nullable String text(int place) {
        return texts[place];
    }

    /**
     * A number.
     *
     * @param place the attribute's place
     * @return the number, or NaN if it is missing
     */
    public double number(int place) {
        return numbers[place];
    }

    /**
     * What the lead did.
     *
     * @return all acts, oldest first
     */
    public List<Act> acts() {
        return acts;
    }

    /**
     * The moment that is scored for.
     *
     * @return milliseconds of the epoch, not before the last act
     */
    public long asOf() {
        return asOf;
    }

    /**
     * The same lead with nothing missing: what it lacks is that of the next one who has it.
     *
     * @param all all leads, one of whom has each attribute
     * @param own the place of this one among them
     * @return a lead with values of its own
     */
    public Person filledFrom(List<Person> all, int own) {
        @Nullable String[] words = texts.clone();
        double[] amounts = numbers.clone();
        for (int place = 0; place < words.length; place++) {
            for (int next = own; words[place] == null; next++) {
                String other = all.get(next % all.size()).texts[place];
                words[place] = other == null ? null : People.copy(other);
            }
        }
        for (int place = 0; place < amounts.length; place++) {
            for (int next = own; Double.isNaN(amounts[place]); next++) {
                amounts[place] = all.get(next % all.size()).numbers[place];
            }
        }
        return new Person(words, amounts, acts, asOf);
    }

    /**
     * The attributes as a map.
     *
     * @return a String or a BigDecimal for each attribute that is not missing
     */
    public Map<String, Object> map() {
        Map<String, Object> map = new HashMap<>();
        for (Attribute.Text attribute : Attribute.texts()) {
            String text = texts[attribute.place()];
            if (text != null) {
                map.put(attribute.name(), text);
            }
        }
        for (Attribute.Amount attribute : Attribute.numbers()) {
            double number = numbers[attribute.place()];
            if (!Double.isNaN(number)) {
                map.put(attribute.name(), BigDecimal.valueOf(number));
            }
        }
        return map;
    }
}
