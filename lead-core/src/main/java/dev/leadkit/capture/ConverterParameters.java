package dev.leadkit.capture;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a mapping says about how a converter should work, read by the converter's factory. A parameter that nobody asks
 * for is a fault, so ask for each one that may be there. Not thread-safe: used while a mapping is built.
 */
public final class ConverterParameters {

    private final Map<String, List<String>> values;
    private final String path;
    private final Consumer<? super Fault> faults;
    private final TreeSet<String> asked = new TreeSet<>();

    ConverterParameters(Map<String, List<String>> values, String path, Consumer<? super Fault> faults) {
        this.values = values;
        this.path = path;
        this.faults = faults;
    }

    /**
     * A parameter that is a list; one text is a list of one.
     *
     * @param name the parameter's name
     * @return its texts, or empty if it is not there
     */
    public Optional<List<String>> list(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A parameter that is one text. More than one is a fault.
     *
     * @param name the parameter's name
     * @return the text, or empty if it is not there
     */
    public Optional<String> text(String name) {
        Optional<List<String>> list = list(name);
        if (list.isPresent() && list.get().size() != 1) {
            refuse(name, "one text", list.get().size() + " texts");
            return Optional.empty();
        }
        return list.map(texts -> texts.get(0));
    }

    /**
     * A parameter that is one of some words.
     *
     * @param name the parameter's name
     * @param words the words; the first holds if the parameter is not there
     * @return one of the words; anything else is a fault
     */
    public String word(String name, String... words) {
        String word = text(name).orElse(words[0]);
        if (!List.of(words).contains(word)) {
            refuse(name, "one of " + String.join(", ", words), "\"" + word + "\"");
            return words[0];
        }
        return word;
    }

    /**
     * A parameter that is a whole number.
     *
     * @param name the parameter's name
     * @param least the least that it may be
     * @param otherwise what holds if the parameter is not there
     * @return the number; anything else is a fault
     */
    public int whole(String name, int least, int otherwise) {
        String text = text(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number that is too small.
        }
        refuse(name, "a whole number from " + least + " up", "\"" + text + "\"");
        return otherwise;
    }

    /**
     * Reports that a parameter is wrong.
     *
     * @param name the parameter's name
     * @param rule what it must be, as the rest of "must be ..."
     * @param value what it was, quoted, or empty if it was missing
     */
    public void refuse(String name, String rule, String value) {
        faults.accept(new Fault(path + ".parameters." + name, rule, value));
    }

    void refuseWithout(String artifact) {
        faults.accept(new Fault(
                path + ".converter",
                "a converter whose library is on the class path",
                "one whose library is missing",
                "Add " + artifact + "."));
    }

    void refuseUnasked() {
        for (String name : new TreeSet<>(values.keySet())) {
            if (!asked.contains(name)) {
                faults.accept(new Fault(
                        path + ".parameters." + name,
                        "a parameter of the converter",
                        "\"" + name + "\"",
                        Suggestion.of(name, asked)));
            }
        }
    }
}
