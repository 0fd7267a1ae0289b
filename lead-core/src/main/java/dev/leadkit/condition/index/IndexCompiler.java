package dev.leadkit.condition.index;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Matches;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.index.CompiledIndex.Candidate;
import dev.leadkit.condition.index.CompiledIndex.Count;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an index of conditions. For one index. */
final class IndexCompiler {

    /** How many conjunctions a condition may come to before it is told by its formula. */
    static final int MOST_TERMS = 16;

    /** How many conjunctions an index tells by bits. */
    static final int MOST_BITS = 4_096;

    /** How many words all bits of all cells may take. */
    private static final int MOST_BIT_WORDS = 1 << 19;

    /** How many entries with a mixture of patterns may be told by the cells of one slot. */
    private static final int MOST_MIXED = 256;

    final List<Condition> conditions;
    final Lanes lanes;
    final boolean keeps;
    final List<AgeCondition> ageConditions = new ArrayList<>();
    final List<InteractionCondition> countConditions = new ArrayList<>();
    final long[] base;
    final List<Integer> always = new ArrayList<>();
    final List<Integer> ofBit = new ArrayList<>();
    final List<Candidate> candidates = new ArrayList<>();
    final List<Candidate> formulas = new ArrayList<>();
    final List<Integer> evaluated = new ArrayList<>();

    private final List<InteractionFilter> others;
    final boolean memo;
    final Optional<LeadZone> whose;
    private final Map<Key, Asked> asked = new TreeMap<>(
            Comparator.comparing(Key::name).thenComparing(key -> key.type().name()));
    private final Map<InteractionCondition, Integer> plainCounts = new LinkedHashMap<>();
    private final List<ValueSlot<?>> values = new ArrayList<>();
    private final List<AgeSlot> ages = new ArrayList<>();
    private final List<CellTable.Plan> plans = new ArrayList<>();
    private final int[] mixed;
    private final int bitLimit;
    private final List<CellTable> tables = new ArrayList<>();

    /** A field, whatever the condition says of its being personal. */
    private record Key(String name, FieldType<?> type) {

        static Key of(Field<?> field) {
            return new Key(field.name(), field.type());
        }
    }

    /** What is asked of a field. */
    private static final class Asked {

        private final List<FieldTest> tests = new ArrayList<>();
        private final List<AgeCondition> ages = new ArrayList<>();
        private Field<?> field;
        private int value = Slot.NONE;
        private int age = Slot.NONE;

        Asked(Field<?> field) {
            this.field = field;
        }
    }

    private record ValueSlot<F>(Domain<F> domain) {}

    IndexCompiler(IndexPlan plan) {
        this.conditions = plan.conditions();
        this.lanes = plan.lanes();
        this.others = plan.filters();
        this.memo = plan.options().memo();
        this.whose = plan.options().whose();
        this.base = lanes.zero();
        conditions.forEach(this::collect);
        asked.values().stream().filter(each -> !each.tests.isEmpty()).forEach(this::addValue);
        asked.values().stream().filter(each -> !each.ages.isEmpty()).forEach(this::addAge);
        zoneField().ifPresent(this::asked);
        plainCounts.replaceAll((count, none) -> addPlan(2));
        this.mixed = new int[plans.size()];
        this.bitLimit = bitLimit();
        boolean evaluates = false;
        for (int entry = 0; entry < conditions.size(); entry++) {
            evaluates |= add(entry);
        }
        this.keeps = evaluates || plan.options().keeps();
        buildTables();
    }

    boolean asksDates() {
        return ageConditions.stream().anyMatch(age -> age.field().type() == FieldType.DATE);
    }

    /** Which field names the time zone, where that makes a difference. */
    private Optional<Field<String>> zoneField() {
        return asksDates() ? whose.flatMap(LeadZone::field) : Optional.empty();
    }

    private int bitLimit() {
        long codes = 1;
        for (ValueSlot<?> slot : values) {
            codes += slot.domain().codes();
        }
        for (AgeSlot slot : ages) {
            codes += slot.codes();
        }
        codes += 2L * plainCounts.size();
        return (int) Math.max(Long.SIZE, Math.min(MOST_BITS, MOST_BIT_WORDS / codes * Long.SIZE));
    }

    private void collect(Condition condition) {
        condition.leaves().forEach(leaf -> {
            if (leaf instanceof FieldCondition<?> field) {
                collectField(field);
            } else if (leaf instanceof AgeCondition age) {
                asked(age.field()).ages.add(age);
                ageConditions.add(age);
            } else if (leaf instanceof InteractionCondition count) {
                collectCount(count);
            }
        });
    }

    private void collectField(FieldCondition<?> leaf) {
        if (!(leaf.test() instanceof Matches)) {
            asked(leaf.field()).tests.add(leaf.test());
        }
    }

    private void collectCount(InteractionCondition count) {
        if (!Regular.isIn(count)) {
            plainCounts.putIfAbsent(count, -1);
        }
        countConditions.add(count);
    }

    private Asked asked(Field<?> field) {
        Asked known = asked.computeIfAbsent(Key.of(field), none -> new Asked(field));
        known.field = field.personal() ? field : known.field;
        return known;
    }

    private int addPlan(int codes) {
        plans.add(new CellTable.Plan(codes));
        return plans.size() - 1;
    }

    private void addValue(Asked each) {
        ValueSlot<?> slot = new ValueSlot<>(Domain.of(each.field, each.tests, memo));
        values.add(slot);
        each.value = addPlan(slot.domain().codes());
    }

    private void addAge(Asked each) {
        AgeSlot slot = new AgeSlot(each.ages);
        each.age = addPlan(slot.codes()) - values.size();
        ages.add(slot);
    }

    /** Adds an entry; tells whether its condition must be evaluated for some leads. */
    private boolean add(int entry) {
        Condition condition = conditions.get(entry);
        boolean evaluates = Regular.isIn(condition);
        Formula formula = formula(condition, true, evaluates);
        Optional<List<List<Part>>> terms = formula.terms(MOST_TERMS);
        if (terms.isEmpty()) {
            addUnsorted(entry, formula, evaluates);
        } else if (!terms.get().isEmpty()) {
            addTerms(entry, formula, terms.get(), evaluates);
        }
        return evaluates;
    }

    private void addUnsorted(int entry, Formula formula, boolean evaluates) {
        if (formula.equals(Formula.ALWAYS) && evaluates) {
            evaluated.add(entry);
        } else {
            formulas.add(new Candidate(entry, formula, evaluates));
        }
    }

    private void addTerms(int entry, Formula formula, List<List<Part>> terms, boolean evaluates) {
        boolean isAlways = terms.stream().anyMatch(List::isEmpty);
        if (isAlways && evaluates) {
            evaluated.add(entry);
        } else if (isAlways) {
            always.add(entry);
            lanes.add(entry, base, true);
        } else if (terms.stream().anyMatch(term -> term.stream().anyMatch(this::isTooMixed))) {
            addUnsorted(entry, formula, evaluates);
        } else if (evaluates) {
            addCandidates(entry, terms, true);
        } else if (terms.size() == 1 && terms.get(0).size() == 1) {
            Part part = terms.get(0).get(0);
            plans.get(part.slot()).entries.add(part, entry);
        } else if (ofBit.size() + terms.size() <= bitLimit) {
            addBits(entry, terms);
        } else {
            addCandidates(entry, terms, false);
        }
    }

    private boolean isTooMixed(Part part) {
        boolean plain =
                part.isPlain() || Marks.isPattern(part, plans.get(part.slot()).codes());
        return !plain && mixed[part.slot()]++ >= MOST_MIXED;
    }

    private void addBits(int entry, List<List<Part>> terms) {
        for (List<Part> term : terms) {
            int bit = ofBit.size();
            ofBit.add(entry);
            term.forEach(part -> plans.get(part.slot()).terms.add(part, bit));
        }
    }

    /** Found through the part that holds for the smallest share of its slot's codes. */
    private void addCandidates(int entry, List<List<Part>> terms, boolean evaluates) {
        for (List<Part> term : terms) {
            Part rarest =
                    term.stream().min(Comparator.comparingDouble(this::share)).orElseThrow();
            List<Formula> rest = new ArrayList<>();
            term.stream().filter(part -> part != rarest).forEach(part -> rest.add(Formula.one(part)));
            plans.get(rarest.slot()).candidates.add(rarest, candidates.size());
            candidates.add(new Candidate(entry, new Formula.And(List.copyOf(rest)), evaluates));
        }
    }

    private double share(Part part) {
        double codes = plans.get(part.slot()).codes();
        return part.isPlain() ? part.codes().size() / codes : 1 / codes;
    }

    /**
     * When a condition is true, or else, if that is wanted, when it is false; of a condition that is evaluated itself, when it
     * can be that at all, a missing value among it.
     */
    private Formula formula(Condition condition, boolean wanted, boolean possible) {
        if (condition instanceof Condition.All all) {
            return combined(all.parts(), wanted, wanted, possible);
        }
        if (condition instanceof Condition.Any any) {
            return combined(any.parts(), !wanted, wanted, possible);
        }
        return condition instanceof Condition.Not not
                ? formula(not.part(), !wanted, possible)
                : leaf(condition, wanted, possible);
    }

    private Formula combined(List<Condition> parts, boolean all, boolean wanted, boolean possible) {
        List<Formula> formulas =
                parts.stream().map(part -> formula(part, wanted, possible)).toList();
        return all ? Formula.and(formulas) : Formula.or(formulas);
    }

    private Formula leaf(Condition leaf, boolean wanted, boolean possible) {
        Part part = part(leaf, possible ? !wanted : wanted);
        if (part == null) {
            return Formula.ALWAYS;
        }
        if (possible) {
            return part.isPlain() ? whole(Part.of(part.slot(), part.codes().not(codes(part)))) : Formula.ALWAYS;
        }
        return whole(part);
    }

    private int codes(Part part) {
        return plans.get(part.slot()).codes();
    }

    private Formula whole(Part part) {
        return part.isPlain() && part.codes().size() == codes(part) ? Formula.ALWAYS : Formula.one(part);
    }

    /** Nothing for a regular expression. */
    private @Nullable Part part(Condition leaf, boolean wanted) {
        if (leaf instanceof AgeCondition age) {
            int at = asked(age.field()).age;
            return ages.get(at).part(values.size() + at, age, wanted);
        }
        if (leaf instanceof InteractionCondition count) {
            Integer slot = plainCounts.get(count);
            return slot == null ? null : Part.of(slot, CodeSet.one(wanted ? 1 : 0));
        }
        FieldCondition<?> field = (FieldCondition<?>) leaf;
        if (field.test() instanceof Matches) {
            return null;
        }
        int slot = asked(field.field()).value;
        return values.get(slot).domain().part(slot, field.test(), wanted);
    }

    private void buildTables() {
        int words = (ofBit.size() + Long.SIZE - 1) / Long.SIZE;
        for (int i = 0; i < plans.size(); i++) {
            List<int[]> matched = i < values.size() ? values.get(i).domain().matched() : List.of();
            tables.add(plans.get(i).table(lanes, words, matched));
        }
    }

    Slot<?>[] slots() {
        return asked.values().stream().map(each -> slot(each.field, each)).toArray(Slot<?>[]::new);
    }

    @SuppressWarnings("unchecked") // the domain was made for the field
    private <F> Slot<F> slot(Field<F> field, Asked each) {
        Domain.Reader<F> reader =
                each.value < 0 ? null : ((Domain<F>) values.get(each.value).domain()).reader(tables.get(each.value));
        return new Slot<>(field, each.value, each.age, reader);
    }

    /** The place of the lead's own time zone among the slots; none if it makes no difference. */
    int zoneSlot() {
        return zoneField()
                .map(field -> List.copyOf(asked.keySet()).indexOf(Key.of(field)))
                .orElse(Slot.NONE);
    }

    Field<?>[] fields() {
        return asked.values().stream().map(each -> each.field).toArray(Field<?>[]::new);
    }

    Cell[] missing() {
        return tables.subList(0, values.size()).stream()
                .map(table -> table.cell(Domain.MISSING))
                .toArray(Cell[]::new);
    }

    AgeSlot[] ages() {
        return ages.toArray(AgeSlot[]::new);
    }

    CellTable[] ageCells() {
        return tables.subList(values.size(), values.size() + ages.size()).toArray(CellTable[]::new);
    }

    Count[] counts() {
        List<Count> counts = new ArrayList<>();
        plainCounts.forEach((count, slot) -> counts.add(new Count(
                count.within().map(Duration::toNanos).orElse(Long.MAX_VALUE),
                count.atLeast(),
                count.atMost().orElse(Integer.MAX_VALUE),
                tables.get(slot).cell(0),
                tables.get(slot).cell(1))));
        return counts.toArray(Count[]::new);
    }

    InteractionTypes types() {
        return new InteractionTypes(
                plainCounts.keySet().stream().map(InteractionCondition::filter).toList(), others, memo);
    }
}
