package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.LocalDay;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code data.age}: how many calendar days ago the newest word was told that gave a field the value it has; for each field and for
 * all together, in all and by the lead's source. Exact: days are counted, not estimated. Words of undated submissions have no
 * age, they are left out and counted. What a word is, says {@link AuditFacts#of}. Memory grows with fields times sources times
 * different days.
 *
 * @param fields the fields that are looked at, by name
 * @param zone where days begin
 * @param days from how many days on a word is stale: a word exactly so old is not; 0 or more
 */
public record Staleness(SortedSet<String> fields, ZoneId zone, int days)
        implements Accumulator<AuditFacts, Tally<Word>, Staleness.Ages> {

    /** A year. */
    public static final int USUAL_DAYS = 365;

    private static final String NONE = "no dated word";

    /**
     * Keeps a copy, and checks the days.
     *
     * @param fields the fields that are looked at
     * @param zone where days begin
     * @param days after how many days a word is stale
     */
    public Staleness {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        if (days < 0) {
            throw new IllegalArgumentException("days must be 0 or more, was " + days);
        }
    }

    /**
     * How old some words are.
     *
     * @param p50 the median, in days
     * @param p90 the 90th percentile, in days
     * @param stale words that are older than the span, over all that are dated
     */
    public record Age(KpiResult p50, KpiResult p90, KpiResult stale) {}

    /**
     * How old the words on one field, or on all, are.
     *
     * @param all on leads of all sources
     * @param bySource by the lead's source
     */
    public record FieldAge(Age all, SortedMap<String, Age> bySource) {

        /**
         * Keeps a copy.
         *
         * @param all on leads of all sources
         * @param bySource by the lead's source
         */
        public FieldAge {
            bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
        }
    }

    /**
     * The result.
     *
     * @param all the words on all fields together
     * @param byField the words on each field
     */
    public record Ages(FieldAge all, SortedMap<String, FieldAge> byField) {

        /**
         * Keeps a copy.
         *
         * @param all the words on all fields together
         * @param byField the words on each field
         */
        public Ages {
            byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
        }
    }

    @Override
    public Tally<Word> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<Word> state, AuditFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Tally<Word> state, AuditFacts facts) {
        count(state, facts, -1);
    }

    private void count(Tally<Word> state, AuditFacts facts, long times) {
        facts.words().forEach((field, told) -> {
            if (fields.contains(field)) {
                state.add(new Word(field, facts.source(), told.map(at -> LocalDay.of(at, zone))), times);
            }
        });
    }

    @Override
    public void merge(Tally<Word> into, Tally<Word> from) {
        into.merge(from);
    }

    @Override
    public Ages result(Tally<Word> state, Instant asOf) {
        LocalDate today = LocalDay.of(asOf, zone);
        SortedMap<String, Sample<Long>> everything = new TreeMap<>();
        SortedMap<String, SortedMap<String, Sample<Long>>> samples = new TreeMap<>();
        fields.forEach(field -> samples.put(field, new TreeMap<>()));
        for (Map.Entry<Word, Long> entry : state.counts().entrySet()) {
            Word word = entry.getKey();
            samples.computeIfPresent(word.field(), (field, bySource) -> {
                count(bySource, word, today, entry.getValue());
                return bySource;
            });
            count(everything, word, today, entry.getValue());
        }
        SortedMap<String, FieldAge> byField = new TreeMap<>();
        samples.forEach((field, bySource) -> byField.put(field, age("field=" + field, bySource)));
        return new Ages(age("", everything), byField);
    }

    private static void count(SortedMap<String, Sample<Long>> bySource, Word word, LocalDate today, long times) {
        Sample<Long> sample = bySource.computeIfAbsent(word.source(), source -> new Sample<>());
        long age = word.day().map(day -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
        if (word.day().isEmpty()) {
            sample.excluded().add("undated word", times);
        } else if (age < 0) {
            sample.excluded().add("told later than the audit's day", times);
        } else {
            sample.counted().add(age, times);
        }
    }

    private FieldAge age(String what, SortedMap<String, Sample<Long>> bySource) {
        Sample<Long> all = new Sample<>();
        bySource.values().forEach(all::merge);
        SortedMap<String, Age> groups = new TreeMap<>();
        bySource.forEach(
                (source, sample) -> groups.put(source, age(joined(what, "by=source"), " of the source", sample)));
        return new FieldAge(age(what, "", all), groups);
    }

    private Age age(String what, String which, Sample<Long> sample) {
        String words = "calendar days since the newest word on "
                + (what.startsWith("field") ? "the field" : "each field") + " of leads" + which + " that have a value";
        return new Age(
                quantile(50, what, words).of(sample.counted(), sample.excluded().counts()),
                quantile(90, what, words).of(sample.counted(), sample.excluded().counts()),
                stale(what, words, sample));
    }

    private static Quantile quantile(int percent, String what, String words) {
        Definition definition = new Definition(
                id("data.age.p" + percent + "/1", what),
                Quantile.rule(percent) + " of the " + words
                        + ", by nearest rank (numerator: the rank, denominator: how many); undated words are left out.");
        return new Quantile(percent, definition, KpiUnit.DAYS, NONE);
    }

    private KpiResult stale(String what, String words, Sample<Long> sample) {
        Definition definition = new Definition(
                id("data.stale/1", joined(what, "days=" + days)),
                "How many have more than " + days + " " + words + ", over all that do; undated words are left out.");
        long old = sample.counted().total(age -> age > days);
        Basis basis = Basis.of(old, sample.counted().total(), sample.excluded().counts());
        return KpiResult.rate(definition, basis, NONE);
    }

    private static String joined(String what, String more) {
        return what.isEmpty() ? more : what + "&" + more;
    }

    private static String id(String name, String what) {
        return what.isEmpty() ? name : name + "?" + what;
    }
}
