package dev.leadkit.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.condition.FieldTest.Range;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Overlaps and gaps of bands with ends among whole numbers, against looking at each whole number and each half. */
final class NumberBandsProperties {

    private static final int MOST = 6;

    @Provide
    Arbitrary<NumberBands> bands() {
        Arbitrary<Optional<Bound>> ends = Combinators.combine(
                        Arbitraries.integers().between(0, MOST), Arbitraries.of(true, false))
                .as((number, inclusive) -> NumberBands.bound(BigDecimal.valueOf(number), inclusive))
                .optional(0.8);
        Arbitrary<NumberBand> band = Combinators.combine(ends, ends)
                .filter((low, high) -> low.isPresent() || high.isPresent())
                .as((low, high) -> new NumberBand(new Range(low, high), Points.of(1)));
        return band.list().ofMinSize(1).ofMaxSize(3).map(list -> new NumberBands(list, Points.ZERO));
    }

    /** Doubled, so that halves are whole. */
    private static boolean holds(Range range, int twice) {
        boolean above = range.low().isEmpty() || isAbove(range.low().get(), twice, 1);
        return above && (range.high().isEmpty() || isAbove(range.high().get(), twice, -1));
    }

    private static boolean isAbove(Bound end, int twice, int way) {
        int distance = way * (twice - 2 * ((BigDecimal) end.key()).intValue());
        return distance > 0 || (distance == 0 && end.inclusive());
    }

    private static List<Long> found(NumberBands bands) {
        return IntStream.rangeClosed(-1, 2 * MOST + 1)
                .mapToObj(twice -> bands.bands().stream()
                        .filter(band -> holds(band.range(), twice))
                        .count())
                .toList();
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void bandsThatShareANumberOrHoldNoneAreRefused(@ForAll("bands") NumberBands bands) {
        boolean apart = found(bands).stream().allMatch(count -> count <= 1);
        boolean filled = bands.bands().stream()
                .allMatch(
                        band -> IntStream.rangeClosed(-1, 2 * MOST + 1).anyMatch(twice -> holds(band.range(), twice)));
        Statistics.label("fine")
                .collect(apart && filled)
                .coverage(part -> part.check(true).percentage(share -> share > 5));
        assertThat(isBuilt(bands)).isEqualTo(apart && filled);
        if (apart && filled) {
            assertThat(bands.hasGap()).isEqualTo(found(bands).contains(0L));
        }
    }

    private static boolean isBuilt(NumberBands bands) {
        try {
            ScoringModel.builder("m", "1")
                    .dimension("d", d -> d.number("n", Field.number("n"), bands))
                    .build();
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }
}
