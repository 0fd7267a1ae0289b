package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.Act;
import dev.leadkit.examples.benchmarks.workload.Person;
import org.jspecify.annotations.Nullable;

/** A lead as an application without LeadKit has it: a plain bean. A missing number is NaN, which no comparison holds for. */
final class Prospect {

    private final @Nullable String country;
    private final @Nullable String industry;
    private final @Nullable String jobTitle;
    private final @Nullable String source;
    private final @Nullable String campaign;
    private final @Nullable String seniority;
    private final @Nullable String department;
    private final @Nullable String city;
    private final @Nullable String language;
    private final @Nullable String product;
    private final @Nullable String technology;
    private final @Nullable String segment;
    private final @Nullable String region;
    private final @Nullable String referrer;
    private final double employees;
    private final double revenue;
    private final double visits;
    private final double minutes;
    private final double budget;
    private final double growth;
    private final double pages;
    private final Act[] acts;
    private final long asOf;

    Prospect(Person person) {
        this.country = person.text(0);
        this.industry = person.text(1);
        this.jobTitle = person.text(2);
        this.source = person.text(3);
        this.campaign = person.text(4);
        this.seniority = person.text(5);
        this.department = person.text(6);
        this.city = person.text(7);
        this.language = person.text(8);
        this.product = person.text(9);
        this.technology = person.text(10);
        this.segment = person.text(11);
        this.region = person.text(12);
        this.referrer = person.text(13);
        this.employees = person.number(0);
        this.revenue = person.number(1);
        this.visits = person.number(2);
        this.minutes = person.number(3);
        this.budget = person.number(4);
        this.growth = person.number(5);
        this.pages = person.number(6);
        this.acts = person.acts().toArray(Act[]::new);
        this.asOf = person.asOf();
    }

    @Nullable String getCountry() {
        return country;
    }

    @Nullable String getIndustry() {
        return industry;
    }

    @Nullable String getJobTitle() {
        return jobTitle;
    }

    @Nullable String getSource() {
        return source;
    }

    @Nullable String getCampaign() {
        return campaign;
    }

    @Nullable String getSeniority() {
        return seniority;
    }

    @Nullable String getDepartment() {
        return department;
    }

    @Nullable String getCity() {
        return city;
    }

    @Nullable String getLanguage() {
        return language;
    }

    @Nullable String getProduct() {
        return product;
    }

    @Nullable String getTechnology() {
        return technology;
    }

    @Nullable String getSegment() {
        return segment;
    }

    @Nullable String getRegion() {
        return region;
    }

    @Nullable String getReferrer() {
        return referrer;
    }

    double getEmployees() {
        return employees;
    }

    double getRevenue() {
        return revenue;
    }

    double getVisits() {
        return visits;
    }

    double getMinutes() {
        return minutes;
    }

    double getBudget() {
        return budget;
    }

    double getGrowth() {
        return growth;
    }

    double getPages() {
        return pages;
    }

    /** Oldest first; not copied, as code that is to be fast would have it. */
    Act[] getActs() {
        return acts;
    }

    long getAsOf() {
        return asOf;
    }
}
