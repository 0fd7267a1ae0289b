package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Bits by the places of teams, against a plain set of numbers. */
class SurvivorsProperties {

    private static final List<Requirement> REQUIREMENTS = List.of(
            requirement("roofs", 1), requirement("roofs", 3), requirement("french", 2), requirement("never", 1));

    private static Requirement requirement(String skill, int level) {
        return new Requirement(field(StandardFields.COUNTRY).is(skill), skill, level);
    }

    private static List<Rep> reps(int size, SplittableRandom chance) {
        List<Rep> reps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            TreeMap<String, Integer> skills = new TreeMap<>();
            for (String skill : List.of("roofs", "french")) {
                if (chance.nextBoolean()) {
                    skills.put(skill, 1 + chance.nextInt(Rep.MOST_LEVEL));
                }
            }
            reps.add(new Rep(new RepId("r" + i), new TreeSet<>(), skills, 1, 1, chance.nextInt(5) > 0));
        }
        return reps;
    }

    private static SortedSet<Integer> active(List<Rep> reps) {
        return IntStream.range(0, reps.size())
                .filter(i -> reps.get(i).active())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BitSet some(int of, SplittableRandom chance) {
        BitSet some = new BitSet();
        IntStream.range(0, of).filter(i -> chance.nextInt(3) > 0).forEach(some::set);
        return some;
    }

    @Property(tries = 300)
    void narrowingLeavesWhomAPlainSetLeaves(
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 30) int words,
            @ForAll long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Rep> reps = reps(size, chance);
        Teams teams = new Teams(reps, REQUIREMENTS, words);
        Survivors left = new Survivors(teams.everybody());
        SortedSet<Integer> expected = new TreeSet<>();
        for (int step = 0; step < 12; step++) {
            int drawn = chance.nextInt(9);
            if (step == 0 || drawn == 0) {
                left.start();
                expected = active(reps);
            } else if (drawn < 3) {
                BitSet members = some(size, chance);
                left.within(teams.of(members));
                expected.removeIf(rep -> !members.get(rep));
            } else if (drawn < 5) {
                int number = chance.nextInt(REQUIREMENTS.size());
                Requirement asked = REQUIREMENTS.get(number);
                left.meeting(number);
                expected.removeIf(rep -> reps.get(rep).level(asked.skill()) < asked.level());
            } else if (drawn < 7) {
                int odd = chance.nextInt(5);
                left.keepIf(rep -> rep % 5 != odd);
                expected.removeIf(rep -> rep % 5 == odd);
            } else if (drawn < 8) {
                int[] before = Arrays.copyOf(left.list(), left.size());
                int[] numbers = chance.ints(before.length, -2, 3).toArray();
                left.keepNotNegative(numbers);
                for (int i = 0; i < before.length; i++) {
                    if (numbers[i] < 0) {
                        expected.remove(before[i]);
                    }
                }
            } else {
                int only = chance.nextInt(size);
                left.only(only);
                expected = new TreeSet<>(List.of(only));
            }
            check(left, expected, size);
        }
    }

    private static void check(Survivors left, SortedSet<Integer> expected, int size) {
        assertThat(left.size()).isEqualTo(expected.size());
        for (int rep = 0; rep < size; rep++) {
            assertThat(left.has(rep)).as("rep %d", rep).isEqualTo(expected.contains(rep));
        }
        assertThat(Arrays.copyOf(left.list(), left.size()))
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());
    }
}
