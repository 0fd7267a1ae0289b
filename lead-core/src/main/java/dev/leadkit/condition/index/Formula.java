package dev.leadkit.condition.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When a condition is true, in terms of cells: only "and" and "or" of what is asked of single slots. Kleene's logic allows
 * this: a condition is true exactly where the tree is, if each leaf stands for "is true", or, below an odd number of
 * negations, for "is false". Immutable.
 */
sealed interface Formula {

    /** True everywhere. */
    Formula ALWAYS = new And(List.of());

    /** True nowhere. */
    Formula NEVER = new Or(List.of());

    /** Whether it is true of these cells, one for each slot. */
    boolean holds(Cell[] cells);

    /** All of some; what is asked of one slot without patterns is one question. */
    static Formula and(Collection<Formula> parts) {
        Map<Integer, Part> bySlot = new TreeMap<>();
        List<Formula> others = new ArrayList<>();
        for (Formula part : parts) {
            if (part.equals(NEVER)) {
                return NEVER;
            }
            if (part instanceof One one && one.part().isPlain()) {
                bySlot.merge(one.part().slot(), one.part(), Part::and);
            } else if (part instanceof And and) {
                others.addAll(and.parts());
            } else {
                others.add(part);
            }
        }
        if (bySlot.values().stream().anyMatch(Part::isEmpty)) {
            return NEVER;
        }
        bySlot.values().forEach(part -> others.add(new One(part)));
        return others.size() == 1 ? others.get(0) : new And(List.copyOf(others));
    }

    /** At least one of some; what is asked of one slot without patterns is one question. */
    static Formula or(Collection<Formula> parts) {
        Map<Integer, CodeSet> bySlot = new TreeMap<>();
        List<Formula> others = new ArrayList<>();
        for (Formula part : parts) {
            if (part.equals(ALWAYS)) {
                return ALWAYS;
            }
            if (part instanceof One one && one.part().isPlain()) {
                bySlot.merge(one.part().slot(), one.part().codes(), CodeSet::or);
            } else if (part instanceof Or or) {
                others.addAll(or.parts());
            } else {
                others.add(part);
            }
        }
        bySlot.forEach((slot, codes) -> others.add(one(Part.of(slot, codes))));
        return others.size() == 1 ? others.get(0) : new Or(List.copyOf(others));
    }

    static Formula one(Part part) {
        return part.isEmpty() ? NEVER : new One(part);
    }

    /** As alternatives of conjunctions without parts within, or empty if there were more than so many. */
    Optional<List<List<Part>>> terms(int most);

    /** One question to one slot. */
    record One(Part part) implements Formula {

        @Override
        public boolean holds(Cell[] cells) {
            return part.holds(cells[part.slot()]);
        }

        @Override
        public Optional<List<List<Part>>> terms(int most) {
            return Optional.of(List.of(List.of(part)));
        }
    }

    /** All of them. */
    record And(List<Formula> parts) implements Formula {

        @Override
        public boolean holds(Cell[] cells) {
            for (Formula part : parts) {
                if (!part.holds(cells)) {
                    return false;
                }
            }
            return true;
        }

        /** First what is one question, so that the product of the others is short. */
        @Override
        public Optional<List<List<Part>>> terms(int most) {
            Map<Integer, Part> common = new TreeMap<>();
            for (Formula part : parts) {
                if (part instanceof One one) {
                    common.merge(one.part().slot(), one.part(), Part::and);
                }
            }
            List<List<Part>> product = possible(common);
            for (Formula part : parts) {
                if (!(part instanceof One)) {
                    Optional<List<List<Part>>> other = part.terms(most);
                    if (other.isEmpty() || (long) product.size() * other.get().size() > most) {
                        return Optional.empty();
                    }
                    product = times(product, other.get());
                }
            }
            return Optional.of(product);
        }

        private static List<List<Part>> times(List<List<Part>> some, List<List<Part>> others) {
            List<List<Part>> product = new ArrayList<>();
            for (List<Part> one : some) {
                for (List<Part> other : others) {
                    Map<Integer, Part> both = new TreeMap<>();
                    one.forEach(part -> both.put(part.slot(), part));
                    other.forEach(part -> both.merge(part.slot(), part, Part::and));
                    product.addAll(possible(both));
                }
            }
            return product;
        }

        private static List<List<Part>> possible(Map<Integer, Part> parts) {
            return parts.values().stream().anyMatch(Part::isEmpty) ? List.of() : List.of(List.copyOf(parts.values()));
        }
    }

    /** At least one of them. */
    record Or(List<Formula> parts) implements Formula {

        @Override
        public boolean holds(Cell[] cells) {
            for (Formula part : parts) {
                if (part.holds(cells)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Optional<List<List<Part>>> terms(int most) {
            List<List<Part>> all = new ArrayList<>();
            for (Formula part : parts) {
                Optional<List<List<Part>>> some = part.terms(most);
                if (some.isEmpty() || all.size() + some.get().size() > most) {
                    return Optional.empty();
                }
                all.addAll(some.get());
            }
            return Optional.of(all);
        }
    }
}
