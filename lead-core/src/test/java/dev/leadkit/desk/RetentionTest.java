package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.EventHeader;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept beside leads")
final class RetentionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Submission ASKED = new Submission(
            "web", "1", Optional.of(NOW.minusSeconds(5)), Map.of("email", "ada@example.org", "unmapped", " As typed "));

    private final LeadStore store = LeadStore.inMemory();

    private LeadDesk keeping(Duration payloads) {
        return Desks.on(store)
                .retention(Retention.standard().payloads(payloads))
                .build();
    }

    @Test
    @DisplayName("is no raw payload unless asked for, keys for 30 days and quarantine for 90")
    void standard() {
        Desks.on(store).build().capture(ASKED);
        assertThat(store.payloads(ADA)).isEmpty();
        assertThat(Retention.standard())
                .isEqualTo(new Retention(Duration.ZERO, DAY.multipliedBy(30), DAY.multipliedBy(90)));
    }

    @Test
    @DisplayName("is the payload as it came, for as long as was said")
    void payloads() {
        keeping(DAY).capture(ASKED);
        assertThat(store.payloads(ADA)).containsExactly(new Payload(ASKED, NOW, NOW.plus(DAY)));
        assertThat(store.forget(NOW.plus(DAY).minusNanos(1))).isZero();
        assertThat(store.forget(NOW.plus(DAY))).isOne();
        assertThat(store.payloads(ADA)).isEmpty();
        assertThat(Desks.feed(store)).hasSize(1);
    }

    @Test
    @DisplayName("is one payload for each submission that brought news, not for repetitions, keyed or not")
    void repetitions() {
        LeadDesk desk = keeping(DAY);
        desk.capture(ASKED);
        desk.capture(ASKED);
        desk.capture(ASKED, "k");
        assertThat(store.payloads(ADA)).hasSize(1);
        desk.capture(ASKED.with("country", "GB"), "l");
        assertThat(store.payloads(ADA))
                .extracting(Payload::submission)
                .containsExactly(ASKED, ASKED.with("country", "GB"));
    }

    @Test
    @DisplayName("is the payload of a merged record with the lead that it joined, until that is redacted")
    void merged() {
        LeadDesk desk = keeping(DAY);
        desk.capture(ASKED);
        Submission second = Desks.submission("2", "ada@example.org");
        desk.capture(second);
        assertThat(store.payloads(ADA)).extracting(Payload::submission).containsExactly(ASKED, second);
        store.redact(ADA);
        assertThat(store.payloads(ADA)).isEmpty();
    }

    @Test
    @DisplayName("is kept for ever if the span is longer than time")
    void forEver() {
        Duration ever = Duration.ofSeconds(Long.MAX_VALUE);
        LeadDesk desk =
                Desks.on(store).retention(new Retention(ever, ever, ever)).build();
        desk.capture(ASKED, "k");
        desk.capture(new Submission("web", "2", Optional.empty(), Map.of("country", "?")));
        assertThat(store.payloads(ADA)).extracting(Payload::keepUntil).containsExactly(EventHeader.LATEST);
        assertThat(store.quarantine().page(0, 9))
                .extracting(each -> each.content().keepUntil())
                .containsExactly(EventHeader.LATEST);
        assertThat(store.forget(EventHeader.LATEST.minusNanos(1))).isZero();
    }

    @Test
    @DisplayName("has spans that make sense")
    void spans() {
        Duration none = Duration.ZERO;
        Duration negative = Duration.ofNanos(-1);
        assertThat(new Retention(none, Duration.ofNanos(1), Duration.ofNanos(1)).payloads())
                .isZero();
        assertThatThrownBy(() -> new Retention(negative, DAY, DAY))
                .hasMessage("retention must be positive (of payloads zero or more), was PT-0.000000001S, PT24H, PT24H");
        assertThatThrownBy(() -> new Retention(DAY, none, DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(DAY, DAY, none)).isInstanceOf(IllegalArgumentException.class);
    }
}
