package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.LeadFacts;
import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code lead.conversion}: leads that were ever converted over all leads captured, for all and for each group, with Wilson's 95 %
 * interval. The plain formula: leads that are too young to be converted are in the denominator, and undated leads count like any other.
 * Undefined without leads.
 *
 * @param by by what leads are put into groups
 */
public record LeadConversion(Grouping by) implements Kpi<Tally<GroupCount>, Breakdown> {

    private static final String EMPTY = "no leads";

    @Override
    public Tally<GroupCount> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<GroupCount> state, LeadFacts facts) {
        state.add(cell(facts), 1);
    }

    @Override
    public void retract(Tally<GroupCount> state, LeadFacts facts) {
        state.add(cell(facts), -1);
    }

    private GroupCount cell(LeadFacts facts) {
        return new GroupCount(by.of(facts), facts.converted());
    }

    @Override
    public void merge(Tally<GroupCount> into, Tally<GroupCount> from) {
        into.merge(from);
    }

    @Override
    public Breakdown result(Tally<GroupCount> state, Instant asOf) {
        SortedMap<String, KpiResult> groups = new TreeMap<>();
        for (GroupCount cell : state.counts().keySet()) {
            groups.computeIfAbsent(cell.group(), group -> rate(state, group));
        }
        Basis all = Basis.of(state.total(GroupCount::converted), state.total(), Collections.emptySortedMap());
        return new Breakdown(KpiResult.rate(definition(), all, EMPTY), groups);
    }

    private KpiResult rate(Tally<GroupCount> state, String group) {
        long converted = state.count(new GroupCount(group, true));
        long captured = Math.addExact(converted, state.count(new GroupCount(group, false)));
        return KpiResult.rate(groupDefinition(), Basis.of(converted, captured, Collections.emptySortedMap()), EMPTY);
    }

    private static Definition definition() {
        return new Definition(
                "lead.conversion/1",
                "Leads that were ever converted, over all leads captured; young and undated leads are counted.");
    }

    private Definition groupDefinition() {
        return new Definition(
                "lead.conversion/1?by=" + by,
                "Leads of the group that were ever converted, over all leads of the group; a lead without a value is in the group "
                        + Grouping.MISSING + ".");
    }
}
