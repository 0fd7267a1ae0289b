package dev.leadkit.metrics.json;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.quality.Completeness;
import dev.leadkit.metrics.quality.Duplicates;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The audit of the data as a tree for JSON, of the same plain parts as {@link FiguresTree}. It holds lead identifiers, but no values
 * of fields.
 */
public final class AuditTree {

    private AuditTree() {}

    /**
     * The tree of the audit.
     *
     * @param audit the audit
     * @return the tree; equal audits give equal trees, in the same order
     */
    public static Map<String, Object> of(Audit audit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asOf", audit.moment().asOf().toString());
        tree.put("zone", audit.moment().zone().getId());
        tree.put("completeness", completeness(audit.values().completeness()));
        tree.put("validity", validity(audit));
        tree.put("staleness", staleness(audit.values().staleness()));
        tree.put("duplicates", duplicates(audit.duplicates()));
        tree.put("neglect", neglect(audit.neglect()));
        return Collections.unmodifiableMap(tree);
    }

    private static Map<String, Object> completeness(Completeness.Filled filled) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("values", KpiTree.of(filled.values()));
        tree.put("whole", KpiTree.breakdown(filled.whole()));
        tree.put("byField", KpiTree.mapped(filled.byField(), KpiTree::breakdown));
        return tree;
    }

    private static Map<String, Object> validity(Audit audit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("submissions", KpiTree.of(audit.values().validity().submissions()));
        tree.put("byColumn", KpiTree.mapped(audit.values().validity().byColumn(), KpiTree::of));
        return tree;
    }

    private static Map<String, Object> staleness(Staleness.Ages ages) {
        Map<String, Object> tree = new LinkedHashMap<>(age(ages.all()));
        tree.put("byField", KpiTree.mapped(ages.byField(), AuditTree::age));
        return tree;
    }

    private static Map<String, Object> age(Staleness.FieldAge age) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("all", age(age.all()));
        tree.put("bySource", KpiTree.mapped(age.bySource(), AuditTree::age));
        return tree;
    }

    private static Map<String, Object> age(Staleness.Age age) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("p50", KpiTree.of(age.p50()));
        tree.put("p90", KpiTree.of(age.p90()));
        tree.put("stale", KpiTree.of(age.stale()));
        return tree;
    }

    private static Map<String, Object> duplicates(Duplicates.Shared shared) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("any", KpiTree.of(shared.any()));
        tree.put("byKind", KpiTree.mapped(shared.byKind(), AuditTree::kind));
        return tree;
    }

    private static Map<String, Object> kind(Duplicates.Kind kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("leads", KpiTree.of(kind.leads()));
        tree.put("groups", KpiTree.count(kind.groups()));
        tree.put("largest", kind.largest().stream().map(AuditTree::group).toList());
        return tree;
    }

    private static Map<String, Object> group(Duplicates.Group group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("size", KpiTree.count(group.size()));
        tree.put("leads", ids(group.leads()));
        return tree;
    }

    private static Map<String, Object> neglect(Neglect.Forgotten forgotten) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("zombies", quiet(forgotten.zombies()));
        tree.put("waiting", quiet(forgotten.waiting()));
        tree.put("sleeping", quiet(forgotten.sleeping()));
        return tree;
    }

    private static Map<String, Object> quiet(Neglect.Quiet quiet) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("leads", KpiTree.of(quiet.leads()));
        tree.put("longest", ids(quiet.longest()));
        return tree;
    }

    private static List<String> ids(List<LeadId> leads) {
        return leads.stream().map(LeadId::value).toList();
    }
}
