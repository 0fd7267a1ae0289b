package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static dev.leadkit.desk.Desks.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Touched;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.MappingJson;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The sentences of {@code docs/capture.md} that are no table and no example: each stands on the page as it is quoted here, and
 * holds.
 */
@DisplayName("The page about ways in says truly")
final class CapturePageTest {

    private static final Submission FAULTY =
            new Submission("web", "1", Optional.empty(), Map.of("email", "ada@example.org", "country", "?"));

    private final LeadStore store = LeadStore.inMemory();
    private final LeadDesk desk = Desks.on(store).build();

    private static void says(String... sentences) throws IOException {
        String page = Files.readString(Path.of("../docs/capture.md")).replaceAll("\\s+", " ");
        assertThat(page).contains(sentences);
    }

    private LeadHistory ada() {
        return store.find(ADA).orElseThrow().history();
    }

    @Test
    @DisplayName("that a repetition is known by system, identifier, time and content")
    void repetitions() throws IOException {
        says(
                "The same submission (system, identifier, time and content) changes nothing the second time, and gets its first"
                        + " outcome.",
                "A submission without a time that comes with other content is news.");
        Submission dated = new Submission("web", "1", Optional.of(NOW), Map.of("email", "ada@example.org"));
        CaptureOutcome first = desk.capture(dated);
        assertThat(desk.capture(dated)).isEqualTo(first).isInstanceOf(CaptureOutcome.Accepted.class);
        assertThat(ada().events()).hasSize(1);
        for (Submission news : List.of(
                new Submission("web", "1", Optional.of(NOW.minusSeconds(1)), dated.values()),
                dated.with("country", "GB"),
                new Submission("web", "1", Optional.empty(), Map.of("country", "FR")),
                new Submission("web", "1", Optional.empty(), Map.of("country", "GB")))) {
            int before = ada().events().size();
            assertThat(desk.capture(news)).isInstanceOf(CaptureOutcome.Merged.class);
            assertThat(ada().events()).hasSize(before + 1);
        }
    }

    @Test
    @DisplayName(
            "that a key gets its first outcome, also quarantine and a mapping that changed, and refuses anything else")
    void keys() throws IOException {
        says(
                "The same key gets the first outcome, whatever happened since (also if that was quarantine, or if the mapping"
                        + " changed); another submission under it is refused.");
        CaptureOutcome faulty = desk.capture(FAULTY, "k");
        CaptureOutcome good = desk.capture(submission("2", "bob@example.org"), "l");
        LeadDesk changed = Desks.on(store)
                .mapping("web", any -> Desks.map(any.with("country", "GB")))
                .build();
        assertThat(changed.capture(FAULTY, "k")).isEqualTo(faulty).isInstanceOf(CaptureOutcome.Quarantined.class);
        assertThat(changed.capture(submission("2", "bob@example.org"), "l")).isEqualTo(good);
        assertThat(changed.capture(submission("3", "eve@example.org"), "l")).isInstanceOf(CaptureOutcome.Refused.class);
        assertThat(Desks.feed(store)).hasSize(1);
    }

    @Test
    @DisplayName("that a lead without room leaves the key free")
    void notReserved() throws IOException {
        says("A refusal because a lead is full is not reserved: try it again with the same key.");
        List<LeadEvent> many = IntStream.range(0, LeadHistory.MOST_EVENTS)
                .<LeadEvent>mapToObj(i -> new Interacted(
                        new EventHeader(new EventId("e" + i), ADA, NOW, NOW), Interaction.inbound("page.viewed")))
                .toList();
        store.commit(Commit.of(ADA, 0, many));
        assertThat(desk.capture(submission("1", "ada@example.org"), "k")).isInstanceOf(CaptureOutcome.Refused.class);
        assertThat(desk.capture(submission("2", "bob@example.org"), "k")).isInstanceOf(CaptureOutcome.Accepted.class);
    }

    @Test
    @DisplayName("that many at once take few questions")
    void fewQuestions() throws IOException {
        says("`desk.captureAll(list)` does what `capture` does one by one, with few questions to the store.");
        int[] calls = {0};
        LeadStore counted = (LeadStore) Proxy.newProxyInstance(
                CapturePageTest.class.getClassLoader(),
                new Class<?>[] {LeadStore.class},
                (proxy, method, arguments) -> {
                    calls[0]++;
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        List<Submission> few = submissions(0, 10);
        List<Submission> many = submissions(10, 510);
        Desks.on(counted).build().captureAll(few);
        int forFew = calls[0];
        Desks.on(counted).build().captureAll(many);
        assertThat(calls[0] - forFew).isEqualTo(forFew).isLessThan(few.size());
        assertThat(Desks.feed(store)).hasSize(few.size() + many.size());
    }

    private static List<Submission> submissions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> submission("r" + i, "p" + i + "@example.org"))
                .toList();
    }

    @Test
    @DisplayName(
            "that an equal submission waits once, leaves once it is in, and else stays as corrected for its first time")
    void quarantine() throws IOException {
        says(
                "with every fault; an equal submission waits once.",
                "It leaves the quarantine once it is in; one that is still faulty stays, as corrected.",
                "Quarantine is kept for 90 days, counted from then too.");
        desk.capture(FAULTY);
        desk.capture(FAULTY);
        QuarantineItem first = store.quarantine().page(0, 9).get(0);
        assertThat(store.quarantine().page(0, 9)).hasSize(1);
        assertThat(first.content().keepUntil()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        LeadDesk later = Desks.on(store, NOW.plus(Duration.ofDays(40))).build();
        Submission still = FAULTY.with("email", "eve@example.org");
        assertThat(later.resubmit(first.number(), any -> still)).containsInstanceOf(CaptureOutcome.Quarantined.class);
        QuarantineItem second = store.quarantine().page(0, 9).get(0);
        assertThat(second.content().submission()).isEqualTo(still);
        assertThat(second.content().keepUntil()).isEqualTo(first.content().keepUntil());
        assertThat(later.resubmit(second.number(), any -> any.with("country", "GB")))
                .containsInstanceOf(CaptureOutcome.Accepted.class);
        assertThat(store.quarantine().page(0, 9)).isEmpty();
    }

    @Test
    @DisplayName("that forgetting takes what is over its time, and an erasure takes it at once")
    void forgetting() throws IOException {
        says("which the host calls from time to time, forgets what is over its time: payloads, keys, quarantine."
                + " `store.redact(lead)` forgets it at once.");
        LeadDesk keeping = Desks.on(store)
                .retention(Retention.standard().payloads(Duration.ofDays(30)))
                .build();
        for (String round : List.of("a", "b")) {
            keeping.capture(submission("1", round + "@example.org"), round);
            keeping.capture(FAULTY);
            assertThat(store.payloads(ADA)).isNotEmpty();
            assertThat(store.quarantine().page(0, 9)).hasSize(1);
            if (round.equals("a")) {
                assertThat(store.forget(NOW.plus(Duration.ofDays(90)))).isEqualTo(3);
            } else {
                store.redact(ADA);
            }
            assertThat(store.payloads(ADA)).isEmpty();
            assertThat(store.quarantine().page(0, 9)).isEmpty();
            assertThat(keeping.capture(submission("other", "eve@example.org"), round)
                            .leadId())
                    .contains(LeadId.derived("web", "other"));
        }
    }

    @Test
    @DisplayName("that a mapping in JSON may ask for touches, of which none rewrites a field or another touch")
    void touches() throws IOException {
        says(
                "With `Mapping.Builder.touch()`, or `\"touch\": true` in JSON,",
                "none rewrites a field or another touch.");
        Mapping mapping =
                MappingJson.read(JsonDocument.of("""
                {"format": "leadkit.mapping/1", "system": "web", "externalId": {"column": "id"}, "touch": true,
                 "columns": [{"column": "email", "field": "email"}]}"""), Converters.standard()).mapping();
        LeadDesk touching = LeadDesk.builder(store, () -> NOW).mapping(mapping).build();
        Map<String, String> link = new TreeMap<>(Map.of("email", "ada@example.org", "utm_source", "news"));
        touching.capture(new Submission("web", "1", Optional.of(NOW), link));
        LeadHistory before = ada();
        link.put("utm_source", "fair");
        touching.capture(new Submission("web", "1", Optional.of(NOW.plusSeconds(5)), link));
        assertThat(ada().events()).containsAll(before.events());
        assertThat(ada().touches())
                .extracting((Touched each) -> each.touch().tags().get("utm_source"))
                .containsExactly("news", "fair");
        assertThat(ada().lead().get(StandardFields.SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("that a channel is put in lower case, at the time of the submission, and the later wish holds")
    void wishes() throws IOException {
        says("at the time of the submission. The later wish holds;", "A channel is put in lower case;");
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("how", StandardFields.PREFERRED_CHANNEL))
                .build();
        LeadDesk wishing = LeadDesk.builder(store, () -> NOW).mapping(mapping).build();
        wishing.capture(new Submission("web", "1", Optional.of(NOW.minusSeconds(60)), Map.of("how", "E-Mail")));
        wishing.capture(new Submission("web", "1", Optional.of(NOW.minusSeconds(90)), Map.of("how", "PHONE")));
        assertThat(ada().lead().get(StandardFields.PREFERRED_CHANNEL)).contains("e-mail");
        assertThat(ada().events())
                .filteredOn(ChannelPreferred.class::isInstance)
                .extracting(LeadEvent::occurredAt, event -> ((ChannelPreferred) event).channel())
                .containsExactly(
                        tuple(NOW.minusSeconds(90), new Channel("phone")),
                        tuple(NOW.minusSeconds(60), new Channel("e-mail")));
    }
}
