package dev.leadkit.metrics;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Tells the facts of one lead, in days since a first instant, for tests. */
public final class Chronicle {

    /** Day 0: a Monday, the first of a month of 30 days, midnight of UTC. */
    public static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    private static final double MILLIS = 86_400_000;

    private final List<FactEvent> events = new ArrayList<>();

    /** The instant so many days after the start. */
    public static Instant day(double days) {
        return START.plusMillis(Math.round(days * MILLIS));
    }

    /** A lead that came on that day. */
    public static Chronicle captured(double day) {
        return new Chronicle().submitted(day, true);
    }

    /** A lead of which nothing is known yet. */
    public static Chronicle empty() {
        return new Chronicle();
    }

    public Chronicle at(double day, Occurrence what) {
        events.add(new FactEvent("e" + events.size(), day(day), what));
        return this;
    }

    public Chronicle submitted(double day, boolean dated) {
        return at(day, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, dated));
    }

    public Chronicle touched(double day, String channel) {
        return at(day, new Occurrence.Touched(channel));
    }

    public Chronicle entered(double day, String stage) {
        return at(day, new Occurrence.Entered(new Stage(stage)));
    }

    public Chronicle converted(double day) {
        return at(day, new Occurrence.Converted(Optional.empty(), Optional.empty()));
    }

    public Chronicle converted(double day, long minor, String currency) {
        Money value = new Money(minor, Currency.getInstance(currency));
        return at(day, new Occurrence.Converted(Optional.empty(), Optional.of(value)));
    }

    public Chronicle lost(double day) {
        return at(day, new Occurrence.Lost(Optional.empty()));
    }

    public LeadFacts facts() {
        return LeadFacts.of(new LeadId("lead"), events);
    }
}
