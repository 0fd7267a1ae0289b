package dev.leadkit.condition.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

@Label("How long ago a date was, or how far ahead")
final class AgeSlotProperties {

    private static final Field<Instant> SEEN = Field.instant("seen");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Duration> AGES = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofNanos(999_999_999),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1, 1),
            Duration.ofDays(30),
            Duration.between(Instant.MIN, Instant.MAX),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));

    @Provide
    Arbitrary<AgeCondition> conditions() {
        Arbitrary<Optional<Duration>> ends = Arbitraries.of(AGES).optional();
        return Combinators.combine(ends, ends, Arbitraries.of(true, false))
                .filter((one, other, ahead) -> one.or(() -> other).isPresent())
                .as((one, other, ahead) -> {
                    boolean turned =
                            one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0;
                    return turned
                            ? new AgeCondition(SEEN, ahead, other, one)
                            : new AgeCondition(SEEN, ahead, one, other);
                });
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                Arbitraries.of(AGES.subList(0, 6)).map(NOON::minus),
                Arbitraries.of(AGES.subList(0, 6)).map(NOON::plus),
                Arbitraries.longs().between(-3, 3).map(NOON::plusNanos),
                Arbitraries.of(NOON.minusNanos(1_000_000_001), Instant.MIN, Instant.MAX));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("is told apart as the conditions tell it, true or false")
    void asTheConditionsSay(
            @ForAll @Size(min = 1, max = 5) List<@From("conditions") AgeCondition> conditions,
            @ForAll("instants") Instant date,
            @ForAll("instants") Instant now) {
        AgeSlot slot = new AgeSlot(conditions);
        int code = slot.code(AgeSlot.second(date, ZoneOffset.UTC), AgeSlot.nano(date), now);
        assertThat(code).isLessThan(slot.codes());
        Lead lead = Lead.builder(new LeadId("L"))
                .overlay(FieldValues.builder().set(SEEN, date).build())
                .build();
        for (AgeCondition condition : conditions) {
            Truth truth = condition.evaluate(Facts.of(lead, now), fault -> {});
            assertThat(slot.part(0, condition, true).codes().has(code))
                    .as("%s at %s of %s", condition, now, date)
                    .isEqualTo(truth == Truth.TRUE);
            assertThat(slot.part(0, condition, false).codes().has(code)).isEqualTo(truth == Truth.FALSE);
        }
    }

    @Example
    @Label("is neither true nor false of none, and a day begins where its zone says, gaps at midnight and all")
    void noneAndDays() {
        AgeCondition old = new AgeCondition(SEEN, Optional.of(Duration.ofDays(1)), Optional.empty());
        AgeSlot slot = new AgeSlot(List.of(old));
        int missing = slot.code(AgeSlot.NEVER, 0, NOON);
        assertThat(slot.part(0, old, true).codes().has(missing)).isFalse();
        assertThat(slot.part(0, old, false).codes().has(missing)).isFalse();
        LocalDate day = LocalDate.of(1969, 12, 30);
        assertThat(AgeSlot.second(day, ZoneOffset.UTC)).isEqualTo(-2 * 86_400);
        assertThat(AgeSlot.second(day, ZoneOffset.ofHours(2))).isEqualTo(-2 * 86_400 - 7_200);
        assertThat(AgeSlot.second(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo(Instant.parse("2018-11-04T03:00:00Z").getEpochSecond());
        assertThat(AgeSlot.nano(day)).isZero();
    }
}
