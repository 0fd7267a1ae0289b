package dev.leadkit.examples.benchmarks.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What is known of a lead: a text or a number. */
public sealed interface Attribute {

    /**
     * Its name.
     *
     * @return the name, also that of a bean's property
     */
    String name();

    /**
     * Its place.
     *
     * @return its place among the attributes of its kind, from 0
     */
    int place();

    /**
     * The texts.
     *
     * @return the 14 attributes that are texts, in their order
     */
    static List<Text> texts() {
        return Catalog.TEXTS;
    }

    /**
     * The numbers.
     *
     * @return the 7 attributes that are numbers, in their order
     */
    static List<Amount> numbers() {
        return Catalog.NUMBERS;
    }

    /**
     * All.
     *
     * @return the texts, then the numbers
     */
    static List<Attribute> all() {
        return Stream.<Attribute>concat(texts().stream(), numbers().stream()).toList();
    }

    /**
     * A text of some hundred that occur, the first far more often than the last.
     *
     * @param name its name
     * @param place its place
     * @param values the texts that occur
     */
    record Text(String name, int place, List<String> values) implements Attribute {

        /** Draws a text. */
        String draw(SplittableRandom chance) {
            return values.get(Catalog.ZIPF.get(place).draw(chance));
        }
    }

    /**
     * A number from 0 up, small ones more often than great ones.
     *
     * @param name its name
     * @param place its place
     * @param most the greatest
     * @param decimals how many decimals it has
     */
    record Amount(String name, int place, int most, int decimals) implements Attribute {

        /** Draws a number. */
        BigDecimal draw(SplittableRandom chance) {
            double drawn = chance.nextDouble();
            return BigDecimal.valueOf(most * drawn * drawn)
                    .setScale(decimals, RoundingMode.DOWN)
                    .stripTrailingZeros();
        }
    }
}
