package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The custom rules that models may name. Immutable and thread-safe: adding one gives a new registry.
 */
public final class RuleRegistry {

    /** The registry without rules. */
    public static final RuleRegistry EMPTY = new RuleRegistry(new TreeMap<>());

    private final SortedMap<String, Rule.Maker> makers;

    private RuleRegistry(SortedMap<String, Rule.Maker> makers) {
        this.makers = makers;
    }

    /**
     * This registry and one more rule.
     *
     * @param name the name that models use; not blank
     * @param maker makes the rule from a model's parameters
     * @return the larger registry
     * @throws IllegalArgumentException if the name is blank or taken
     */
    public RuleRegistry with(String name, Rule.Maker maker) {
        requireNonNull(maker, "maker");
        if (name.isBlank() || makers.containsKey(name)) {
            throw new IllegalArgumentException("rule name must be a new text, was \"" + name + "\"");
        }
        SortedMap<String, Rule.Maker> more = new TreeMap<>(makers);
        more.put(name, maker);
        return new RuleRegistry(more);
    }

    /**
     * The names that models may use.
     *
     * @return the names, in order
     */
    public Collection<String> names() {
        return List.copyOf(makers.keySet());
    }

    /**
     * Makes a rule.
     *
     * @param name its name
     * @param with its parameters
     * @return the rule
     * @throws IllegalArgumentException if there is no such name, or its maker refuses the parameters or fails, or
     *     the rule's reach is out of its bounds
     */
    public Rule make(String name, Map<String, Object> with) {
        Rule.Maker maker = makers.get(name);
        if (maker == null) {
            Fault fault = new Fault(
                    "custom", "a rule of the registry", "\"" + name + "\"", Suggestion.of(name, makers.keySet()));
            throw new IllegalArgumentException(fault.toString());
        }
        return made(name, maker, Parameters.copied(with));
    }

    /** The maker is host code: whatever it does wrong is told as a refusal of the parameters. */
    private static Rule made(String name, Rule.Maker maker, Map<String, Object> with) {
        @Nullable Rule rule;
        try {
            rule = reaching(maker.make(with));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            throw new IllegalArgumentException(
                    "the maker of \"" + name + "\" failed with " + e.getClass().getName(), e);
        }
        if (rule == null) {
            throw new IllegalArgumentException("the maker of \"" + name + "\" must make a rule, made none");
        }
        return rule;
    }

    /** The rule with the reach that it names now: what it would name later is not asked. */
    private static @Nullable Rule reaching(@Nullable Rule rule) {
        return rule == null ? null : Rule.upTo(rule.reach(), rule);
    }
}
