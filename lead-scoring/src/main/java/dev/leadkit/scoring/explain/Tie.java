package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parts that ask about the same, and how they can turn out together as far as no proof says otherwise. Immutable. */
final class Tie {

    private static final Tie NOTHING = new Tie(List.of(), List.of(new int[0]));

    private final List<Part> parts;
    private final List<int[]> states;

    private Tie(List<Part> parts, List<int[]> states) {
        this.parts = List.copyOf(parts);
        this.states = List.copyOf(states);
    }

    List<Part> parts() {
        return parts;
    }

    /** For each part the number of its outcome; zeros are what is so now. */
    List<int[]> states() {
        return states;
    }

    /** A part by itself, of which nothing is proved. */
    static Tie free(Part part) {
        return new Tie(
                List.of(part),
                IntStream.range(0, part.outcomes().size())
                        .mapToObj(outcome -> new int[] {outcome})
                        .toList());
    }

    /** Ties that share nothing but a part; empty where that makes too many states or takes too many proofs. */
    static Optional<Tie> of(Collection<Tie> ties, Part part, Contradictions proofs) {
        Optional<Tie> all = Optional.of(NOTHING);
        for (Tie tie : ties) {
            all = all.flatMap(before -> before.times(tie));
        }
        return all.flatMap(tie -> tie.with(part, proofs));
    }

    private Optional<Tie> times(Tie other) {
        if ((long) states.size() * other.states.size() > SmallestChange.MOST_STATES) {
            return Optional.empty();
        }
        List<Part> both = new ArrayList<>(parts);
        both.addAll(other.parts);
        List<int[]> products = new ArrayList<>();
        for (int[] one : states) {
            other.states.forEach(two -> products.add(
                    IntStream.concat(IntStream.of(one), IntStream.of(two)).toArray()));
        }
        return Optional.of(new Tie(both, products));
    }

    private Optional<Tie> with(Part part, Contradictions proofs) {
        List<int[]> more = new ArrayList<>();
        for (int[] state : states) {
            for (int outcome : possible(state, part, proofs)) {
                more.add(IntStream.concat(IntStream.of(state), IntStream.of(outcome))
                        .toArray());
            }
            if (more.size() > SmallestChange.MOST_STATES || proofs.isExhausted()) {
                return Optional.empty();
            }
        }
        List<Part> all = new ArrayList<>(parts);
        all.add(part);
        return Optional.of(new Tie(all, more));
    }

    /** Where all ways of a part but one are refuted pair by pair, the last one needs no look at the whole. */
    private List<Integer> possible(int[] state, Part part, Contradictions proofs) {
        List<Outcome> known = outcomes(state);
        List<Integer> left = IntStream.range(0, part.outcomes().size())
                .filter(i -> known.stream()
                        .noneMatch(each -> proofs.isProven(each, part.outcomes().get(i))))
                .boxed()
                .toList();
        if (part.isWhole() && left.size() == 1) {
            return left;
        }
        return left.stream()
                .filter(i -> {
                    List<Outcome> all = new ArrayList<>(known);
                    all.add(part.outcomes().get(i));
                    return !proofs.isProven(all);
                })
                .toList();
    }

    List<Outcome> outcomes(int[] state) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).outcomes().get(state[i]))
                .toList();
    }
}
