package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ties parts that ask about the same, those of one subject first. A part that would make a tie too great is left loose: it
 * turns over by itself, unless it never or always holds.
 */
final class Ties {

    private final Contradictions proofs = new Contradictions();
    private final TreeMap<String, Tie> byName = new TreeMap<>();
    private final Map<Tie, Set<String>> names = new HashMap<>();
    private final Set<Tie> ties = new LinkedHashSet<>();
    private final List<Part> parts;
    private boolean hasLoose;

    Ties(List<Part> parts) {
        this.parts = parts;
        IdentityHashMap<Part, Set<String>> asked = new IdentityHashMap<>();
        parts.forEach(part -> asked.put(part, Subjects.of(part.conditions())));
        parts.stream()
                .sorted(Comparator.comparingInt(
                        part -> asked.getOrDefault(part, Set.of()).size()))
                .forEach(part -> add(part, asked.getOrDefault(part, Set.of())));
    }

    Collection<Tie> ties() {
        return ties;
    }

    private void add(Part part, Set<String> asked) {
        Set<Tie> met = met(asked);
        Tie.of(met, part, proofs).ifPresentOrElse(tie -> replace(met, asked, tie), () -> addLoose(part));
    }

    private void addLoose(Part part) {
        hasLoose = true;
        ties.add(Tie.of(Set.of(), part, proofs).orElseGet(() -> Tie.free(part)));
    }

    private Set<Tie> met(Set<String> asked) {
        Set<Tie> met = new LinkedHashSet<>();
        asked.stream().filter(byName::containsKey).forEach(name -> met.add(byName.get(name)));
        if (asked.contains(Subjects.TYPE)) {
            met.addAll(byName.tailMap(Subjects.TYPE).values());
        } else if (byName.containsKey(Subjects.TYPE)
                && asked.stream().anyMatch(name -> name.startsWith(Subjects.TYPE))) {
            met.add(byName.get(Subjects.TYPE));
        }
        return met;
    }

    private void replace(Set<Tie> met, Set<String> asked, Tie tie) {
        Set<String> all = new TreeSet<>(asked);
        for (Tie old : met) {
            all.addAll(names.getOrDefault(old, Set.of()));
            names.remove(old);
            ties.remove(old);
        }
        ties.add(tie);
        names.put(tie, all);
        all.forEach(name -> byName.put(name, tie));
    }

    /**
     * Whether no proof is known that a way is one that no lead can take. Of tied parts that is sure beforehand.
     *
     * @param moves all that turns out otherwise
     */
    boolean isOpen(List<Move> moves) {
        if (!hasLoose) {
            return true;
        }
        Map<String, Flip> flips = new HashMap<>();
        moves.forEach(move -> flips.put(move.flip().rule(), move.flip()));
        List<Outcome> all = new ArrayList<>();
        for (Part part : parts) {
            Flip flip = flips.get(part.now().rule());
            all.add(flip == null ? part.outcomes().get(0) : part.after(flip));
        }
        return !Contradictions.isRefuted(all);
    }
}
