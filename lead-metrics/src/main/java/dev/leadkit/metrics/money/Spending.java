package dev.leadkit.metrics.money;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.fold.LocalDay;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All costs, and which days of which source they cover. Currencies are never converted or added: each has figures of its own.
 * Immutable and thread-safe; equal by zone and costs, whatever their order.
 *
 * <p>The KPIs of spend count leads in the rows of the costs that cover them: by zone, currencies, sources and days. A fingerprint of
 * these is in the KPIs' identifiers as their {@code scope}, so that states of different scopes are not taken for each other; count anew
 * when it changes. What was spent is not in it, nor in any state: new amounts for the same days need no counting. The figures'
 * identifiers have no scope, so that one month can be compared with another.
 */
public final class Spending implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int SCOPE_BYTES = 8;

    private static final Comparator<Cost> ORDER = Comparator.comparing(Cost::source)
            .thenComparing(Cost::from)
            .thenComparing(Cost::to)
            .thenComparing(cost -> cost.amount().currency().getCurrencyCode())
            .thenComparing(cost -> cost.amount().minor())
            .thenComparing(Cost::kind);

    private final ZoneId zone;
    private final transient List<Cost> costs;
    private final transient Map<String, Map<String, Days>> covered = new HashMap<>();
    private final transient NavigableMap<String, SortedMap<String, BigDecimal>> spent = new TreeMap<>();

    private Spending(ZoneId zone, List<Cost> costs) {
        this.zone = zone;
        List<Cost> sorted = new ArrayList<>(costs);
        sorted.sort(ORDER);
        this.costs = List.copyOf(sorted);
        this.costs.forEach(this::index);
    }

    /**
     * The costs.
     *
     * @param zone where a day begins and ends
     * @param costs every cost, in any order; two equal ones count twice
     * @return the spending
     */
    public static Spending of(ZoneId zone, List<Cost> costs) {
        return new Spending(zone, costs);
    }

    private void index(Cost cost) {
        String currency = cost.amount().currency().getCurrencyCode();
        covered.computeIfAbsent(currency, key -> new HashMap<>())
                .computeIfAbsent(cost.source(), key -> new Days())
                .include(cost.from(), cost.to());
        spent.computeIfAbsent(currency, key -> new TreeMap<>())
                .merge(cost.source(), cost.amount().amount(), BigDecimal::add);
    }

    /**
     * All costs.
     *
     * @return the costs by source, then day
     */
    public List<Cost> costs() {
        return costs;
    }

    /**
     * The currencies in which something was spent.
     *
     * @return their ISO 4217 codes in order
     */
    public SortedSet<String> currencies() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(spent.keySet()));
    }

    /**
     * What was spent on each source in one currency.
     *
     * @param currency the currency's code
     * @return the sums by source, in the currency's main unit; empty if nothing was spent in it
     */
    public SortedMap<String, BigDecimal> bySource(String currency) {
        return Collections.unmodifiableSortedMap(spent.getOrDefault(currency, new TreeMap<>()));
    }

    /**
     * What was spent on advertising alone.
     *
     * @return the costs of the kind {@link Cost.Kind#ADVERTISING}
     */
    public Spending advertising() {
        return new Spending(
                zone,
                costs.stream()
                        .filter(cost -> cost.kind() == Cost.Kind.ADVERTISING)
                        .toList());
    }

    /**
     * What decides in which rows leads count: the zone, the sources and their days, not the amounts.
     *
     * @return a parameter of identifiers with a fingerprint of it, such as {@code scope=b9d9f74bb18be6b2}; empty without costs
     */
    public String scope() {
        return scope(codes());
    }

    /** The same for some currencies; empty where nothing is counted. */
    String scope(Collection<String> currencies) {
        if (currencies.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>(List.of(zone.getId(), String.join(",", currencies)));
        for (String currency : spent.keySet()) {
            Map<String, Days> bySource = new TreeMap<>(covered.getOrDefault(currency, Map.of()));
            parts.add(currency + bySource.size());
            bySource.forEach((source, days) -> parts.addAll(List.of(source, days.toString())));
        }
        return "scope=" + Fingerprint.of(SCOPE_BYTES, parts.toArray(String[]::new));
    }

    /**
     * On which day of the zone something happened.
     *
     * @param event what happened
     * @return the day
     */
    public LocalDate day(FactEvent event) {
        return LocalDay.of(event.at(), zone);
    }

    /** The codes of {@link #currencies()}, without making a set. */
    Collection<String> codes() {
        return spent.keySet();
    }

    boolean knows(String currency, String source) {
        Map<String, Days> bySource = covered.get(currency);
        return bySource != null && bySource.containsKey(source);
    }

    /**
     * Under which source a lead or touch counts that came from one on a day: its own if that has a cost then; else that of
     * {@link Cost#UNALLOCATED unallocated} costs if there are any then; else none.
     *
     * @param currency the currency's code
     * @param source from where it came
     * @param day when it came
     * @return the source in whose row it counts; empty if no cost in this currency covers it
     */
    public Optional<String> row(String currency, String source, LocalDate day) {
        Map<String, Days> bySource = covered.get(currency);
        if (bySource == null) {
            return Optional.empty();
        }
        if (covers(bySource.get(source), day)) {
            return Optional.of(source);
        }
        return covers(bySource.get(Cost.UNALLOCATED), day) ? Optional.of(Cost.UNALLOCATED) : Optional.empty();
    }

    private static boolean covers(@Nullable Days days, LocalDate day) {
        return days != null && days.contains(day);
    }

    private Object writeReplace() {
        return new Sent(zone, new ArrayList<>(costs));
    }

    private record Sent(ZoneId zone, ArrayList<Cost> costs) implements Serializable {

        private Object readResolve() {
            return Spending.of(zone, costs);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spending that && zone.equals(that.zone) && costs.equals(that.costs);
    }

    @Override
    public int hashCode() {
        return 31 * zone.hashCode() + costs.hashCode();
    }

    @Override
    public String toString() {
        return "Spending[" + costs.size() + " costs, " + zone + "]";
    }
}
