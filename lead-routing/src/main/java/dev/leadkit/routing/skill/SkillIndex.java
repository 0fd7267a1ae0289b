package dev.leadkit.routing.skill;

import static java.util.Objects.requireNonNull;

import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which reps of a plan have a skill at a level or higher: for each requirement of the plan the numbers of the reps who meet it,
 * found in one pass over the reps' skills. Immutable and thread-safe.
 */
public final class SkillIndex {

    private final List<BitSet> meeting;

    private SkillIndex(List<BitSet> meeting) {
        this.meeting = meeting;
    }

    /**
     * Builds an index.
     *
     * @param reps the reps; a rep's number is the place in the list
     * @param requirements the requirements
     * @return the index
     */
    public static SkillIndex of(List<Rep> reps, List<Requirement> requirements) {
        Map<String, BitSet[]> bySkill = new HashMap<>();
        requirements.forEach(each ->
                bySkill.computeIfAbsent(each.skill(), skill -> new BitSet[Rep.MOST_LEVEL + 1])[each.level()] =
                        new BitSet(reps.size()));
        for (int number = 0; number < reps.size(); number++) {
            add(number, reps.get(number), bySkill);
        }
        List<BitSet> meeting = new ArrayList<>(requirements.size());
        requirements.forEach(each -> meeting.add(requireNonNull(bySkill.get(each.skill()))[each.level()]));
        return new SkillIndex(meeting);
    }

    /** Cumulative: a level counts for all that are asked for up to it. */
    private static void add(int number, Rep rep, Map<String, BitSet[]> bySkill) {
        rep.skills().forEach((skill, level) -> {
            BitSet[] levels = bySkill.get(skill);
            for (int asked = 1; levels != null && asked <= level; asked++) {
                if (levels[asked] != null) {
                    levels[asked].set(number);
                }
            }
        });
    }

    /**
     * Who meets a requirement.
     *
     * @param requirement its number in the plan
     * @return the numbers of the reps
     */
    public BitSet meeting(int requirement) {
        return (BitSet) meeting.get(requirement).clone();
    }
}
