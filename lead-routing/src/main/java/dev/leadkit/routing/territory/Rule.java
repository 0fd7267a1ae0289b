package dev.leadkit.routing.territory;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** An entry with all that it inherits and one of its postal spans: what a lead falls into or not. */
final class Rule {

    /** The criteria whose values are told apart by their numbers, in the order of {@link Scope#values}. */
    static final int ACCOUNT = 0;

    static final int REGION = 1;
    static final int COUNTRY = 2;
    static final int INDUSTRY = 3;
    static final int SOURCE = 4;
    static final int VALUES = 5;

    static final int NO_CONDITION = -1;

    /** The higher priority, then the more specific, then the further in, then who stands first in the plan. */
    static final Comparator<Rule> PRECEDENCE = Rule::precedence;

    private static final long NOT_ASKED = Long.MAX_VALUE;

    /** Widths of sizes have no sign; that of all but the two ends is the greatest but these. */
    private static final long NO_SIZE = -1;

    private static final long HALF_OPEN = -2;

    final Scope scope;
    final @Nullable PostalSpan span;
    final long postalFrom;
    final long postalTo;

    /** The place in the order of precedence, and in the lower 32 bits the number of the territory: the lower, the better. */
    long rank;

    /** Where an entry stands; without entries the territory's criteria are entry -1. The depth is 0 at the top. */
    record Place(int territory, int depth, int entry) {}

    /** Where an entry stands, its priority, and what it asks beside postal codes; a value without numbers is not asked. */
    record Scope(Place place, int priority, Choices values, SizeSpan size, int condition) {

        static final SizeSpan ANY_SIZE = new SizeSpan(Long.MIN_VALUE, Long.MAX_VALUE);

        int territory() {
            return place.territory;
        }

        int entry() {
            return place.entry;
        }

        boolean hasSize() {
            return !size.isOpen();
        }

        boolean has(int value) {
            return values.get(value).length > 0;
        }

        /** To be compared without a sign. */
        long sizeWidth() {
            if (size.from() == Long.MIN_VALUE || size.to() == Long.MAX_VALUE) {
                return hasSize() ? HALF_OPEN : NO_SIZE;
            }
            return size.to() - size.from();
        }
    }

    /** A rule for one postal span. */
    Rule(Scope scope, PostalSpan span, long postalFrom, long postalTo) {
        this.scope = scope;
        this.span = span;
        this.postalFrom = postalFrom;
        this.postalTo = postalTo;
    }

    /** A rule for every postal code and for none. */
    Rule(Scope scope) {
        this.scope = scope;
        this.span = null;
        this.postalFrom = Long.MIN_VALUE;
        this.postalTo = Long.MAX_VALUE;
    }

    boolean hasPostal() {
        return span != null;
    }

    boolean hasCondition() {
        return scope.condition != NO_CONDITION;
    }

    private long postalWidth() {
        return hasPostal() ? postalTo - postalFrom : NOT_ASKED;
    }

    private static int precedence(Rule one, Rule other) {
        int order = Integer.compare(other.scope.priority, one.scope.priority);
        order = order != 0 ? order : one.specificity(other);
        Place here = one.scope.place;
        Place there = other.scope.place;
        order = order != 0 ? order : Integer.compare(there.depth, here.depth);
        order = order != 0 ? order : Integer.compare(here.territory, there.territory);
        order = order != 0 ? order : Integer.compare(here.entry, there.entry);
        return order != 0 ? order : Long.compare(one.postalFrom, other.postalFrom);
    }

    /** Negative if this one is more specific than another, 0 if none is. */
    int specificity(Rule other) {
        Scope mine = scope;
        Scope theirs = other.scope;
        int order = Boolean.compare(theirs.has(ACCOUNT), mine.has(ACCOUNT));
        order = order != 0 ? order : Long.compare(postalWidth(), other.postalWidth());
        order = order != 0 ? order : Boolean.compare(theirs.has(REGION), mine.has(REGION));
        order = order != 0 ? order : Boolean.compare(theirs.has(COUNTRY), mine.has(COUNTRY));
        order = order != 0 ? order : Boolean.compare(theirs.has(INDUSTRY), mine.has(INDUSTRY));
        order = order != 0 ? order : Long.compareUnsigned(mine.sizeWidth(), theirs.sizeWidth());
        order = order != 0 ? order : Boolean.compare(theirs.has(SOURCE), mine.has(SOURCE));
        return order != 0 ? order : Boolean.compare(other.hasCondition(), hasCondition());
    }

    boolean isAsStrongAs(Rule other) {
        return scope.priority == other.scope.priority && specificity(other) == 0;
    }

    /** Why this one is stronger than another, in words. */
    String strengthOver(Rule other) {
        if (scope.priority != other.scope.priority) {
            return "priority " + scope.priority + " is higher than " + other.scope.priority;
        }
        Scope mine = scope;
        Scope theirs = other.scope;
        if (mine.has(ACCOUNT) != theirs.has(ACCOUNT)) {
            return "it names the account";
        }
        if (postalWidth() != other.postalWidth()) {
            return other.hasPostal() ? "its postal codes are fewer" : "it names postal codes";
        }
        if (mine.has(REGION) != theirs.has(REGION)) {
            return "it names the region";
        }
        if (mine.has(COUNTRY) != theirs.has(COUNTRY)) {
            return "it names the country";
        }
        if (mine.has(INDUSTRY) != theirs.has(INDUSTRY)) {
            return "it names the industry";
        }
        if (mine.sizeWidth() != theirs.sizeWidth()) {
            return theirs.hasSize() ? "its sizes are fewer" : "it names the size";
        }
        if (mine.has(SOURCE) != theirs.has(SOURCE)) {
            return "it names the source";
        }
        if (hasCondition() != other.hasCondition()) {
            return "it has a condition";
        }
        return mine.place.depth != theirs.place.depth ? "it is further in" : "it stands first in the plan";
    }
}
