package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Someone who takes leads. Immutable and thread-safe. Start with {@link #of} and say more:
 * {@code Rep.of("ann", 40).serving("dach").skilled("german", 5).weighing(2)}.
 *
 * @param id which rep
 * @param territories the territories that the rep serves, in order; {@link #EVERYWHERE} for all, and for leads in none
 * @param skills the rep's level in each skill, {@link #LEAST_LEVEL} to {@link #MOST_LEVEL}, in order of the skills
 * @param capacity the most units of each kind of work that routing gives the rep, a lead being one unit unless the plan says
 *     otherwise; 0 for none, {@link #MOST_CAPACITY} at most
 * @param weight the rep's part in a fair share, 1 to {@link #MOST_WEIGHT}: twice the weight, twice the leads
 * @param active whether the rep takes leads at all now
 * @param capacities the capacities in kinds of work for which another one holds than the {@code capacity}, by the kinds'
 *     names in order; 0 to {@link #MOST_CAPACITY}
 */
public record Rep(
        RepId id,
        SortedSet<String> territories,
        SortedMap<String, Integer> skills,
        int capacity,
        int weight,
        boolean active,
        SortedMap<String, Integer> capacities) {

    /** The name that stands for every territory, and for no territory. */
    public static final String EVERYWHERE = "*";

    /** The lowest level of a skill. */
    public static final int LEAST_LEVEL = 1;

    /** The highest level of a skill. */
    public static final int MOST_LEVEL = 10;

    /** The greatest capacity. */
    public static final int MOST_CAPACITY = 1_000_000;

    /** The greatest weight. */
    public static final int MOST_WEIGHT = 10_000;

    /**
     * Makes a rep.
     *
     * @param id which rep
     * @param territories the territories
     * @param skills the skills with their levels
     * @param capacity the capacity
     * @param weight the weight; a rep that is to get no leads is inactive, not of weight 0
     * @param active whether the rep takes leads
     * @param capacities the capacities in single kinds of work
     * @throws IllegalArgumentException if a name is blank, or a number is out of its bounds
     */
    public Rep {
        requireNonNull(id, "id");
        territories = Collections.unmodifiableSortedSet(new TreeSet<>(territories));
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
        territories.forEach(name -> named("territory", name));
        skills.forEach((skill, level) -> {
            named("skill", skill);
            within("level of " + skill, level, LEAST_LEVEL, MOST_LEVEL);
        });
        within("capacity", capacity, 0, MOST_CAPACITY);
        within("weight", weight, 1, MOST_WEIGHT);
        capacities = Collections.unmodifiableSortedMap(new TreeMap<>(capacities));
        capacities.forEach((kind, most) -> {
            named("kind of work", kind);
            within("capacity of " + kind, most, 0, MOST_CAPACITY);
        });
    }

    /**
     * Makes a rep with the same capacity in every kind of work.
     *
     * @param id which rep
     * @param territories the territories
     * @param skills the skills with their levels
     * @param capacity the capacity
     * @param weight the weight
     * @param active whether the rep takes leads
     */
    public Rep(
            RepId id,
            SortedSet<String> territories,
            SortedMap<String, Integer> skills,
            int capacity,
            int weight,
            boolean active) {
        this(id, territories, skills, capacity, weight, active, new TreeMap<>());
    }

    /**
     * An active rep of weight 1 without territories and skills.
     *
     * @param id which rep
     * @param capacity the most open leads
     * @return the rep
     */
    public static Rep of(String id, int capacity) {
        return new Rep(new RepId(id), new TreeSet<>(), new TreeMap<>(), capacity, 1, true);
    }

    /**
     * The same rep, who serves more territories.
     *
     * @param more the further territories
     * @return the rep
     */
    public Rep serving(String... more) {
        SortedSet<String> all = new TreeSet<>(territories);
        all.addAll(Set.of(more));
        return new Rep(id, all, skills, capacity, weight, active, capacities);
    }

    /**
     * The same rep with one more skill.
     *
     * @param skill which skill
     * @param level how well, {@link #LEAST_LEVEL} to {@link #MOST_LEVEL}
     * @return the rep
     */
    public Rep skilled(String skill, int level) {
        SortedMap<String, Integer> all = new TreeMap<>(skills);
        all.put(skill, level);
        return new Rep(id, territories, all, capacity, weight, active, capacities);
    }

    /**
     * The same rep with another weight.
     *
     * @param other the weight
     * @return the rep
     */
    public Rep weighing(int other) {
        return new Rep(id, territories, skills, capacity, other, active, capacities);
    }

    /**
     * The same rep with another capacity in one kind of work.
     *
     * @param kind the kind's name
     * @param most the most units of it
     * @return the rep
     */
    public Rep taking(String kind, int most) {
        SortedMap<String, Integer> all = new TreeMap<>(capacities);
        all.put(kind, most);
        return new Rep(id, territories, skills, capacity, weight, active, all);
    }

    /**
     * The most units of a kind of work.
     *
     * @param kind the kind's name
     * @return the capacity in it
     */
    public int capacity(String kind) {
        return capacities.getOrDefault(kind, capacity);
    }

    /**
     * The same rep, who takes no leads now.
     *
     * @return the rep, inactive
     */
    public Rep inactive() {
        return new Rep(id, territories, skills, capacity, weight, false, capacities);
    }

    /**
     * How well the rep has a skill.
     *
     * @param skill which skill
     * @return the level, 0 without the skill
     */
    public int level(String skill) {
        return skills.getOrDefault(skill, 0);
    }

    /**
     * Whether the rep serves a territory by its name or everywhere.
     *
     * @param territory its identifier
     * @return true if so
     */
    public boolean serves(String territory) {
        return territories.contains(territory) || territories.contains(EVERYWHERE);
    }

    private static void named(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + " must be a text, was blank");
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be from " + least + " to " + most + ", was " + value);
        }
    }

    @Override
    public String toString() {
        return "Rep[" + id + "]";
    }
}
