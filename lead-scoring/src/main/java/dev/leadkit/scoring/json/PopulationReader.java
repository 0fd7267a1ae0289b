package dev.leadkit.scoring.json;

import dev.leadkit.fault.Suggestion;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.review.Population;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one population. What cannot be read is a fault and is not counted, and all else is checked, too. */
final class PopulationReader {

    private final Population population;

    PopulationReader(ScoringModel model) {
        this.population = Population.of(model);
    }

    Optional<Population> read(JsonCursor json) {
        json.only("format", "model", "leads", "inputs");
        json.at("format").oneOf(Set.of(PopulationJson.FORMAT));
        VersionJson.read(json.at("model")).ifPresent(model -> checkVersion(json.at("model"), model));
        OptionalLong leads = json.at("leads").wholeNumber(0, Long.MAX_VALUE);
        JsonCursor inputs = json.at("inputs").hidingValues();
        Map<String, JsonCursor> members = inputs.members();
        members.forEach((name, entries) -> {
            if (!population.inputs().contains(name)) {
                entries.fault("an input of the model", Suggestion.of(name, population.inputs()));
            }
        });
        if (inputs.isObject()) {
            population.inputs().forEach(name -> input(name, inputs.at(name), leads));
        }
        return Optional.of(population);
    }

    private void checkVersion(JsonCursor json, ModelRef read) {
        ModelRef model = population.model();
        checkSame(json.at("name"), read.name(), model.name());
        checkSame(json.at("version"), read.version(), model.version());
        checkSame(json.at("hash"), read.hash(), model.hash());
    }

    private static void checkSame(JsonCursor json, String read, String expected) {
        if (!read.equals(expected)) {
            json.fault("that of the model, " + expected, "Hand in the model that looked at the leads.");
        }
    }

    /** A sum is only looked at where every entry was read: else the reason is told already. */
    private void input(String name, JsonCursor json, OptionalLong leads) {
        Set<Optional<String>> values = new HashSet<>();
        BigInteger sum = BigInteger.ZERO;
        boolean isWhole = json.isList();
        for (JsonCursor entry : json.items()) {
            OptionalLong count = entry(name, entry, values);
            isWhole &= count.isPresent();
            sum = sum.add(BigInteger.valueOf(count.orElse(0)));
        }
        if (isWhole && leads.isPresent() && !sum.equals(BigInteger.valueOf(leads.getAsLong()))) {
            json.fault("of " + leads.getAsLong() + " leads together", "It counts " + sum + ".");
        }
    }

    /** How many leads an entry counts; empty after a fault. */
    private OptionalLong entry(String input, JsonCursor json, Set<Optional<String>> values) {
        json.only("value", "leads");
        JsonCursor member = json.at("value");
        OptionalLong leads = json.at("leads").wholeNumber(1, Long.MAX_VALUE);
        Optional<String> value = member.isMissing() ? Optional.empty() : member.anyText();
        boolean isRead = leads.isPresent() && member.isMissing() == value.isEmpty();
        if (isRead && !values.add(value)) {
            json.fault("a value that was not counted before", "");
        }
        return isRead
                        && json.make(() -> counted(new Population.Count(input, value, leads.getAsLong())))
                                .isPresent()
                ? leads
                : OptionalLong.empty();
    }

    private Population counted(Population.Count count) {
        population.add(count);
        return population;
    }
}
