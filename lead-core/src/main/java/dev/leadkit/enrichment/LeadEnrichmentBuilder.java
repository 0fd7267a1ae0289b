package dev.leadkit.enrichment;

import static java.util.Objects.requireNonNull;

import dev.leadkit.contact.EmailLists;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Collects what a {@link LeadEnrichment} is made of. Only the store and the clock are needed. Not thread-safe. */
public final class LeadEnrichmentBuilder {

    private final LeadStore store;
    private final InstantSource clock;
    private final List<Enricher> enrichers = new ArrayList<>();
    private EnrichmentPolicy policy = EnrichmentPolicy.standard();
    private Budget budget = Budget.unlimited();
    private Predicate<Lead> worthAsking = lead -> true;

    LeadEnrichmentBuilder(LeadStore store, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Adds a provider. They are asked in the order in which they are added, each for what is still wanted then.
     *
     * @param enricher the provider
     * @return this
     */
    public LeadEnrichmentBuilder ask(Enricher enricher) {
        enrichers.add(requireNonNull(enricher, "enricher"));
        return this;
    }

    /**
     * Says when providers are asked and what is taken over.
     *
     * @param rules the policy; by default {@link EnrichmentPolicy#standard()}
     * @return this
     */
    public LeadEnrichmentBuilder policy(EnrichmentPolicy rules) {
        policy = requireNonNull(rules, "rules");
        return this;
    }

    /**
     * Says how many calls may be paid for.
     *
     * @param calls the budget; by default {@link Budget#unlimited()}
     * @return this
     */
    public LeadEnrichmentBuilder budget(Budget calls) {
        budget = requireNonNull(calls, "calls");
        return this;
    }

    /**
     * Says about which leads it is worth asking. Said more than once, all must hold.
     *
     * @param condition true if it is worth it; by default it always is
     * @return this
     */
    public LeadEnrichmentBuilder only(Predicate<Lead> condition) {
        Predicate<Lead> before = worthAsking;
        worthAsking = lead -> before.test(lead) && condition.test(lead);
        return this;
    }

    /**
     * Asks only about leads whose e-mail address is at a company: by the address of a free-mail or a disposable provider
     * nobody finds the company, and without one neither.
     *
     * @param lists which domains are free-mail, and which disposable
     * @return this
     */
    public LeadEnrichmentBuilder onlyCompanyAddresses(EmailLists lists) {
        requireNonNull(lists, "lists");
        return only(lead -> lead.get(StandardFields.EMAIL)
                .filter(address -> !lists.isFreeMail(address) && !lists.isDisposable(address))
                .isPresent());
    }

    /**
     * Ends collecting.
     *
     * @return the enrichment
     * @throws RefusedException if a provider's name is none or is taken, or it may fill nothing or a field that the library
     *     keeps itself; all faults at once
     */
    public LeadEnrichment build() {
        Faults faults = new Faults();
        Set<String> names = new HashSet<>();
        List<Provider> providers = new ArrayList<>();
        for (Enricher each : enrichers) {
            Provider provider = Provider.of(each);
            String path = "enrichers[" + providers.size() + "]";
            check(provider, names.add(provider.name()), path, faults);
            providers.add(provider);
        }
        faults.refuseIfAny("enrichment");
        return new LeadEnrichment(store, clock, new Plan(List.copyOf(providers), policy, worthAsking), budget);
    }

    private static void check(Provider provider, boolean unique, String path, Faults faults) {
        String name = "\"" + provider.name() + "\"";
        if (!Field.isName(provider.name())) {
            faults.add(path + ".name", "a letter and up to 63 letters, digits, '_', '-' or '.'", name);
        }
        if (!unique) {
            faults.add(path + ".name", "a name that no other provider has", name);
        }
        if (provider.fills().isEmpty()) {
            faults.add(path + ".fills", "at least one field", "none");
        }
        provider.fills().stream()
                .filter(Provenance::isKept)
                .sorted(Comparator.comparing(Field::name))
                .forEach(field -> faults.add(
                        path + ".fills", "fields that the library does not keep itself", "\"" + field.name() + "\""));
    }
}
