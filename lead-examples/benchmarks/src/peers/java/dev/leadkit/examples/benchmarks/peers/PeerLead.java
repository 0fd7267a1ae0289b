package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.workload.EventRule;
import dev.leadkit.examples.benchmarks.workload.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead as the other engines like it: a plain bean, null where a value is missing. For one thread. */
public final class PeerLead {

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
    private final @Nullable Double employees;
    private final @Nullable Double revenue;
    private final @Nullable Double visits;
    private final @Nullable Double minutes;
    private final @Nullable Double budget;
    private final @Nullable Double growth;
    private final @Nullable Double pages;
    private final Person person;
    private final EventRule[] events;
    private final long[] units;

    PeerLead(Person person, List<EventRule> events) {
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
        this.employees = known(person.number(0));
        this.revenue = known(person.number(1));
        this.visits = known(person.number(2));
        this.minutes = known(person.number(3));
        this.budget = known(person.number(4));
        this.growth = known(person.number(5));
        this.pages = known(person.number(6));
        this.person = person;
        this.events = events.toArray(EventRule[]::new);
        this.units = new long[events.size()];
    }

    private static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }

    /**
     * Evaluates a rule about what the lead did, in plain Java: the engines' own means would be slower.
     *
     * @param rule its place among the event rules
     * @return whether it gives points, which {@link #unitsOf} has then
     */
    public boolean fires(int rule) {
        units[rule] = events[rule].units(person.acts(), person.asOf());
        return units[rule] != 0;
    }

    /**
     * The points of an event rule, evaluated before: an engine evaluates all conditions first.
     *
     * @param rule its place among the event rules
     * @return thousandths of a point
     */
    public long unitsOf(int rule) {
        return units[rule];
    }

    /**
     * The country.
     *
     * @return the value, or null
     */
    public @Nullable String getCountry() {
        return country;
    }

    /**
     * The industry.
     *
     * @return the value, or null
     */
    public @Nullable String getIndustry() {
        return industry;
    }

    /**
     * The jobTitle.
     *
     * @return the value, or null
     */
    public @Nullable String getJobTitle() {
        return jobTitle;
    }

    /**
     * The source.
     *
     * @return the value, or null
     */
    public @Nullable String getSource() {
        return source;
    }

    /**
     * The campaign.
     *
     * @return the value, or null
     */
    public @Nullable String getCampaign() {
        return campaign;
    }

    /**
     * The seniority.
     *
     * @return the value, or null
     */
    public @Nullable String getSeniority() {
        return seniority;
    }

    /**
     * The department.
     *
     * @return the value, or null
     */
    public @Nullable String getDepartment() {
        return department;
    }

    /**
     * The city.
     *
     * @return the value, or null
     */
    public @Nullable String getCity() {
        return city;
    }

    /**
     * The language.
     *
     * @return the value, or null
     */
    public @Nullable String getLanguage() {
        return language;
    }

    /**
     * The product.
     *
     * @return the value, or null
     */
    public @Nullable String getProduct() {
        return product;
    }

    /**
     * The technology.
     *
     * @return the value, or null
     */
    public @Nullable String getTechnology() {
        return technology;
    }

    /**
     * The segment.
     *
     * @return the value, or null
     */
    public @Nullable String getSegment() {
        return segment;
    }

    /**
     * The region.
     *
     * @return the value, or null
     */
    public @Nullable String getRegion() {
        return region;
    }

    /**
     * The referrer.
     *
     * @return the value, or null
     */
    public @Nullable String getReferrer() {
        return referrer;
    }

    /**
     * The employees.
     *
     * @return the value, or null
     */
    public @Nullable Double getEmployees() {
        return employees;
    }

    /**
     * The revenue.
     *
     * @return the value, or null
     */
    public @Nullable Double getRevenue() {
        return revenue;
    }

    /**
     * The visits.
     *
     * @return the value, or null
     */
    public @Nullable Double getVisits() {
        return visits;
    }

    /**
     * The minutes.
     *
     * @return the value, or null
     */
    public @Nullable Double getMinutes() {
        return minutes;
    }

    /**
     * The budget.
     *
     * @return the value, or null
     */
    public @Nullable Double getBudget() {
        return budget;
    }

    /**
     * The growth.
     *
     * @return the value, or null
     */
    public @Nullable Double getGrowth() {
        return growth;
    }

    /**
     * The pages.
     *
     * @return the value, or null
     */
    public @Nullable Double getPages() {
        return pages;
    }
}
