package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.condition.index.RecordFiller;
import dev.leadkit.condition.index.Slot;
import dev.leadkit.event.Interaction;
import dev.leadkit.examples.benchmarks.hand.Prospect;
import dev.leadkit.examples.benchmarks.workload.Act;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.scoring.engine.ScoringEngine;
import java.math.BigDecimal;
import java.util.List;

/**
 * Puts the values of an application's own objects into records: the beans that code by hand asks, getter by getter. What
 * leads did are LeadKit's interactions from the start.
 */
final class Beans implements RecordFiller<Beans.Customer> {

    private final LeadRecord record;
    private final List<Customer> customers;
    private final Slot<String> country;
    private final Slot<String> industry;
    private final Slot<String> jobTitle;
    private final Slot<String> source;
    private final Slot<String> campaign;
    private final Slot<String> seniority;
    private final Slot<String> department;
    private final Slot<String> city;
    private final Slot<String> language;
    private final Slot<String> product;
    private final Slot<String> technology;
    private final Slot<String> segment;
    private final Slot<String> region;
    private final Slot<String> referrer;
    private final Slot<BigDecimal> employees;
    private final Slot<BigDecimal> revenue;
    private final Slot<BigDecimal> visits;
    private final Slot<BigDecimal> minutes;
    private final Slot<BigDecimal> budget;
    private final Slot<BigDecimal> growth;
    private final Slot<BigDecimal> pages;

    /**
     * Something that a lead did, as an application keeps it.
     *
     * @param what what it was
     * @param at when, in milliseconds of the epoch
     */
    private record Deed(Interaction what, long at) {}

    /** The bean that code by hand asks, and what its lead did as LeadKit has it. */
    static final class Customer extends Prospect {

        private final Deed[] deeds;

        private Customer(Person person, Deed[] deeds) {
            super(person);
            this.deeds = deeds;
        }
    }

    Beans(ScoringEngine engine, RuleSet rules, List<Person> people) {
        this.record = engine.record();
        this.country = text(engine, 0);
        this.industry = text(engine, 1);
        this.jobTitle = text(engine, 2);
        this.source = text(engine, 3);
        this.campaign = text(engine, 4);
        this.seniority = text(engine, 5);
        this.department = text(engine, 6);
        this.city = text(engine, 7);
        this.language = text(engine, 8);
        this.product = text(engine, 9);
        this.technology = text(engine, 10);
        this.segment = text(engine, 11);
        this.region = text(engine, 12);
        this.referrer = text(engine, 13);
        this.employees = number(engine, 0);
        this.revenue = number(engine, 1);
        this.visits = number(engine, 2);
        this.minutes = number(engine, 3);
        this.budget = number(engine, 4);
        this.growth = number(engine, 5);
        this.pages = number(engine, 6);
        boolean acts = !rules.events().isEmpty();
        LeadKitLead leads = new LeadKitLead();
        this.customers = people.stream()
                .map(person -> new Customer(person, deeds(acts ? person.acts() : List.of(), leads)))
                .toList();
    }

    private static Slot<String> text(ScoringEngine engine, int place) {
        return engine.slot(LeadKitModel.text(Attribute.texts().get(place)));
    }

    private static Slot<BigDecimal> number(ScoringEngine engine, int place) {
        return engine.slot(LeadKitModel.number(Attribute.numbers().get(place)));
    }

    private static Deed[] deeds(List<Act> acts, LeadKitLead leads) {
        return acts.stream()
                .map(act -> new Deed(leads.interaction(act), act.getAt()))
                .toArray(Deed[]::new);
    }

    /** Those with some numbers. */
    List<Customer> customers(int from, int to) {
        return customers.subList(from, to);
    }

    /** The record, filled with one lead alone. */
    LeadRecord record(int number) {
        Customer customer = customers.get(number);
        record.clear();
        fetchTexts(customer, record);
        fill(customer, record);
        return record;
    }

    @Override
    public void fetch(Customer customer, LeadRecord into) {
        fetchTexts(customer, into);
        for (Deed deed : customer.deeds) {
            into.fetch(deed.at);
        }
    }

    @Override
    public void fill(Customer customer, LeadRecord into) {
        setTexts(customer, into);
        setNumbers(customer, into);
        for (Deed deed : customer.deeds) {
            into.interaction(deed.what, deed.at);
        }
    }

    private static void fetchTexts(Prospect bean, LeadRecord into) {
        into.fetch(bean.getCountry())
                .fetch(bean.getIndustry())
                .fetch(bean.getJobTitle())
                .fetch(bean.getSource())
                .fetch(bean.getCampaign())
                .fetch(bean.getSeniority())
                .fetch(bean.getDepartment())
                .fetch(bean.getCity())
                .fetch(bean.getLanguage())
                .fetch(bean.getProduct())
                .fetch(bean.getTechnology())
                .fetch(bean.getSegment())
                .fetch(bean.getRegion())
                .fetch(bean.getReferrer());
    }

    private void setTexts(Prospect bean, LeadRecord into) {
        into.set(country, bean.getCountry());
        into.set(industry, bean.getIndustry());
        into.set(jobTitle, bean.getJobTitle());
        into.set(source, bean.getSource());
        into.set(campaign, bean.getCampaign());
        into.set(seniority, bean.getSeniority());
        into.set(department, bean.getDepartment());
        into.set(city, bean.getCity());
        into.set(language, bean.getLanguage());
        into.set(product, bean.getProduct());
        into.set(technology, bean.getTechnology());
        into.set(segment, bean.getSegment());
        into.set(region, bean.getRegion());
        into.set(referrer, bean.getReferrer());
    }

    private void setNumbers(Prospect bean, LeadRecord into) {
        into.set(employees, bean.getEmployees());
        into.set(revenue, bean.getRevenue());
        into.set(visits, bean.getVisits());
        into.set(minutes, bean.getMinutes());
        into.set(budget, bean.getBudget());
        into.set(growth, bean.getGrowth());
        into.set(pages, bean.getPages());
    }
}
