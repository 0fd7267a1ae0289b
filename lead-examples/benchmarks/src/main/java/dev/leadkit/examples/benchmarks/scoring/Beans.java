package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.condition.index.LeadRecord;
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
 * Puts the values of an application's own objects into one record, lead after lead: the beans that code by hand asks, getter by getter. What
 * leads did are LeadKit's interactions from the start.
 */
final class Beans {

    private final LeadRecord record;
    private final Prospect[] beans;
    private final Deed[][] deeds;
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

    Beans(ScoringEngine engine, RuleSet rules, List<Person> people) {
        this.record = engine.record();
        this.beans = people.stream().map(Prospect::new).toArray(Prospect[]::new);
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
        this.deeds = people.stream()
                .map(person -> deeds(acts ? person.acts() : List.of(), leads))
                .toArray(Deed[][]::new);
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

    /** The record, filled with a lead. */
    LeadRecord record(int number) {
        Prospect bean = beans[number];
        record.clear();
        fetchTexts(bean);
        setTexts(bean);
        setNumbers(bean);
        for (Deed deed : deeds[number]) {
            record.interaction(deed.what, deed.at);
        }
        return record;
    }

    private void fetchTexts(Prospect bean) {
        record.fetch(bean.getCountry())
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

    private void setTexts(Prospect bean) {
        record.set(country, bean.getCountry());
        record.set(industry, bean.getIndustry());
        record.set(jobTitle, bean.getJobTitle());
        record.set(source, bean.getSource());
        record.set(campaign, bean.getCampaign());
        record.set(seniority, bean.getSeniority());
        record.set(department, bean.getDepartment());
        record.set(city, bean.getCity());
        record.set(language, bean.getLanguage());
        record.set(product, bean.getProduct());
        record.set(technology, bean.getTechnology());
        record.set(segment, bean.getSegment());
        record.set(region, bean.getRegion());
        record.set(referrer, bean.getReferrer());
    }

    private void setNumbers(Prospect bean) {
        record.set(employees, bean.getEmployees());
        record.set(revenue, bean.getRevenue());
        record.set(visits, bean.getVisits());
        record.set(minutes, bean.getMinutes());
        record.set(budget, bean.getBudget());
        record.set(growth, bean.getGrowth());
        record.set(pages, bean.getPages());
    }
}
