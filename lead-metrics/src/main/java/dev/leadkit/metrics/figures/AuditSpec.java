package dev.leadkit.metrics.figures;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.quality.Completeness;
import dev.leadkit.metrics.quality.Neglect;
import dev.leadkit.metrics.quality.Staleness;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the audit of the data looks at, and by which rules. Immutable. Equal if the parts are, the rule for keys among them; a
 * lambda is equal to itself only.
 *
 * @param completeness which fields a lead should have
 * @param staleness after how many days a word is stale
 * @param neglect after how many days an open lead is quiet
 * @param keys by which keys two leads are taken for one
 */
public record AuditSpec(
        Completeness completeness,
        Staleness staleness,
        Neglect neglect,
        Function<? super FieldValues, ? extends Collection<MatchKey>> keys) {

    /**
     * Makes a specification.
     *
     * @param completeness which fields a lead should have
     * @param staleness after how many days a word is stale
     * @param neglect after how many days an open lead is quiet
     * @param keys by which keys two leads are taken for one
     */
    public AuditSpec {
        requireNonNull(completeness, "completeness");
        requireNonNull(staleness, "staleness");
        requireNonNull(neglect, "neglect");
        requireNonNull(keys, "keys");
    }

    /**
     * Starts with all fields of a catalog but those that the library keeps itself.
     *
     * @param catalog the fields that there are
     * @param zone where days begin
     * @return a builder that wants all fields, knows no keys, and has the usual spans
     */
    public static Builder builder(FieldCatalog catalog, ZoneId zone) {
        return new Builder(catalog, zone);
    }

    /** Collects the parts. Not thread-safe. */
    public static final class Builder {

        private final SortedSet<String> known = new TreeSet<>();
        private final ZoneId zone;
        private final Faults faults = new Faults();
        private SortedSet<String> fields;
        private SortedSet<String> wanted;
        private Function<? super FieldValues, ? extends Collection<MatchKey>> keys = values -> List.of();
        private int staleDays = Staleness.USUAL_DAYS;
        private int quietDays = Neglect.USUAL_DAYS;

        private Builder(FieldCatalog catalog, ZoneId zone) {
            this.zone = zone;
            catalog.fields().stream()
                    .filter(field -> !StandardFields.kept().contains(field))
                    .map(Field::name)
                    .forEach(name -> known.add(name));
            this.fields = known;
            this.wanted = known;
        }

        /**
         * Looks at some fields only, and wants all of these.
         *
         * @param names the fields' names
         * @return this
         */
        public Builder fields(String... names) {
            fields = checked("fields", names, known);
            wanted = fields;
            return this;
        }

        /**
         * Says which of the fields that are looked at a good lead has.
         *
         * @param names the fields' names
         * @return this
         */
        public Builder wanted(String... names) {
            wanted = checked("wanted", names, fields);
            return this;
        }

        private SortedSet<String> checked(String path, String[] names, SortedSet<String> among) {
            SortedSet<String> good = new TreeSet<>();
            for (String name : new TreeSet<>(Arrays.asList(names))) {
                if (among.contains(name)) {
                    good.add(name);
                } else {
                    faults.accept(
                            new Fault(path, "the name of a field", "\"" + name + "\"", Suggestion.of(name, among)));
                }
            }
            return good;
        }

        /**
         * Says by which keys two leads are taken for one.
         *
         * @param rule the keys of a lead with these values; pure and thread-safe
         * @return this
         */
        public Builder keys(Function<? super FieldValues, ? extends Collection<MatchKey>> rule) {
            keys = rule;
            return this;
        }

        /**
         * Says from when on a word is stale.
         *
         * @param days the calendar days after which it is; 0 or more
         * @return this
         */
        public Builder staleAfter(int days) {
            staleDays = days;
            return this;
        }

        /**
         * Says from when on an open lead is quiet.
         *
         * @param days the days of 24 hours after which it is; 0 or more
         * @return this
         */
        public Builder quietAfter(int days) {
            quietDays = days;
            return this;
        }

        /**
         * Ends collecting.
         *
         * @return the specification
         * @throws RefusedException if a name is not that of a field; all such names at once
         */
        public AuditSpec build() {
            faults.refuseIfAny("audit");
            return new AuditSpec(
                    new Completeness(fields, wanted),
                    new Staleness(fields, zone, staleDays),
                    new Neglect(quietDays),
                    keys);
        }
    }
}
