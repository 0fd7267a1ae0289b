package dev.leadkit.metrics.oracle;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.FactsBook;
import dev.leadkit.metrics.facts.LeadFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Raw events of many leads, made up from a seed: shuffled, doubled, corrected, late, re-opened, voided, undated, from the future, of
 * unknown types, at the changes of summer time, and of people who are in the data twice.
 *
 * @param events the events of each record, in any order, some of them more than once
 * @param mergedInto which record turned out to be which other
 */
public record Histories(SortedMap<LeadId, List<FactEvent>> events, SortedMap<LeadId, LeadId> mergedInto) {

    /** Within it all leads come. */
    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    /** After nearly all events; some leads are still open and some answers pending. */
    public static final Instant AS_OF = Instant.parse("2026-07-01T12:34:56Z");

    /** Where business days begin, with summer time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The stages in their order. */
    public static final List<Stage> STAGES =
            List.of(new Stage("new"), new Stage("mql"), new Stage("sql"), new Stage("won"));

    /** A custom field. */
    public static final Field<String> SIZE = Field.text("size");

    /** The sources that leads come from; some leads have none and some a blank one. */
    public static final List<String> SOURCES = List.of("search", "ads", "referral", "fair", "partner", "e-mail");

    /** The channels of touches. */
    public static final List<String> CHANNELS = List.of("direct", "display", "email", "paid-search", "seo", "social");

    /** The reps who own leads. */
    public static final List<String> REPS = List.of("ann", "bob", "cem", "dua", "eve", "fay", "gil");

    /** The currencies of amounts, one without cents among them. */
    public static final List<String> CURRENCIES = List.of("EUR", "JPY", "USD");

    private static final double TWICE_IN_THE_DATA = 0.05;

    /** More than 20,000 leads after all merges. */
    public static Histories standard() {
        return of(20_260_630, 21_500);
    }

    /** So many records, some of which are of the same lead. */
    public static Histories of(long seed, int records) {
        SplittableRandom random = new SplittableRandom(seed);
        SortedMap<LeadId, List<FactEvent>> events = new TreeMap<>();
        SortedMap<LeadId, LeadId> mergedInto = new TreeMap<>();
        for (int i = 0; i < records; i++) {
            List<FactEvent> told = new Tale(record(i).value(), random.split()).told();
            if (i > 0 && random.nextDouble() < TWICE_IN_THE_DATA) {
                LeadId into = record(random.nextInt(i));
                mergedInto.put(record(i), into);
                told.add(events.get(into).get(0));
            }
            events.put(record(i), told);
        }
        return new Histories(events, mergedInto);
    }

    private static LeadId record(int number) {
        return new LeadId("L" + (1_000_000 + number));
    }

    /** The events of each lead after all merges. */
    public SortedMap<LeadId, List<FactEvent>> merged() {
        SortedMap<LeadId, List<FactEvent>> merged = new TreeMap<>();
        events.forEach((record, told) ->
                merged.computeIfAbsent(root(record), lead -> new ArrayList<>()).addAll(told));
        return merged;
    }

    private LeadId root(LeadId record) {
        LeadId into = mergedInto.get(record);
        return into == null ? record : root(into);
    }

    /** The facts of each lead after all merges, all at once. */
    public List<LeadFacts> facts() {
        Map<LeadId, Integer> records = new TreeMap<>();
        events.keySet().forEach(record -> records.merge(root(record), 1, Integer::sum));
        List<LeadFacts> facts = new ArrayList<>();
        merged().forEach((lead, all) -> facts.add(LeadFacts.of(lead, records.get(lead), all)));
        return facts;
    }

    /** Tells a book everything bit by bit in some order, merges among the events. */
    public void tell(FactsBook book, long seed) {
        List<Runnable> steps = new ArrayList<>();
        events.forEach((record, told) -> {
            for (int i = 0; i < told.size(); i += 3) {
                List<FactEvent> some = told.subList(i, Math.min(told.size(), i + 3));
                steps.add(() -> book.put(record, some));
            }
        });
        mergedInto.forEach((record, into) -> steps.add(() -> book.merge(record, into)));
        Collections.shuffle(steps, new Random(seed));
        steps.forEach(Runnable::run);
    }

    /** Shows no events. */
    @Override
    public String toString() {
        return "Histories[" + events.size() + " records, " + mergedInto.size() + " merges]";
    }
}
