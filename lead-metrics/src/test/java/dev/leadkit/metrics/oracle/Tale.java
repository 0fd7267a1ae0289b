package dev.leadkit.metrics.oracle;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.Occurrence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes up what happened to one record, and how it came to be known. Instants have microseconds, as SQL's have. */
final class Tale {

    private static final List<ZoneId> ZONES =
            List.of(Histories.ZONE, ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"), ZoneOffset.UTC);
    private static final Duration TARGET = Duration.ofMinutes(5);
    private static final int DAYS = 545;
    private static final int MICROS = 1_000_000;

    private final String record;
    private final SplittableRandom random;
    private final List<FactEvent> told = new ArrayList<>();
    private final double quality;
    private int count;

    Tale(String record, SplittableRandom random) {
        this.record = record;
        this.random = random;
        this.quality = random.nextDouble();
    }

    /** All events, shuffled, some of them twice; at least one. */
    List<FactEvent> told() {
        boolean dated = chance(0.94);
        Instant came = dated ? moment() : imported();
        touches(came);
        submitted(came, dated);
        handling(came);
        Instant later = progress(came);
        outcome(later);
        noise(came);
        return delivered();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Most in the day of some zone, some at the very change of its summer time. */
    private Instant moment() {
        ZoneId zone = any(ZONES);
        Instant day = Histories.START.plus(random.nextInt(DAYS), ChronoUnit.DAYS);
        ZoneOffsetTransition change = zone.getRules().nextTransition(day);
        if (change != null && chance(0.03)) {
            return change.getInstant().plus(any(List.of(-1L, 0L, 1L, 3_600L * MICROS)), ChronoUnit.MICROS);
        }
        LocalTime time = LocalTime.of(7 + random.nextInt(14), random.nextInt(60), random.nextInt(60));
        return LocalDate.ofInstant(day, ZoneOffset.UTC)
                .atTime(time)
                .atZone(zone)
                .toInstant()
                .plus(random.nextInt(MICROS), ChronoUnit.MICROS);
    }

    private Instant imported() {
        return Histories.START.plus(30L * random.nextInt(18), ChronoUnit.DAYS);
    }

    /** Log-normal, the usual shape of times that people take. */
    private Duration around(Duration median, double sigma) {
        double micros = median.toMillis() * 1_000.0 * Math.exp(sigma * random.nextGaussian());
        return Duration.of((long) micros, ChronoUnit.MICROS);
    }

    private Duration upTo(Duration most) {
        return Duration.of(random.nextLong(most.toMillis() * 1_000), ChronoUnit.MICROS);
    }

    private void tell(Instant at, Occurrence what) {
        Duration late = chance(0.9) ? Duration.ofMillis(random.nextInt(2_000)) : around(Duration.ofHours(9), 2);
        tell(at, at.plus(late), what);
    }

    private void tell(Instant at, Instant recorded, Occurrence what) {
        String id = (chance(0.5) ? "a" : "z") + record + "-" + count++;
        told.add(new FactEvent(id, at, recorded, what));
        if (chance(0.02)) {
            told.add(new FactEvent(
                    id, at.plus(upTo(Duration.ofHours(2))), recorded.plus(upTo(Duration.ofDays(3))), what));
        }
    }

    private void touches(Instant came) {
        for (int i = random.nextInt(4); i > 0; i--) {
            tell(came.minus(around(Duration.ofDays(5), 1.3)), new Occurrence.Touched(any(Histories.CHANNELS)));
        }
        if (chance(0.2)) {
            tell(came, new Occurrence.Touched(any(Histories.CHANNELS)));
        }
        if (chance(0.3)) {
            tell(came.plus(around(Duration.ofDays(4), 1)), new Occurrence.Touched(any(Histories.CHANNELS)));
        }
    }

    private void submitted(Instant came, boolean dated) {
        tell(came, new Occurrence.Submitted(stage(0, 0.97), values(0.93, 0.7), dated));
        if (chance(0.1)) {
            tell(
                    came.plus(around(Duration.ofDays(12), 1.5)),
                    new Occurrence.Submitted(Optional.empty(), values(0.8, 0.5), chance(0.97)));
        }
        if (chance(0.15)) {
            tell(came.plus(around(Duration.ofHours(3), 2)), new Occurrence.Valued(values(0.2, 0.9)));
        }
    }

    private static Optional<Stage> maybe(boolean is, Stage stage) {
        return is ? Optional.of(stage) : Optional.empty();
    }

    private Optional<Stage> stage(int number, double share) {
        return maybe(chance(share), Histories.STAGES.get(number));
    }

    private FieldValues values(double sourced, double sized) {
        FieldValues.Builder values = FieldValues.builder();
        if (chance(sourced)) {
            double skewed = random.nextDouble() * random.nextDouble();
            String source = Histories.SOURCES.get((int) (skewed * Histories.SOURCES.size()));
            values.set(StandardFields.SOURCE, chance(0.01) ? " " : source);
        }
        if (chance(sized)) {
            values.set(Histories.SIZE, any(List.of("small", "medium", "large")));
        }
        return values.build();
    }

    private void handling(Instant came) {
        if (chance(0.85)) {
            tell(response(came), new Occurrence.Responded());
        }
        if (chance(0.4)) {
            tell(came.plus(around(Duration.ofDays(2), 1)), new Occurrence.Responded());
        }
        if (chance(0.8)) {
            scores(came);
        }
        if (chance(0.9)) {
            owners(came);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            worked(came.plus(around(Duration.ofDays(1), 1.5)));
        }
    }

    private Instant response(Instant came) {
        Duration usual = around(Duration.ofMinutes(10), 1.6);
        List<Duration> edges =
                List.of(Duration.ZERO, TARGET, TARGET.plusNanos(1_000), TARGET.minusNanos(1_000), usual.negated());
        return came.plus(chance(0.04) ? any(edges) : usual);
    }

    private void scores(Instant came) {
        for (int i = chance(0.5) ? 1 : 2; i > 0; i--) {
            tell(came.plus(around(Duration.ofSeconds(i == 1 ? 5 : 90_000), 1)), scored());
        }
    }

    private Occurrence scored() {
        long units = 500L * Math.round(120 * quality + 25 * random.nextGaussian());
        int millionths = Math.min(MICROS, Math.max(0, (int) (MICROS * quality * quality * random.nextDouble())));
        return new Occurrence.Scored(
                new Points(units), chance(0.7) ? Optional.of(BigDecimal.valueOf(millionths, 6)) : Optional.empty());
    }

    private Optional<RepId> rep(double share) {
        return chance(share) ? Optional.of(new RepId(any(Histories.REPS))) : Optional.empty();
    }

    private void owners(Instant came) {
        Instant handed = came.plus(upTo(Duration.ofMinutes(2)));
        tell(handed, new Occurrence.Owned(rep(0.93)));
        if (chance(0.05)) {
            tell(handed, scored());
        }
        if (chance(0.25)) {
            tell(came.plus(around(Duration.ofDays(6), 1.5)), new Occurrence.Owned(rep(0.9)));
        }
    }

    private void worked(Instant at) {
        Duration time = Duration.ofSeconds(chance(0.01) ? -random.nextInt(1, 100) : random.nextInt(7_200));
        tell(at, new Occurrence.Worked(rep(0.95), time, chance(0.6) ? Optional.of(money(20_000)) : Optional.empty()));
    }

    private Money money(int most) {
        String currency = chance(0.8) ? "EUR" : any(Histories.CURRENCIES);
        return new Money(random.nextInt(most), Currency.getInstance(currency));
    }

    private Instant progress(Instant came) {
        Instant at = came;
        for (int stage = 1; stage < 3 && chance(0.2 + 0.6 * quality); stage++) {
            at = at.plus(around(Duration.ofDays(4L * stage), 0.9));
            if (chance(0.93)) {
                tell(at, new Occurrence.Entered(Histories.STAGES.get(stage)));
            }
            if (chance(0.08)) {
                tell(at.plus(around(Duration.ofDays(2), 1)), new Occurrence.Entered(Histories.STAGES.get(stage - 1)));
            }
            if (chance(0.3)) {
                tell(at, new Occurrence.Priced(money(5_000_000)));
            }
        }
        return at;
    }

    private void outcome(Instant at) {
        Instant end = chance(0.01) ? at.minus(around(Duration.ofDays(9), 1)) : at.plus(around(Duration.ofDays(7), 1));
        if (chance(0.3 * quality)) {
            converted(end);
        } else if (chance(0.55)) {
            lost(end);
        }
        if (chance(0.003)) {
            tell(end, new Occurrence.Voided());
        }
    }

    private void converted(Instant at) {
        tell(at, won());
        if (chance(0.04)) {
            tell(at.plus(around(Duration.ofDays(1), 1)), won());
        }
        if (chance(0.08)) {
            Instant back = at.plus(around(Duration.ofDays(6), 1));
            tell(back, new Occurrence.Voided());
            if (chance(0.4)) {
                tell(back.plus(around(Duration.ofDays(9), 1)), won());
            }
        }
    }

    private Occurrence won() {
        return new Occurrence.Converted(stage(3, 0.95), chance(0.8) ? Optional.of(money(8_000_000)) : Optional.empty());
    }

    private void lost(Instant at) {
        tell(at, new Occurrence.Lost(maybe(chance(0.5), new Stage("lost"))));
        if (!chance(0.2)) {
            return;
        }
        Instant again = at.plus(around(Duration.ofDays(30), 0.8));
        tell(
                again,
                chance(0.7)
                        ? new Occurrence.Reopened()
                        : new Occurrence.Submitted(Optional.empty(), values(0.5, 0.2), true));
        if (chance(0.6)) {
            tell(again.plus(around(Duration.ofHours(5), 1.5)), new Occurrence.Responded());
        }
        if (chance(0.15)) {
            converted(again.plus(around(Duration.ofDays(8), 1)));
        } else if (chance(0.5)) {
            tell(again.plus(around(Duration.ofDays(20), 1)), new Occurrence.Lost(Optional.empty()));
        }
    }

    private void noise(Instant came) {
        if (chance(0.01)) {
            tell(came.plus(upTo(Duration.ofDays(9))), new Occurrence.Unknown("mystery"));
        }
        if (chance(0.02)) {
            Instant at = came.plus(upTo(Duration.ofDays(9)));
            Instant recorded = at.minusSeconds(DataFault.SKEW_SECONDS)
                    .minus(any(List.of(0L, 1L, 3_600L * MICROS)), ChronoUnit.MICROS);
            tell(at, recorded, new Occurrence.Responded());
        }
        if (chance(0.04)) {
            tell(any(told).at(), new Occurrence.Entered(any(Histories.STAGES)));
        }
    }

    /** As a queue delivers them: in no order, some of them again. */
    private List<FactEvent> delivered() {
        List<FactEvent> all = new ArrayList<>(told);
        for (FactEvent event : told) {
            if (chance(0.08)) {
                all.add(event);
            }
        }
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, random.nextInt(i + 1));
        }
        return all;
    }
}
