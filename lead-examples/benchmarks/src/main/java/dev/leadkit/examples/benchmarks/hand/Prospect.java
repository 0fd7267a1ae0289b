package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.Act;
import dev.leadkit.examples.benchmarks.workload.Person;
import org.jspecify.annotations.Nullable;

/** A lead as an application without LeadKit has it: a plain bean. A missing number is NaN, which no comparison holds for. */
public class Prospect {

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

    /**
     * Makes it.
     *
     * @param person the lead of the workload
     */
    public Prospect(Person person) {
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

    /**
     * A property.
     *
     * @return the country, or null
     */
    public final @Nullable String getCountry() {
        return country;
    }

    /**
     * A property.
     *
     * @return the industry, or null
     */
    public final @Nullable String getIndustry() {
        return industry;
    }

    /**
     * A property.
     *
     * @return the jobTitle, or null
     */
    public final @Nullable String getJobTitle() {
        return jobTitle;
    }

    /**
     * A property.
     *
     * @return the source, or null
     */
    public final @Nullable String getSource() {
        return source;
    }

    /**
     * A property.
     *
     * @return the campaign, or null
     */
    public final @Nullable String getCampaign() {
        return campaign;
    }

    /**
     * A property.
     *
     * @return the seniority, or null
     */
    public final @Nullable String getSeniority() {
        return seniority;
    }

    /**
     * A property.
     *
     * @return the department, or null
     */
    public final @Nullable String getDepartment() {
        return department;
    }

    /**
     * A property.
     *
     * @return the city, or null
     */
    public final @Nullable String getCity() {
        return city;
    }

    /**
     * A property.
     *
     * @return the language, or null
     */
    public final @Nullable String getLanguage() {
        return language;
    }

    /**
     * A property.
     *
     * @return the product, or null
     */
    public final @Nullable String getProduct() {
        return product;
    }

    /**
     * A property.
     *
     * @return the technology, or null
     */
    public final @Nullable String getTechnology() {
        return technology;
    }

    /**
     * A property.
     *
     * @return the segment, or null
     */
    public final @Nullable String getSegment() {
        return segment;
    }

    /**
     * A property.
     *
     * @return the region, or null
     */
    public final @Nullable String getRegion() {
        return region;
    }

    /**
     * A property.
     *
     * @return the referrer, or null
     */
    public final @Nullable String getReferrer() {
        return referrer;
    }

    /**
     * A property.
     *
     * @return the employees, or NaN
     */
    public final double getEmployees() {
        return employees;
    }

    /**
     * A property.
     *
     * @return the revenue, or NaN
     */
    public final double getRevenue() {
        return revenue;
    }

    /**
     * A property.
     *
     * @return the visits, or NaN
     */
    public final double getVisits() {
        return visits;
    }

    /**
     * A property.
     *
     * @return the minutes, or NaN
     */
    public final double getMinutes() {
        return minutes;
    }

    /**
     * A property.
     *
     * @return the budget, or NaN
     */
    public final double getBudget() {
        return budget;
    }

    /**
     * A property.
     *
     * @return the growth, or NaN
     */
    public final double getGrowth() {
        return growth;
    }

    /**
     * A property.
     *
     * @return the pages, or NaN
     */
    public final double getPages() {
        return pages;
    }

    /** Looks at what rules will ask for; the answer means nothing. */
    final long look(boolean andActs) {
        long all = length(country)
                + length(industry)
                + length(jobTitle)
                + length(source)
                + length(campaign)
                + length(seniority)
                + length(department)
                + length(city)
                + length(language)
                + length(product)
                + length(technology)
                + length(segment)
                + length(region)
                + length(referrer);
        for (int i = 0; andActs && i < acts.length; i++) {
            all += acts[i].getAt() + length(acts[i].getType()) + length(acts[i].getTopic());
        }
        return all;
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** Oldest first; not copied, as code that is to be fast would have it. */
    final Act[] getActs() {
        return acts;
    }

    final long getAsOf() {
        return asOf;
    }
}
