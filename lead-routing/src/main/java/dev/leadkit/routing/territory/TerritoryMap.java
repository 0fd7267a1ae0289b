package dev.leadkit.routing.territory;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.condition.index.ConditionIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the territory of a lead among very many entries. A lead falls into the territory of the best entry that it fulfils.
 * Better is, in this order:
 *
 * <ol>
 *   <li>the higher priority, that of the entry or else of the nearest territory that declares one, 0 without;
 *   <li>that names the account;
 *   <li>that names postal codes, the fewer of them the better: a code before its beginning, a longer beginning before a
 *       shorter one, a narrow range before a wide one; of several the one counts that the lead's code is in;
 *   <li>that names the region;
 *   <li>that names the country;
 *   <li>that names the industry;
 *   <li>that names the size, the fewer sizes the better, those with one open end last;
 *   <li>that names the source;
 *   <li>that has a condition;
 *   <li>that is further in, of a territory within more others;
 *   <li>that stands first in the plan.
 * </ol>
 *
 * <p>Each counts only where all above are equal, and an entry names what it inherits as well. Immutable and thread-safe; a
 * {@linkplain #finder() finder} is not.
 */
public final class TerritoryMap {

    /** The number that stands for no territory. */
    public static final int NONE = -1;

    private final List<Territory> territories;
    private final TerritoryFields fields;
    private final RuleBook book;
    private final TerritoryIndex index;
    private final ConditionIndex<Condition> conditions;
    private final long[] bestOfCondition;
    private final long bestOfAllConditions;

    private TerritoryMap(TerritoryPlan plan) {
        territories = plan.territories();
        fields = plan.fields();
        book = plan.book();
        index = new TerritoryIndex(book.rules);
        conditions = ConditionIndex.<Condition>builder(book.conditions, condition -> condition)
                .keepFacts(true)
                .build();
        bestOfCondition = new long[book.conditions.size()];
        Arrays.fill(bestOfCondition, Steps.NOBODY);
        for (Rule rule : book.rules) {
            if (TerritoryIndex.asksConditionOnly(rule)) {
                int condition = rule.scope.condition();
                bestOfCondition[condition] = Math.min(bestOfCondition[condition], rule.rank);
            }
        }
        bestOfAllConditions = Arrays.stream(bestOfCondition).min().orElse(Steps.NOBODY);
    }

    /**
     * Compiles a plan.
     *
     * @param plan the territories
     * @return the map
     */
    public static TerritoryMap of(TerritoryPlan plan) {
        return new TerritoryMap(plan);
    }

    /**
     * How many territories there are.
     *
     * @return their number; they are numbered from 0, in the order of the plan
     */
    public int size() {
        return territories.size();
    }

    /**
     * The identifier of a territory.
     *
     * @param number its number
     * @return its identifier
     */
    public String id(int number) {
        return territories.get(number).id();
    }

    /**
     * The number of a territory.
     *
     * @param id its identifier
     * @return its number, or {@link #NONE} if there is none of this identifier
     */
    public int number(String id) {
        return book.hierarchy.number(id);
    }

    /**
     * The territory that one is within.
     *
     * @param number its number
     * @return the number of the one above, or {@link #NONE} at the top
     */
    public int parent(int number) {
        return book.hierarchy.parent(number);
    }

    /**
     * Whether whoever serves one territory serves another: if it is the same or above it, and neither the other nor one
     * between them is {@linkplain Territory#exclusive() exclusive}. Takes constant time.
     *
     * @param served the number of the territory that a rep serves
     * @param territory the number of the lead's
     * @return true if so
     */
    public boolean serves(int served, int territory) {
        return book.hierarchy.serves(served, territory);
    }

    /**
     * Scratch space to look leads up.
     *
     * @return a new finder, for one thread
     */
    public TerritoryFinder finder() {
        return new TerritoryFinder(this);
    }

    /**
     * Tells why a lead falls into its territory. Looks at every entry, so it takes time; a condition that cannot be answered
     * is not true.
     *
     * @param lead the lead at a moment
     * @return all entries that it fulfils, the best first
     */
    public TerritoryExplanation explain(Facts lead) {
        LeadValues values = values();
        values.read(lead.lead().values());
        List<Rule> fulfilled = book.rules.stream()
                .filter(values::fulfil)
                .filter(rule -> !rule.hasCondition()
                        || book.conditions.get(rule.scope.condition()).evaluate(lead, fault -> {}) == Truth.TRUE)
                .toList();
        String reason = fulfilled.isEmpty() ? "no entry takes the lead" : "it is the only one";
        if (fulfilled.size() > 1) {
            Rule second = fulfilled.get(1);
            reason = fulfilled.get(0).strengthOver(second) + ", before " + book.territory(second);
        }
        Optional<String> found = fulfilled.stream().findFirst().map(book::territory);
        return new TerritoryExplanation(
                found, reason, fulfilled.stream().map(this::match).toList());
    }

    private TerritoryExplanation.Match match(Rule rule) {
        Optional<String> codes = Optional.ofNullable(rule.span).map(PostalSpan::text);
        return new TerritoryExplanation.Match(
                book.territory(rule), path(rule.scope.territory(), rule.scope.entry()), rule.scope.priority(), codes);
    }

    /** In the plan, wherever that was read from. */
    private static String path(int territory, int entry) {
        String path = "$.territories[" + territory + "]";
        return entry < 0 ? path : path + ".entries[" + entry + "]";
    }

    LeadValues values() {
        return new LeadValues(book.vocabulary, fields);
    }

    ConditionIndex<Condition> conditions() {
        return conditions;
    }

    int conditionCount() {
        return bestOfCondition.length;
    }

    TerritoryIndex index() {
        return index;
    }

    boolean mayBeByCondition(long known) {
        return bestOfAllConditions < known;
    }

    long bestOfCondition(int condition) {
        return bestOfCondition[condition];
    }

    /** The territory of a rank; {@link #NONE} of {@link Steps#NOBODY}, all bits of whose lower half are set. */
    static int territory(long rank) {
        return (int) rank;
    }

    @Override
    public String toString() {
        return "TerritoryMap[" + size() + " territories]";
    }
}
