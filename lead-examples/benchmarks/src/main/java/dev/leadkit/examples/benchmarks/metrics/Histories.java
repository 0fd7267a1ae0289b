package dev.leadkit.examples.benchmarks.metrics;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.Occurrence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What happened to a lead, made up from its number: about nine events in a year and a half, in the order in which they were recorded,
 * which is mostly that in which they happened. No two events of a lead are of one instant, none comes twice and no conversion is
 * voided, and no answer comes before the capture: LeadKit looks out for all of these, and a database would need more time if it did.
 */
final class Histories {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    /** How many events a lead has on average, a little less than this. */
    static final int USUAL_EVENTS = 10;

    static final List<String> SOURCES = List.of("search", "ads", "referral", "fair", "partner", "e-mail");

    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final long LAST = 540 * DAY;
    /** Apart by more than this, so that the number of the event makes each instant another one. */
    private static final long APART = 1_000;

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<String> CHANNELS = List.of("direct", "display", "email", "search", "social");
    private static final Occurrence RESPONDED = new Occurrence.Responded();

    private Histories() {}

    static LeadId lead(int number) {
        return new LeadId("L" + number);
    }

    /** All events of a lead. */
    static List<FactEvent> of(int number) {
        Tale tale = new Tale(number);
        tale.tell();
        return tale.events;
    }

    /** One lead with very many touches. */
    static List<FactEvent> longest(int events) {
        Tale tale = new Tale(0);
        tale.tell();
        while (tale.events.size() < events) {
            tale.add(tale.random.nextLong(LAST), tale.touch());
        }
        return tale.events;
    }

    private static final class Tale {

        private final SplittableRandom random;
        private final String prefix;
        private final double quality;
        private final List<FactEvent> events = new ArrayList<>(USUAL_EVENTS);
        private boolean isLate;

        Tale(int number) {
            this.random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
            this.prefix = Integer.toString(number, Character.MAX_RADIX) + "-";
            this.quality = random.nextDouble();
        }

        private boolean chance(double share) {
            return random.nextDouble() < share;
        }

        private long around(double medianSeconds, double sigma) {
            return (long) (medianSeconds * SECOND * Math.exp(sigma * random.nextGaussian()));
        }

        private void add(long at, Occurrence what) {
            long micros = Math.floorDiv(at, APART) * APART + events.size() % APART;
            Instant instant =
                    START.plusSeconds(Math.floorDiv(micros, SECOND)).plusNanos(Math.floorMod(micros, SECOND) * 1_000);
            boolean late = chance(0.02);
            isLate |= late;
            Instant recorded = late ? instant.plusSeconds(random.nextInt(400_000)) : instant;
            events.add(new FactEvent(prefix + events.size(), instant, recorded, what));
        }

        void tell() {
            long came = random.nextLong(LAST);
            for (int i = random.nextInt(3); i > 0; i--) {
                add(came - around(300_000, 1.2), touch());
            }
            boolean dated = chance(0.97);
            add(came, submitted(0.93, dated));
            handled(came, dated);
            outcome(progress(came));
            events.sort(isLate ? Comparator.comparing(FactEvent::recordedAt) : Comparator.naturalOrder());
        }

        private Occurrence touch() {
            return new Occurrence.Touched(CHANNELS.get(random.nextInt(CHANNELS.size())));
        }

        private Occurrence submitted(double sourced, boolean dated) {
            FieldValues.Builder values = FieldValues.builder();
            if (chance(sourced)) {
                double skewed = random.nextDouble() * random.nextDouble();
                values.set(StandardFields.SOURCE, SOURCES.get((int) (skewed * SOURCES.size())));
            }
            return new Occurrence.Submitted(Optional.of(StandardSet.STAGES.get(0)), values.build(), dated);
        }

        private void handled(long came, boolean dated) {
            long handed = came + around(30, 1);
            add(came + around(5, 0.5), scored());
            add(handed, owned());
            if (chance(0.85)) {
                long answer = came + 1_000 + around(600, 1.6);
                add(answer, RESPONDED);
                if (chance(0.5)) {
                    add(answer + around(100_000, 1), RESPONDED);
                }
            }
            if (chance(0.6)) {
                add(came + around(90_000, 1), scored());
            }
            if (chance(0.6)) {
                add(came + around(200_000, 1.2), worked());
            }
            if (chance(0.1)) {
                add(came + around(1_000_000, 1), submitted(0.5, dated));
            }
            if (chance(0.5)) {
                add(came + around(400_000, 1), touch());
            }
        }

        private Occurrence scored() {
            int points = (int) Math.max(0, Math.min(100, 60 * quality + 20 + 12 * random.nextGaussian()));
            return new Occurrence.Scored(Points.of(points), Optional.of(BigDecimal.valueOf(points, 2)));
        }

        private Occurrence owned() {
            return new Occurrence.Owned(
                    chance(0.95) ? Optional.of(new RepId("rep-" + random.nextInt(40))) : Optional.empty());
        }

        private Occurrence worked() {
            Optional<Money> cost = Optional.of(new Money(random.nextInt(20_000), EURO));
            return new Occurrence.Worked(Optional.empty(), Duration.ofSeconds(random.nextInt(7_200)), cost);
        }

        private long progress(long came) {
            long at = came;
            for (int stage = 1; stage < 3 && chance(0.3 + 0.6 * quality); stage++) {
                at += around(350_000.0 * stage, 0.9);
                add(at, new Occurrence.Entered(StandardSet.STAGES.get(stage)));
                if (chance(0.5)) {
                    add(at + SECOND, new Occurrence.Priced(new Money(random.nextInt(5_000_000), EURO)));
                }
            }
            return at;
        }

        private void outcome(long at) {
            long end = at + around(600_000, 1);
            if (chance(0.3 * quality)) {
                add(end, won());
            } else if (chance(0.6)) {
                add(end, new Occurrence.Lost(Optional.empty()));
                if (chance(0.1)) {
                    add(end + around(2_000_000, 0.8), new Occurrence.Reopened());
                }
            }
        }

        private Occurrence won() {
            Optional<Money> value = Optional.of(new Money(random.nextInt(8_000_000), EURO));
            return new Occurrence.Converted(Optional.of(StandardSet.STAGES.get(3)), value);
        }
    }
}
