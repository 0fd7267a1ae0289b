package dev.leadkit.enrichment;

import static dev.leadkit.enrichment.Scene.EMPLOYEES;
import static dev.leadkit.enrichment.Scene.INDUSTRY;
import static dev.leadkit.enrichment.Scene.NOW;
import static dev.leadkit.enrichment.Scene.found;
import static dev.leadkit.enrichment.Scene.industry;
import static dev.leadkit.enrichment.Scene.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leadkit.enrichment.EnrichmentAnswer.Found;
import dev.leadkit.enrichment.EnrichmentAnswer.NothingKnown;
import dev.leadkit.enrichment.EnrichmentResult.NotRecorded;
import dev.leadkit.enrichment.EnrichmentResult.Recorded;
import dev.leadkit.enrichment.Scene.Scripted;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RecordingTest {

    private static final FieldValues BOTH = FieldValues.builder()
            .set(INDUSTRY, "steel")
            .set(EMPLOYEES, BigDecimal.TEN)
            .build();

    private final Scene scene = new Scene();
    private final AtomicInteger commits = new AtomicInteger();

    private static void nothing() {}

    private void visit(LeadId lead) {
        int number = scene.history(lead).events().size();
        scene.tell(lead, new Interacted(scene.header(lead, "visit" + number), Interaction.inbound("visit")));
    }

    @Test
    @DisplayName("Who submits while the provider is asked is not overruled; the rest of the answer goes in")
    void submittedMeanwhile() {
        LeadId lead = scene.lead("L-1");
        scene.store = Between.store(
                scene.kept,
                () -> {
                    if (commits.getAndIncrement() == 0) {
                        scene.submit(lead, industry("glass"));
                    }
                },
                RecordingTest::nothing);
        Scripted acme = provider("acme", Found.of(BOTH, 90));
        EnrichmentResult result = scene.asking(acme).build().enrich(lead).get(0);
        Enriched event = scene.answers(lead).get(0);
        assertThat(result).isEqualTo(new Recorded(event, 3, false));
        assertThat(event.values().fields()).containsExactly(EMPLOYEES);
        assertThat(event.confidence()).containsOnlyKeys("employees");
        assertThat(scene.read(lead).get(INDUSTRY)).contains("glass");
        assertThat(scene.read(lead).get(EMPLOYEES)).contains(BigDecimal.TEN);
        assertThat(acme.asked).hasSize(1);
    }

    @Test
    @DisplayName("99 conflicts are overcome; after 100 the answer is handed back whole, to be recorded later")
    void conflicts() {
        LeadId lead = scene.lead("L-1");
        AtomicInteger left = new AtomicInteger(99);
        scene.store = Between.store(
                scene.kept,
                () -> {
                    if (left.getAndDecrement() > 0) {
                        visit(lead);
                    }
                },
                RecordingTest::nothing);
        LeadEnrichment enrichment =
                scene.asking(provider("acme", Found.of(BOTH))).build();
        assertThat(enrichment.enrich(lead).get(0)).isInstanceOf(Recorded.class);
        LeadId other = scene.lead("L-2");
        scene.store = Between.store(scene.kept, () -> visit(other), RecordingTest::nothing);
        LeadEnrichment hindered = scene.asking(provider("acme", Found.of(BOTH))).build();
        NotRecorded lost = (NotRecorded) hindered.enrich(other).get(0);
        assertThat(lost.refusal()).isEqualTo(new CommitResult.Conflict(101));
        assertThat(lost.event().values()).isEqualTo(BOTH);
        assertThat(lost.lead()).isEqualTo(other);
        assertThat(lost.provider()).isEqualTo("acme");
        assertThat(scene.answers(other)).isEmpty();
        assertThat(enrichment.record(lost.event())).isEqualTo(new Recorded(lost.event(), 102, false));
        assertThat(scene.read(other).get(INDUSTRY)).contains("steel");
    }

    @Test
    @DisplayName("When the store throws, the exception has the answer, which can be recorded later, once")
    void storeThrows() {
        LeadId lead = scene.lead("L-1");
        IllegalStateException broken = new IllegalStateException("connection lost");
        scene.store = Between.store(
                scene.kept,
                () -> {
                    throw broken;
                },
                RecordingTest::nothing);
        LeadEnrichment failing = scene.asking(provider("acme", found("steel"))).build();
        Enriched[] paid = new Enriched[1];
        assertThatExceptionOfType(UnrecordedAnswerException.class)
                .isThrownBy(() -> failing.enrich(lead))
                .withMessage("answer of acme about lead L-1 is not in the store")
                .withCause(broken)
                .satisfies(e -> paid[0] = e.event());
        assertThat(scene.answers(lead)).isEmpty();
        scene.store = scene.kept;
        LeadEnrichment working = scene.asking().build();
        assertThat(working.record(paid[0])).isEqualTo(new Recorded(paid[0], 2, false));
        assertThat(working.record(paid[0])).isEqualTo(new Recorded(paid[0], 2, false));
        assertThat(scene.answers(lead)).containsExactly(paid[0]);
    }

    @Test
    @DisplayName("When the store throws although the answer is in, recording it again changes nothing")
    void lostConfirmation() {
        LeadId lead = scene.lead("L-1");
        scene.store = Between.store(scene.kept, RecordingTest::nothing, () -> {
            throw new IllegalStateException("no confirmation");
        });
        LeadEnrichment failing = scene.asking(provider("acme", found("steel"))).build();
        Enriched[] paid = new Enriched[1];
        assertThatExceptionOfType(UnrecordedAnswerException.class)
                .isThrownBy(() -> failing.enrich(lead))
                .satisfies(e -> paid[0] = e.event());
        assertThat(failing.record(paid[0]))
                .isEqualTo(new Recorded(scene.answers(lead).get(0), 2, false));
        assertThat(scene.answers(lead)).hasSize(1);
    }

    @Test
    @DisplayName("An answer that went in under another identifier is found again: what was paid once is there once")
    void lostConfirmationBehindAnother() {
        LeadId lead = scene.lead("L-1");
        LeadEnrichment other =
                scene.asking(provider("other", new NothingKnown())).build();
        scene.store = Between.store(scene.kept, RecordingTest::nothing, () -> {
            throw new IllegalStateException("no confirmation");
        });
        LeadEnrichment failing = scene.asking(provider("acme", question -> {
                    other.enrich(lead);
                    return found("steel");
                }))
                .build();
        Enriched[] paid = new Enriched[1];
        assertThatExceptionOfType(UnrecordedAnswerException.class)
                .isThrownBy(() -> failing.enrich(lead))
                .satisfies(e -> paid[0] = e.event());
        Enriched there = scene.answers(lead).get(1);
        assertThat(there.id()).isNotEqualTo(paid[0].id());
        assertThat(failing.record(paid[0])).isEqualTo(new Recorded(there, 3, false));
        assertThat(scene.answers(lead)).hasSize(2);
    }

    @Test
    @DisplayName(
            "A lead that is erased while the provider is asked keeps the fact of the answer, without personal data")
    void erasedMeanwhile() {
        LeadId lead = scene.lead("L-1");
        FieldValues values = FieldValues.builder()
                .set(INDUSTRY, "steel")
                .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                .build();
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    scene.kept.redact(lead);
                    return Found.of(values);
                }))
                .build();
        assertThat(enrichment.enrich(lead).get(0)).isInstanceOf(Recorded.class);
        assertThat(scene.answers(lead)).extracting(Enriched::values).containsExactly(industry("steel"));
        assertThat(scene.read(lead).get(StandardFields.PHONE)).isEmpty();
    }

    @Test
    @DisplayName("An answer about a lead that was erased meanwhile is handed back without personal data")
    void erasedAndUnrecorded() {
        LeadId lead = scene.lead("L-1");
        scene.store = Between.store(
                scene.kept,
                () -> {
                    throw new IllegalStateException();
                },
                () -> {});
        FieldValues values = FieldValues.builder()
                .set(INDUSTRY, "steel")
                .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                .build();
        boolean[] erasing = {false};
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    if (erasing[0]) {
                        scene.kept.redact(lead);
                    }
                    return Found.of(values);
                }))
                .build();
        for (FieldValues handed : List.of(values, industry("steel"))) {
            assertThatExceptionOfType(UnrecordedAnswerException.class)
                    .isThrownBy(() -> enrichment.enrich(lead))
                    .satisfies(e -> assertThat(e.event().values()).isEqualTo(handed));
            erasing[0] = true;
        }
    }

    @Test
    @DisplayName("Two answers of one provider at one instant are two events")
    void oneInstant() {
        LeadId lead = scene.lead("L-1");
        LeadEnrichment other =
                scene.asking(provider("acme", new NothingKnown())).build();
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    other.enrich(lead);
                    return found("steel");
                }))
                .build();
        assertThat(enrichment.enrich(lead).get(0)).isInstanceOf(Recorded.class);
        assertThat(scene.answers(lead))
                .extracting(Enriched::occurredAt)
                .containsExactly(NOW, NOW.plus(Duration.ofNanos(1_000)));
        assertThat(scene.read(lead).get(INDUSTRY)).contains("steel");
    }

    @Test
    @DisplayName("A history that got full meanwhile, and a lead that is gone, hand the answer back")
    void noRoom() {
        LeadId lead = scene.lead("L-1");
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    List<LeadEvent> many = new ArrayList<>();
                    for (int i = 1; i < LeadHistory.MOST_EVENTS; i++) {
                        many.add(new Interacted(scene.header(lead, "visit" + i), Interaction.inbound("visit")));
                    }
                    scene.kept.commit(Commit.of(lead, 1, many));
                    return found("steel");
                }))
                .build();
        NotRecorded full = (NotRecorded) enrichment.enrich(lead).get(0);
        assertThat(full.refusal()).isEqualTo(new CommitResult.Full(LeadHistory.MOST_EVENTS));
        assertThat(full.event().values()).isEqualTo(industry("steel"));
        Scene empty = new Scene();
        assertThat(empty.asking().build().record(full.event()))
                .isEqualTo(new NotRecorded(full.event(), new CommitResult.Conflict(0)));
    }

    @Test
    @DisplayName("Two threads never ask the same provider about the same lead at once")
    void oneAtATime() {
        LeadId lead = scene.lead("L-1");
        LeadEnrichment[] enrichment = new LeadEnrichment[1];
        List<EnrichmentResult> within = new ArrayList<>();
        Scripted acme = provider("acme", question -> {
            within.addAll(enrichment[0].enrich(lead));
            return new EnrichmentAnswer.NoCredit();
        });
        enrichment[0] = scene.asking(acme).build();
        enrichment[0].enrich(lead);
        assertThat(within)
                .containsExactly(new EnrichmentResult.NotAsked(lead, "acme", EnrichmentResult.Reason.BEING_ASKED));
        enrichment[0].enrich(lead);
        assertThat(acme.asked).hasSize(2);
    }
}
