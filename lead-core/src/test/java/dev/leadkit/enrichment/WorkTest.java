package dev.leadkit.enrichment;

import static dev.leadkit.enrichment.Scene.EMPLOYEES;
import static dev.leadkit.enrichment.Scene.INDUSTRY;
import static dev.leadkit.enrichment.Scene.NOW;
import static dev.leadkit.enrichment.Scene.found;
import static dev.leadkit.enrichment.Scene.industry;
import static dev.leadkit.enrichment.Scene.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leadkit.enrichment.EnrichmentAnswer.NoCredit;
import dev.leadkit.enrichment.EnrichmentAnswer.NothingKnown;
import dev.leadkit.enrichment.EnrichmentAnswer.Unavailable;
import dev.leadkit.enrichment.EnrichmentResult.Failed;
import dev.leadkit.enrichment.EnrichmentResult.NoAnswer;
import dev.leadkit.enrichment.EnrichmentResult.NotAsked;
import dev.leadkit.enrichment.EnrichmentResult.NotRecorded;
import dev.leadkit.enrichment.EnrichmentResult.Reason;
import dev.leadkit.enrichment.EnrichmentResult.Recorded;
import dev.leadkit.enrichment.EnrichmentResult.Requested;
import dev.leadkit.enrichment.Scene.Scripted;
import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.Commit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class WorkTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MICRO = Duration.ofNanos(1_000);

    private final Scene scene = new Scene();

    private List<EnrichmentResult> work(LeadEnrichment enrichment) {
        return enrichment.work(scene.claims(), scene.lease());
    }

    private void assertNothingToClaimFor(Duration time) {
        assertThat(scene.kept.outbox().claim(scene.now.plus(time).minus(MICRO), scene.now.plus(time), 100))
                .isEmpty();
    }

    private static Reason reason(EnrichmentResult result) {
        return ((NotAsked) result).reason();
    }

    @Test
    @DisplayName("A request is one effect, however often it is made, until its provider has answered")
    void requestedOnce() {
        LeadEnrichment enrichment =
                scene.asking(provider("acme", found("steel"))).build();
        LeadId lead = scene.lead("L-1");
        List<EnrichmentResult> first = enrichment.request(lead);
        scene.pass(HOUR);
        Requested again = (Requested) enrichment.request(lead).get(0);
        Effect effect = ((Requested) first.get(0)).effect();
        assertThat(again.effect().id()).isEqualTo(effect.id());
        assertThat(again.lead()).isEqualTo(lead);
        assertThat(again.provider()).isEqualTo("acme");
        assertThat(effect.type()).isEqualTo("enrich.acme");
        assertThat(effect.dueAt()).isEqualTo(NOW);
        assertThat(scene.claims()).containsExactly(new Claim(effect, 1, 0));
        assertThat(enrichment.due(scene.history(lead)).map(Effect::id)).contains(effect.id());
        assertThat(scene.history(lead).events()).hasSize(1);
    }

    @Test
    @DisplayName("Work asks, records and completes; later rounds are new effects")
    void work() {
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).build();
        LeadId lead = scene.lead("L-1");
        enrichment.request(lead);
        List<EnrichmentResult> results = work(enrichment);
        assertThat(results).containsExactly(new Recorded(scene.answers(lead).get(0), 2, false));
        assertThat(reason(enrichment.request(lead).get(0))).isEqualTo(Reason.ASKED_LATELY);
        assertThat(enrichment.due(scene.history(lead))).isEmpty();
        scene.pass(Duration.ofDays(90));
        assertThat(scene.claims()).isEmpty();
        assertThat(enrichment.request(lead).get(0)).isInstanceOf(Requested.class);
        assertThat(work(enrichment)).hasSize(1).first().isInstanceOf(Recorded.class);
        assertThat(acme.asked).hasSize(2);
    }

    @Test
    @DisplayName(
            "The next provider goes into the outbox with the answer of the one before it, if something is left to ask")
    void chain() {
        Scripted first = provider("first", found("steel"));
        Scripted settled = new Scripted("settled", Set.of(INDUSTRY), question -> found("glass"));
        Scripted last = provider(
                "last",
                EnrichmentAnswer.Found.of(
                        FieldValues.builder().set(EMPLOYEES, BigDecimal.ONE).build()));
        LeadEnrichment enrichment = scene.asking(first, settled, last).build();
        LeadId lead = scene.lead("L-1");
        assertThat(enrichment.request(lead)).hasSize(1);
        assertThat(work(enrichment)).extracting(EnrichmentResult::provider).containsExactly("first");
        assertThat(work(enrichment)).extracting(EnrichmentResult::provider).containsExactly("last");
        assertThat(work(enrichment)).isEmpty();
        assertThat(settled.asked).isEmpty();
        assertThat(scene.read(lead).get(EMPLOYEES)).contains(BigDecimal.ONE);
    }

    @Test
    @DisplayName("At the end of credit the rest of the batch waits, other providers go on, and nothing is lost")
    void noCredit() {
        EnrichmentAnswer[] answer = {new NoCredit()};
        Scripted acme = provider("acme", question -> answer[0]);
        Scripted other = provider("other", found("steel"));
        LeadEnrichment asksAcme = scene.asking(acme).build();
        LeadEnrichment asksOther = scene.asking(other).build();
        LeadEnrichment both = scene.asking(acme, other).build();
        asksAcme.request(scene.lead("L-1"));
        asksAcme.request(scene.lead("L-2"));
        asksOther.request(scene.lead("L-3"));
        List<EnrichmentResult> results = work(both);
        assertThat(results.get(0)).isInstanceOf(NoAnswer.class);
        assertThat(reason(results.get(1))).isEqualTo(Reason.PROVIDER_WAITS);
        assertThat(results.get(2)).isInstanceOf(Recorded.class);
        assertThat(acme.asked).hasSize(1);
        work(asksAcme); // the chain: the other provider's answer put acme in for the third lead
        int asked = acme.asked.size();
        assertNothingToClaimFor(HOUR);
        answer[0] = found("glass");
        scene.pass(HOUR);
        assertThat(work(both)).hasSize(3).allMatch(Recorded.class::isInstance);
        assertThat(acme.asked).hasSize(asked + 3);
    }

    @Test
    @DisplayName("Who is not available is left alone, with the whole batch, for as long as it says")
    void unavailable() {
        Duration hint = Duration.ofMinutes(20);
        Scripted acme = provider("acme", new Unavailable(Optional.of(hint)));
        LeadEnrichment enrichment = scene.asking(acme).build();
        enrichment.request(scene.lead("L-1"));
        enrichment.request(scene.lead("L-2"));
        assertThat(work(enrichment)).hasSize(2);
        assertThat(acme.asked).hasSize(1);
        assertNothingToClaimFor(hint);
        scene.pass(hint);
        assertThat(scene.claims()).hasSize(2);
    }

    @Test
    @DisplayName("When the budget is spent the batch waits")
    void budget() {
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).budget(Budget.of(1)).build();
        for (String id : List.of("L-1", "L-2", "L-3")) {
            enrichment.request(scene.lead(id));
        }
        List<EnrichmentResult> results = work(enrichment);
        assertThat(results.get(0)).isInstanceOf(Recorded.class);
        assertThat(results.subList(1, 3))
                .extracting(WorkTest::reason)
                .containsExactly(Reason.BUDGET_SPENT, Reason.PROVIDER_WAITS);
        assertNothingToClaimFor(HOUR);
        scene.pass(HOUR);
        assertThat(scene.claims()).hasSize(2);
    }

    @Test
    @DisplayName("A call that could outlast the claim is not made, and another worker may have the claim at once")
    void noTimeLeft() {
        Duration timeout = EnrichmentPolicy.standard().timeout();
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).build();
        enrichment.request(scene.lead("L-1"));
        List<EnrichmentResult> tooShort =
                enrichment.work(scene.claims(), scene.now.plus(timeout).minus(MICRO));
        assertThat(tooShort).extracting(WorkTest::reason).containsExactly(Reason.NO_TIME_LEFT);
        assertThat(acme.asked).isEmpty();
        assertThat(enrichment.work(scene.claims(), scene.now.plus(timeout)))
                .first()
                .isInstanceOf(Recorded.class);
    }

    @Test
    @DisplayName("A call that throws is tried again, each time after twice the wait")
    void failing() {
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    throw new IllegalStateException();
                }))
                .policy(EnrichmentPolicy.standard().askAgainAfter(Duration.ofHours(5)))
                .build();
        enrichment.request(scene.lead("L-1"));
        for (int hours : new int[] {1, 2, 4, 5, 5}) {
            assertThat(work(enrichment)).hasSize(1).first().isInstanceOf(Failed.class);
            assertNothingToClaimFor(Duration.ofHours(hours));
            scene.pass(Duration.ofHours(hours));
        }
    }

    @Test
    @DisplayName("Only failures make the wait longer, not how often a claim waited for budget or credit before")
    void onlyFailuresCount() {
        int[] credit = {0};
        boolean[] silent = {true};
        Budget counted = new Budget() {
            @Override
            public boolean take(String provider) {
                return credit[0]-- > 0;
            }

            @Override
            public void giveBack(String provider) {
                credit[0]++;
            }
        };
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    if (silent[0]) {
                        return new NoCredit();
                    }
                    throw new IllegalStateException();
                }))
                .budget(counted)
                .build();
        enrichment.request(scene.lead("L-1"));
        for (int i = 0; i < 4; i++) {
            assertThat(work(enrichment)).extracting(WorkTest::reason).containsExactly(Reason.BUDGET_SPENT);
            scene.pass(HOUR);
        }
        credit[0] = 9;
        assertThat(work(enrichment)).hasSize(1).first().isInstanceOf(NoAnswer.class);
        scene.pass(HOUR);
        silent[0] = false;
        for (int hours : new int[] {1, 2, 4}) {
            assertThat(work(enrichment)).hasSize(1).first().isInstanceOf(Failed.class);
            assertNothingToClaimFor(Duration.ofHours(hours));
            scene.pass(Duration.ofHours(hours));
        }
        assertThat(scene.claims()).hasSize(1);
    }

    @Test
    @DisplayName("Nobody is asked about a lead that was erased since it was asked for, and the effect is not due again")
    void erased() {
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).build();
        LeadId lead = scene.lead("L-1");
        enrichment.request(lead);
        scene.kept.redact(lead);
        assertThat(work(enrichment)).extracting(WorkTest::reason).containsExactly(Reason.ERASED);
        assertThat(acme.asked).isEmpty();
        scene.pass(Duration.ofDays(400));
        assertThat(scene.claims()).isEmpty();
        assertThat(scene.answers(lead)).isEmpty();
    }

    @Test
    @DisplayName("Who comes back after an erasure may be asked about again")
    void cameBack() {
        LeadEnrichment enrichment =
                scene.asking(provider("acme", found("steel"))).build();
        LeadId lead = scene.lead("L-1");
        enrichment.request(lead);
        scene.kept.redact(lead);
        work(enrichment);
        scene.pass(HOUR);
        scene.submit(
                lead,
                FieldValues.builder()
                        .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                        .build());
        assertThat(enrichment.request(lead).get(0)).isInstanceOf(Requested.class);
        assertThat(work(enrichment)).hasSize(1).first().isInstanceOf(Recorded.class);
    }

    @Test
    @DisplayName("A lead that never had personal data is asked about like any other")
    void nothingPersonal() {
        LeadEnrichment enrichment =
                scene.asking(provider("acme", found("steel"))).build();
        enrichment.request(scene.lead("L-1", FieldValues.EMPTY));
        assertThat(work(enrichment)).hasSize(1).first().isInstanceOf(Recorded.class);
    }

    @Test
    @DisplayName("What is told later of a person leaves the effect as it is, whenever it happened")
    void toldLater() {
        LeadEnrichment enrichment =
                scene.asking(provider("acme", found("steel"))).build();
        LeadId lead = scene.lead("L-1");
        Effect before = enrichment.due(scene.history(lead)).orElseThrow();
        FieldValues phone = FieldValues.builder()
                .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                .build();
        EventHeader past = new EventHeader(new EventId("a"), lead, NOW.minus(HOUR), NOW.plus(HOUR));
        scene.tell(lead, Updated.of(past, new Origin("form", "2", true), phone));
        scene.pass(HOUR);
        scene.submit(lead, phone);
        assertThat(enrichment.due(scene.history(lead)).map(Effect::id)).contains(before.id());
    }

    @Test
    @DisplayName("If the lead is erased while a provider is asked, the next one is not asked")
    void erasedWithinTheChain() {
        LeadId lead = scene.lead("L-1");
        Scripted first = new Scripted("first", Set.of(INDUSTRY), question -> {
            scene.kept.redact(lead);
            return found("steel");
        });
        LeadEnrichment both =
                scene.asking(first, provider("second", found("glass"))).build();
        both.request(lead);
        assertThat(work(both)).hasSize(1).first().isInstanceOf(Recorded.class);
        scene.pass(Duration.ofDays(400));
        assertThat(scene.claims()).isEmpty();
    }

    @Test
    @DisplayName("What was answered on another way meanwhile is not asked again, and the chain goes on")
    void answeredMeanwhile() {
        Scripted first = provider("first", new NothingKnown());
        Scripted second = provider("second", found("steel"));
        LeadEnrichment both = scene.asking(first, second).build();
        LeadId lead = scene.lead("L-1");
        both.request(lead);
        scene.asking(first).build().enrich(lead);
        assertThat(work(both)).extracting(WorkTest::reason).containsExactly(Reason.ANSWERED);
        assertThat(first.asked).hasSize(1);
        assertThat(work(both)).hasSize(1).first().isInstanceOf(Recorded.class);
        scene.pass(HOUR);
        assertThat(scene.claims()).isEmpty();
    }

    @Test
    @DisplayName(
            "If nothing is wanted any more the claim waits as long as an answer would hold, and the next provider is asked")
    void nothingWanted() {
        Scripted first = new Scripted("first", Set.of(INDUSTRY), question -> found("glass"));
        Scripted second = new Scripted("second", Set.of(StandardFields.PHONE), question -> new NothingKnown());
        LeadEnrichment enrichment = scene.asking(first, second).build();
        LeadId lead = scene.lead("L-1");
        enrichment.request(lead);
        scene.submit(lead, industry("steel"));
        assertThat(work(enrichment)).extracting(WorkTest::reason).containsExactly(Reason.NOTHING_WANTED);
        assertThat(work(enrichment)).extracting(EnrichmentResult::provider).containsExactly("second");
        assertNothingToClaimFor(Duration.ofDays(90));
        scene.pass(Duration.ofDays(90));
        assertThat(scene.claims()).hasSize(1);
        assertThat(first.asked).isEmpty();
    }

    @Test
    @DisplayName("Effects that are not for a provider here are left as they are")
    void foreign() {
        LeadEnrichment enrichment =
                scene.asking(provider("acme", found("steel"))).build();
        LeadId lead = scene.lead("L-1");
        Effect mail = new Effect(new EffectId("F-1"), lead, "mail.welcome", NOW, new TreeMap<>(), new TreeMap<>());
        Effect old = new Effect(new EffectId("F-2"), lead, "enrich.gone", NOW, new TreeMap<>(), new TreeMap<>());
        scene.kept.commit(Commit.of(lead, 1, scene.history(lead).events()).withEffects(List.of(mail, old)));
        assertThat(enrichment.types())
                .containsExactly(
                        enrichment.due(scene.history(lead)).orElseThrow().type());
        assertThat(scene.kept
                        .outbox()
                        .claim(ClaimRequest.of(scene.now, scene.lease(), 9).only(enrichment.types())))
                .isEmpty();
        List<Claim> claims = scene.claims();
        assertThat(enrichment.work(claims, scene.lease()))
                .containsExactlyInAnyOrder(
                        new NotAsked(lead, "mail.welcome", Reason.UNKNOWN_PROVIDER),
                        new NotAsked(lead, "gone", Reason.UNKNOWN_PROVIDER));
        assertThat(scene.claims()).isEmpty();
        assertThat(claims).allMatch(scene.kept.outbox()::complete);
    }

    @Test
    @DisplayName("A claim whose answer cannot be kept is complete: nobody pays for it again")
    void neverAgain() {
        LeadId lead = scene.lead("L-1");
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    fill(lead);
                    return found("steel");
                }))
                .build();
        enrichment.request(lead);
        assertThat(work(enrichment)).first().isInstanceOf(NotRecorded.class);
        LeadId full = scene.lead("L-2");
        enrichment.request(full);
        fill(full);
        assertThat(work(enrichment)).extracting(WorkTest::reason).containsExactly(Reason.HISTORY_FULL);
        assertThat(reason(enrichment.request(full).get(0))).isEqualTo(Reason.HISTORY_FULL);
        scene.pass(Duration.ofDays(400));
        assertThat(scene.claims()).isEmpty();
    }

    private void fill(LeadId lead) {
        List<LeadEvent> many = new ArrayList<>();
        for (int i = 1; i < LeadHistory.MOST_EVENTS; i++) {
            many.add(new Interacted(scene.header(lead, "visit" + i), Interaction.inbound("visit")));
        }
        scene.kept.commit(Commit.of(lead, 1, many));
    }

    @Test
    @DisplayName("A request tells of each provider why it is not asked, until one is; nothing is put in for nobody")
    void reasons() {
        LeadEnrichment enrichment = scene.asking(
                        new Scripted("first", Set.of(INDUSTRY), question -> found("glass")),
                        provider("second", found("glass")),
                        provider("third", found("glass")))
                .build();
        LeadId lead = scene.lead("L-1", industry("steel"));
        List<EnrichmentResult> results = enrichment.request(lead);
        assertThat(results).hasSize(2);
        assertThat(reason(results.get(0))).isEqualTo(Reason.NOTHING_WANTED);
        assertThat(results.get(1)).isInstanceOf(Requested.class);
        LeadId nobody = new LeadId("nobody");
        assertThat(enrichment.request(nobody))
                .hasSize(3)
                .extracting(WorkTest::reason)
                .containsOnly(Reason.NO_SUCH_LEAD);
        LeadId done = scene.lead(
                "L-2",
                industry("steel")
                        .overlay(FieldValues.builder()
                                .set(EMPLOYEES, BigDecimal.ONE)
                                .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                                .build()));
        assertThat(enrichment.request(done))
                .hasSize(3)
                .extracting(WorkTest::reason)
                .containsOnly(Reason.NOTHING_WANTED);
        assertThat(scene.claims()).hasSize(1);
    }

    @Test
    @DisplayName("A request overcomes 99 changes of the lead, not 100")
    void requestRaces() {
        LeadId lead = scene.lead("L-1");
        int[] left = {99};
        scene.store = Between.store(
                scene.kept,
                () -> {
                    if (left[0]-- > 0) {
                        scene.submit(lead, FieldValues.EMPTY);
                    }
                },
                () -> {});
        LeadEnrichment enrichment =
                scene.asking(provider("acme", found("steel"))).build();
        assertThat(enrichment.request(lead).get(0)).isInstanceOf(Requested.class);
        left[0] = 100;
        assertThatIllegalStateException()
                .isThrownBy(() -> enrichment.request(lead))
                .withMessage("lead L-1 must be left alone for a moment, was changed 100 times while it was read");
    }

    @Test
    @DisplayName("A worker that dies between answer and completion leaves nothing to ask twice")
    void diesBeforeCompletion() {
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).build();
        LeadId lead = scene.lead("L-1");
        enrichment.request(lead);
        Claim dead = scene.claims().get(0);
        enrichment.enrich(lead);
        scene.pass(Duration.ofMinutes(6));
        assertThat(work(enrichment)).extracting(WorkTest::reason).containsExactly(Reason.ANSWERED);
        assertThat(acme.asked).hasSize(1);
        assertThat(scene.kept.outbox().complete(dead)).isFalse();
        assertThat(scene.answers(lead)).extracting(Enriched::provider).containsExactly("acme");
    }
}
