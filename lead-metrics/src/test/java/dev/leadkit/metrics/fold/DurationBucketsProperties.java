package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class DurationBucketsProperties {

    @Property
    void aBucketIsAtMostTheDurationAndLessThanOnePercentBelow(@ForAll @LongRange(max = Long.MAX_VALUE) long seconds) {
        long bucket = DurationBuckets.of(Duration.ofSeconds(seconds));
        assertThat(bucket).isBetween(0L, seconds);
        assertThat(seconds - bucket).isLessThanOrEqualTo(seconds / 128);
    }

    @Property
    void bucketsKeepTheOrder(@ForAll @LongRange(max = 1L << 40) long one, @ForAll @LongRange(max = 1L << 40) long two) {
        long low = DurationBuckets.of(Duration.ofSeconds(Math.min(one, two)));
        long high = DurationBuckets.of(Duration.ofSeconds(Math.max(one, two)));
        assertThat(low).isLessThanOrEqualTo(high);
    }

    @Example
    void shortDurationsAreExactToTheSecond() {
        for (long seconds = 0; seconds < 256; seconds++) {
            assertThat(DurationBuckets.of(Duration.ofSeconds(seconds, 999_999_999)))
                    .isEqualTo(seconds);
        }
    }

    @Example
    void aHundredYearsFitInFewBuckets() {
        Set<Long> buckets = new TreeSet<>();
        for (long seconds = 0; seconds < 3_200_000_000L; seconds += 1 + seconds / 1_000) {
            buckets.add(DurationBuckets.of(Duration.ofSeconds(seconds)));
        }
        assertThat(buckets).hasSizeLessThan(3_400);
    }

    @Example
    void aNegativeDurationIsRefused() {
        assertThatThrownBy(() -> DurationBuckets.of(Duration.ofNanos(-1)))
                .hasMessage("duration must be 0 or more, was PT-0.000000001S");
    }
}
