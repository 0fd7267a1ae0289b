package dev.leadkit.metrics.quality;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.quality.FieldCell.Kind;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code data.completeness}: leads that have a value of a field, over all leads, for each field, in all and by source; and for the
 * wanted fields together, how many of their values are there and how many leads have all of them. Whether the values are good is
 * not asked: see {@link Validity}. A lead whose personal data was erased has no values of personal fields. Memory grows with
 * fields times sources.
 *
 * @param fields the fields that are looked at, by name
 * @param wanted the fields that a good lead has, some of {@code fields}
 */
public record Completeness(SortedSet<String> fields, SortedSet<String> wanted)
        implements Accumulator<AuditFacts, Tally<FieldCell>, Completeness.Filled> {

    private static final String EMPTY = "no leads";
    private static final int PRINT_BYTES = 4;

    /**
     * Keeps copies, and checks that what is wanted is looked at.
     *
     * @param fields the fields that are looked at
     * @param wanted the fields that a good lead has
     */
    public Completeness {
        fields = copy(fields);
        wanted = copy(wanted);
        if (!fields.containsAll(wanted)) {
            throw new IllegalArgumentException("wanted must be some of the fields, was " + wanted + " of " + fields);
        }
    }

    private static SortedSet<String> copy(Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * The result.
     *
     * @param values values of wanted fields that are there, over leads times wanted fields
     * @param whole leads that have all wanted fields, over all leads, in all and by source
     * @param byField for each field the leads that have a value of it, over all leads, in all and by source
     */
    public record Filled(
            KpiResult values, Breakdown<KpiResult> whole, SortedMap<String, Breakdown<KpiResult>> byField) {

        /**
         * Keeps a copy.
         *
         * @param values values of wanted fields that are there
         * @param whole leads that have all wanted fields
         * @param byField leads that have a value, by field
         */
        public Filled {
            byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
        }
    }

    @Override
    public Tally<FieldCell> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<FieldCell> state, AuditFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Tally<FieldCell> state, AuditFacts facts) {
        count(state, facts, -1);
    }

    private void count(Tally<FieldCell> state, AuditFacts facts, long times) {
        Set<String> there = facts.words().keySet();
        state.add(new FieldCell(Kind.LEAD, "", facts.source()), times);
        if (there.containsAll(wanted)) {
            state.add(new FieldCell(Kind.WHOLE, "", facts.source()), times);
        }
        there.stream()
                .filter(field -> fields.contains(field))
                .forEach(field -> state.add(new FieldCell(Kind.VALUE, field, facts.source()), times));
    }

    @Override
    public void merge(Tally<FieldCell> into, Tally<FieldCell> from) {
        into.merge(from);
    }

    @Override
    public Filled result(Tally<FieldCell> state, Instant asOf) {
        SortedMap<String, Breakdown<KpiResult>> byField = new TreeMap<>();
        fields.forEach(field -> byField.put(field, breakdown(state, Kind.VALUE, field)));
        return new Filled(values(state), breakdown(state, Kind.WHOLE, ""), byField);
    }

    private KpiResult values(Tally<FieldCell> state) {
        long there = state.total(cell -> cell.kind() == Kind.VALUE && wanted.contains(cell.field()));
        long leads = state.total(cell -> cell.kind() == Kind.LEAD);
        Basis basis = Basis.of(there, Math.multiplyExact(leads, (long) wanted.size()), Collections.emptySortedMap());
        return KpiResult.quotient(
                definition(
                        "data.completeness.values/1?fields=" + print(),
                        "Values of the wanted fields (" + names()
                                + ") that are there, over the number of leads times that of the wanted fields."),
                KpiUnit.SHARE,
                basis,
                wanted.isEmpty() ? "no fields are wanted" : EMPTY);
    }

    private Breakdown<KpiResult> breakdown(Tally<FieldCell> state, Kind kind, String field) {
        String id = kind == Kind.VALUE
                ? "data.completeness/1?field=" + field
                : "data.completeness.whole/1?fields=" + print();
        String what = kind == Kind.VALUE
                ? "that have a value of the field"
                : "that have a value of every wanted field (" + names() + ")";
        SortedMap<String, KpiResult> groups = new TreeMap<>();
        Definition ofGroup =
                definition(id + "&by=source", "Leads of the source " + what + ", over all leads of the source.");
        for (FieldCell lead : state.counts().keySet()) {
            if (lead.kind() == Kind.LEAD) {
                long there = state.count(new FieldCell(kind, field, lead.source()));
                groups.put(lead.source(), rate(ofGroup, there, state.count(lead)));
            }
        }
        long there = state.total(cell -> cell.kind() == kind && cell.field().equals(field));
        long leads = state.total(cell -> cell.kind() == Kind.LEAD);
        return new Breakdown<>(rate(definition(id, "Leads " + what + ", over all leads."), there, leads), groups);
    }

    private static KpiResult rate(Definition definition, long there, long leads) {
        return KpiResult.rate(definition, Basis.of(there, leads, Collections.emptySortedMap()), EMPTY);
    }

    private static Definition definition(String id, String meaning) {
        return new Definition(id, meaning + " A blank text is no value.");
    }

    /** Names would make the identifier as long as the list; the meaning spells them out. */
    private String print() {
        return Fingerprint.of(PRINT_BYTES, wanted.toArray(String[]::new));
    }

    private String names() {
        return String.join(", ", wanted);
    }
}
