package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.DAY;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.RESULT;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.bad;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.feed;
import static dev.leadkit.core.kit.StoreSamples.once;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.StoreSamples.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.capture.Submission;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Quarantine;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.QuarantinedSubmission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Submissions that could not become leads wait in quarantine. */
abstract class QuarantineContract {

    private LeadStore store;
    private Quarantine quarantine;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
        quarantine = store.quarantine();
    }

    private long keep(QuarantinedSubmission bad) {
        return kept(quarantine.keep(bad, Optional.empty()));
    }

    private static long kept(KeepResult result) {
        assertThat(result).isInstanceOf(KeepResult.Kept.class);
        return ((KeepResult.Kept) result).number();
    }

    private List<QuarantinedSubmission> all() {
        return quarantine.page(0, ALL).stream().map(QuarantineItem::content).toList();
    }

    @Test
    @DisplayName("The quarantine is always the same, and at first it is empty")
    void empty() {
        assertThat(store.quarantine()).isSameAs(quarantine);
        assertThat(all()).isEmpty();
        assertThat(quarantine.find(1)).isEmpty();
        assertThat(quarantine.remove(1)).isFalse();
    }

    @Test
    @DisplayName("What was kept is found whole under its number, and is no lead")
    void found() {
        Map<String, String> values = new LinkedHashMap<>(Map.of("comment", "\u00e4 \uD83D\uDE00 \"\n"));
        values.put("blank", "");
        Submission odd = new Submission("web", "odd", Optional.empty(), values);
        QuarantinedSubmission item =
                new QuarantinedSubmission(odd, bad("x", "an e-mail address", 0).faults(), DAY, at(60));
        long number = keep(item);
        assertThat(number).isPositive();
        assertThat(quarantine.find(number)).contains(new QuarantineItem(number, item));
        assertThat(quarantine.find(number + 1)).isEmpty();
        assertThat(store.find(item.record())).isEmpty();
        assertThat(feed(store)).isEmpty();
    }

    @Test
    @DisplayName("Pages have every item once, in the order in which they came in, under growing numbers")
    void pages() {
        List<QuarantinedSubmission> items = List.of(bad("3", "a", 60), bad("1", "b", 90), bad("2", "c", 30));
        items.forEach(this::keep);
        List<QuarantineItem> all = quarantine.page(0, 9);
        assertThat(all.stream().map(QuarantineItem::content)).containsExactlyElementsOf(items);
        assertThat(all.stream().map(QuarantineItem::number)).isSorted().doesNotHaveDuplicates();
        List<QuarantineItem> paged = new ArrayList<>(quarantine.page(0, 2));
        assertThat(paged).hasSize(2);
        paged.addAll(quarantine.page(paged.get(1).number(), 2));
        assertThat(paged).isEqualTo(all);
        assertThat(quarantine.page(all.get(2).number(), 2)).isEmpty();
    }

    @Test
    @DisplayName("A page that makes no sense is refused")
    void senselessPage() {
        assertThatIllegalArgumentException().isThrownBy(() -> quarantine.page(-1, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> quarantine.page(0, 0));
    }

    @Test
    @DisplayName("An equal submission is kept once, under its number, with what was said of it last")
    void equalSubmission() {
        long number = keep(bad("1", "an e-mail address", 60));
        keep(bad("2", "an e-mail address", 60));
        QuarantinedSubmission newer = new QuarantinedSubmission(
                submission("1", "ada"), bad("1", "reachable", 0).faults(), at(5), at(90));
        assertThat(keep(newer)).isEqualTo(number);
        assertThat(all()).containsExactly(newer, bad("2", "an e-mail address", 60));
    }

    @Test
    @DisplayName("Submissions that differ by a column, a text, the time or the record are different submissions")
    void differentSubmissions() {
        Submission base = submission("1", "ada");
        List<Submission> all = List.of(
                base,
                submission("1", "Ada"),
                new Submission("web", "1", Optional.empty(), base.values()),
                new Submission("web", "1", Optional.of(at(1)), base.values()),
                new Submission("crm", "1", base.occurredAt(), base.values()),
                new Submission("web", "1", base.occurredAt(), Map.of("email", "ada")));
        for (Submission each : all) {
            keep(new QuarantinedSubmission(each, bad("x", "right", 0).faults(), DAY, at(60)));
        }
        assertThat(all().stream().map(QuarantinedSubmission::submission)).containsExactlyElementsOf(all);
    }

    @Test
    @DisplayName("What was removed is gone; kept again it is a new item at the end")
    void removed() {
        long first = keep(bad("1", "a", 60));
        long second = keep(bad("2", "b", 60));
        assertThat(quarantine.remove(first)).isTrue();
        assertThat(quarantine.remove(first)).isFalse();
        assertThat(quarantine.find(first)).isEmpty();
        assertThat(all()).containsExactly(bad("2", "b", 60));
        assertThat(keep(bad("1", "a", 60))).isGreaterThan(second);
        assertThat(all()).containsExactly(bad("2", "b", 60), bad("1", "a", 60));
        assertThat(quarantine.remove(second + 1_000)).isFalse();
    }

    @Test
    @DisplayName("A number is never given twice, not even when the last item was removed")
    void numbersGrow() {
        long first = keep(bad("1", "a", 60));
        quarantine.remove(first);
        assertThat(keep(bad("2", "b", 60))).isGreaterThan(first);
    }

    @Test
    @DisplayName("A repetition under the same idempotency key gets the first result, also after the item was removed")
    void repeated() {
        long number = kept(quarantine.keep(bad("1", "a", 60), reservation("try-1", "p")));
        assertThat(quarantine.keep(bad("1", "b", 60), reservation("try-1", "p")))
                .isEqualTo(new KeepResult.Repeated(RESULT));
        assertThat(all()).containsExactly(bad("1", "a", 60));
        quarantine.remove(number);
        assertThat(quarantine.keep(bad("1", "a", 60), reservation("try-1", "p")))
                .isEqualTo(new KeepResult.Repeated(RESULT));
        assertThat(all()).isEmpty();
    }

    @Test
    @DisplayName("The same idempotency key with another payload is refused and keeps nothing")
    void keyReused() {
        quarantine.keep(bad("1", "a", 60), reservation("try-1", "p"));
        assertThat(quarantine.keep(bad("2", "b", 60), reservation("try-1", "q")))
                .isEqualTo(new KeepResult.KeyReused());
        assertThat(all()).containsExactly(bad("1", "a", 60));
    }

    @Test
    @DisplayName("Leads and quarantine share their idempotency keys: what one was told the other repeats or refuses")
    void sharedKeys() {
        quarantine.keep(bad("1", "a", 60), reservation("try-1", "p"));
        assertThat(store.commit(once(0, "try-1", "p", captured(LEAD)))).isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.commit(once(0, "try-1", "q", captured(LEAD)))).isEqualTo(new CommitResult.KeyReused());
        assertThat(store.find(LEAD)).isEmpty();
        store.commit(once(0, "try-2", "p", captured(LEAD)));
        assertThat(quarantine.keep(bad("2", "b", 60), reservation("try-2", "p")))
                .isEqualTo(new KeepResult.Repeated(RESULT));
        assertThat(quarantine.keep(bad("2", "b", 60), reservation("try-2", "q")))
                .isEqualTo(new KeepResult.KeyReused());
        assertThat(all()).containsExactly(bad("1", "a", 60));
    }

    @Test
    @DisplayName("The record of an item is the lead that it would have become")
    void record() {
        assertThat(bad("1", "a", 60).record()).isEqualTo(LeadId.derived("web", "1"));
    }
}
