package dev.leadkit.enrichment;

import static dev.leadkit.enrichment.Scene.EMPLOYEES;
import static dev.leadkit.enrichment.Scene.INDUSTRY;
import static dev.leadkit.enrichment.Scene.NOW;
import static dev.leadkit.enrichment.Scene.found;
import static dev.leadkit.enrichment.Scene.industry;
import static dev.leadkit.enrichment.Scene.provider;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.contact.EmailLists;
import dev.leadkit.enrichment.EnrichmentAnswer.Found;
import dev.leadkit.enrichment.EnrichmentAnswer.NoCredit;
import dev.leadkit.enrichment.EnrichmentAnswer.NothingKnown;
import dev.leadkit.enrichment.EnrichmentAnswer.Unavailable;
import dev.leadkit.enrichment.EnrichmentPolicy.Filling;
import dev.leadkit.enrichment.EnrichmentResult.Failed;
import dev.leadkit.enrichment.EnrichmentResult.NoAnswer;
import dev.leadkit.enrichment.EnrichmentResult.NotAsked;
import dev.leadkit.enrichment.EnrichmentResult.Reason;
import dev.leadkit.enrichment.EnrichmentResult.Recorded;
import dev.leadkit.enrichment.EnrichmentResult.Silence;
import dev.leadkit.enrichment.Scene.Scripted;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AskingTest {

    private static final Duration MICRO = Duration.ofNanos(1_000);

    private final Scene scene = new Scene();

    private static NotAsked notAsked(LeadId lead, Reason reason) {
        return new NotAsked(lead, "acme", reason);
    }

    private EnrichmentResult one(LeadEnrichment enrichment, LeadId lead) {
        List<EnrichmentResult> results = enrichment.enrich(lead);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    @Test
    @DisplayName("What a provider finds goes into the lead as an event, personal data apart, with how sure it is")
    void found1() {
        FieldValues values = FieldValues.builder()
                .set(INDUSTRY, "steel")
                .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                .build();
        Scripted acme = provider("acme", new Found(values, new TreeMap<>(Map.of("industry", 90))));
        LeadId lead = scene.lead("L-1");
        Recorded recorded = (Recorded) one(scene.asking(acme).build(), lead);
        Enriched event = scene.answers(lead).get(0);
        assertThat(recorded).isEqualTo(new Recorded(event, 2, false));
        assertThat(recorded.lead()).isEqualTo(lead);
        assertThat(recorded.provider()).isEqualTo("acme");
        assertThat(event.facts()).isEqualTo(industry("steel"));
        assertThat(event.personal().fields()).containsExactly(StandardFields.PHONE);
        assertThat(event.confidence()).containsExactly(Map.entry("industry", 90));
        assertThat(event.occurredAt()).isEqualTo(NOW);
        assertThat(event.header().recordedAt()).isEqualTo(NOW);
        assertThat(scene.read(lead).get(INDUSTRY)).contains("steel");
    }

    @Test
    @DisplayName("The question has the lead as it is, the empty fields in order of their names, and the deadline")
    void question() {
        Scripted acme = provider("acme", new NothingKnown());
        LeadId lead = scene.lead("L-1", industry("steel"));
        scene.asking(acme)
                .policy(EnrichmentPolicy.standard().timeout(Duration.ofSeconds(3)))
                .build()
                .enrich(lead);
        EnrichmentQuestion question = acme.asked.get(0);
        assertThat(question.lead().values()).isEqualTo(scene.read(lead).values());
        assertThat(question.wanted()).containsExactly(EMPLOYEES, StandardFields.PHONE);
        assertThat(question.deadline()).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    @DisplayName("Only what was empty, what the provider may fill, and what the host declares so is taken over")
    void onlyWanted() {
        FieldValues values = FieldValues.builder()
                .set(INDUSTRY, "glass")
                .set(EMPLOYEES, BigDecimal.TEN)
                .set(StandardFields.CITY, "Bonn")
                .set(new Field<>("phone", FieldType.TEXT, false), "call me")
                .build();
        LeadId lead = scene.lead("L-1", industry("steel"));
        one(scene.asking(provider("acme", Found.of(values, 50))).build(), lead);
        Enriched event = scene.answers(lead).get(0);
        assertThat(event.values())
                .isEqualTo(FieldValues.builder().set(EMPLOYEES, BigDecimal.TEN).build());
        assertThat(event.confidence()).containsExactly(Map.entry("employees", 50));
        assertThat(scene.read(lead).get(INDUSTRY)).contains("steel");
    }

    @Test
    @DisplayName("Who knows nothing is not asked again before the span is over, and then once more")
    void negativeCache() {
        Scripted acme = provider("acme", new NothingKnown());
        LeadEnrichment enrichment = scene.asking(acme).build();
        LeadId lead = scene.lead("L-1");
        assertThat(one(enrichment, lead)).isInstanceOf(Recorded.class);
        assertThat(scene.answers(lead).get(0).values()).isEqualTo(FieldValues.EMPTY);
        scene.pass(Duration.ofDays(90).minus(MICRO));
        assertThat(one(enrichment, lead)).isEqualTo(notAsked(lead, Reason.ASKED_LATELY));
        assertThat(acme.asked).hasSize(1);
        scene.pass(MICRO);
        assertThat(one(enrichment, lead)).isInstanceOf(Recorded.class);
        assertThat(acme.asked).hasSize(2);
    }

    @Test
    @DisplayName("What was found, submitted or cleared is not asked for")
    void nothingWanted() {
        LeadId lead = scene.lead("L-1", industry("steel"));
        scene.submit(
                lead,
                FieldValues.builder()
                        .clear("employees")
                        .set(StandardFields.PHONE, new PhoneNumber("+4930123456"))
                        .build());
        Scripted acme = provider("acme", found("glass"));
        assertThat(one(scene.asking(acme).build(), lead)).isEqualTo(notAsked(lead, Reason.NOTHING_WANTED));
        assertThat(acme.asked).isEmpty();
    }

    @Test
    @DisplayName("Providers are asked in order, each for what the one before it left open")
    void inOrder() {
        Scripted first = provider("first", found("steel"));
        Scripted second = provider(
                "second",
                Found.of(FieldValues.builder().set(EMPLOYEES, BigDecimal.ONE).build()));
        LeadId lead = scene.lead("L-1");
        List<EnrichmentResult> results = scene.asking(first, second).build().enrich(lead);
        assertThat(results).extracting(EnrichmentResult::provider).containsExactly("first", "second");
        assertThat(second.asked.get(0).wanted()).containsExactly(EMPLOYEES, StandardFields.PHONE);
        assertThat(scene.answers(lead)).extracting(Enriched::provider).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    @DisplayName(
            "Without credit nothing is recorded, the budget gets its call back, and the lead can be asked about later")
    void noCredit() {
        Budget budget = Budget.of(1);
        LeadEnrichment enrichment =
                scene.asking(provider("acme", new NoCredit())).budget(budget).build();
        LeadId lead = scene.lead("L-1");
        NoAnswer expected = new NoAnswer(lead, "acme", Silence.NO_CREDIT, NOW.plus(Duration.ofHours(1)));
        assertThat(one(enrichment, lead)).isEqualTo(expected);
        assertThat(one(enrichment, lead)).isEqualTo(expected);
        assertThat(scene.answers(lead)).isEmpty();
        assertThat(budget.take("acme")).isTrue();
        assertThat(budget.take("acme")).isFalse();
    }

    @Test
    @DisplayName("Who is not available says when to come back, or the policy does")
    void unavailable() {
        LeadId lead = scene.lead("L-1");
        EnrichmentAnswer told = new Unavailable(Optional.of(Duration.ofMinutes(7)));
        assertThat(one(scene.asking(provider("acme", told)).build(), lead))
                .isEqualTo(new NoAnswer(lead, "acme", Silence.UNAVAILABLE, NOW.plus(Duration.ofMinutes(7))));
        EnrichmentPolicy patient = EnrichmentPolicy.standard().retryAfter(Duration.ofHours(3));
        EnrichmentAnswer untold = new Unavailable(Optional.empty());
        assertThat(one(scene.asking(provider("acme", untold)).policy(patient).build(), lead))
                .isEqualTo(new NoAnswer(lead, "acme", Silence.UNAVAILABLE, NOW.plus(Duration.ofHours(3))));
    }

    @Test
    @DisplayName("A spent budget asks nobody")
    void budgetSpent() {
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).budget(Budget.of(1)).build();
        LeadId second = scene.lead("L-2");
        assertThat(one(enrichment, scene.lead("L-1"))).isInstanceOf(Recorded.class);
        assertThat(one(enrichment, second)).isEqualTo(notAsked(second, Reason.BUDGET_SPENT));
        assertThat(acme.asked).hasSize(1);
    }

    @Test
    @DisplayName("An answer at the deadline is in time, one after it is late, and both are kept")
    void late() {
        Duration timeout = EnrichmentPolicy.standard().timeout();
        LeadEnrichment punctual = scene.asking(provider("acme", question -> {
                    scene.now = question.deadline();
                    return found("steel");
                }))
                .build();
        assertThat(one(punctual, scene.lead("L-1")))
                .isInstanceOfSatisfying(
                        Recorded.class, recorded -> assertThat(recorded.late()).isFalse());
        LeadEnrichment slow = scene.asking(provider("acme", question -> {
                    scene.pass(timeout.plus(MICRO));
                    return found("steel");
                }))
                .build();
        LeadId lead = scene.lead("L-2");
        assertThat(one(slow, lead))
                .isInstanceOfSatisfying(
                        Recorded.class, recorded -> assertThat(recorded.late()).isTrue());
        assertThat(scene.answers(lead).get(0).occurredAt()).isEqualTo(scene.now);
        assertThat(scene.read(lead).get(INDUSTRY)).contains("steel");
    }

    @Test
    @DisplayName("What the host's code throws is named without its message, and costs the other providers nothing")
    void throwing() {
        Scripted broken = provider("acme", question -> {
            throw new IllegalStateException("ada@example.org is unknown");
        });
        Scripted next = provider("next", found("steel"));
        LeadId lead = scene.lead("L-1");
        List<EnrichmentResult> results =
                scene.asking(broken, next).budget(Budget.of(2)).build().enrich(lead);
        Failed failed = (Failed) results.get(0);
        assertThat(failed.fault())
                .hasToString(
                        "acme: must be able to answer, was java.lang.IllegalStateException. It threw that exception.");
        assertThat(failed.failure()).hasMessage("ada@example.org is unknown");
        assertThat(failed).hasToString("Failed[L-1, " + failed.fault() + "]");
        assertThat(failed.lead()).isEqualTo(lead);
        assertThat(results.get(1)).isInstanceOf(Recorded.class);
    }

    @Test
    @DisplayName("A provider that throws may have cost something: its call is not given back")
    void throwingCounts() {
        Budget budget = Budget.of(1);
        LeadEnrichment enrichment = scene.asking(provider("acme", question -> {
                    throw new IllegalStateException();
                }))
                .budget(budget)
                .build();
        assertThat(one(enrichment, scene.lead("L-1"))).isInstanceOf(Failed.class);
        assertThat(budget.take("acme")).isFalse();
    }

    /** A budget whose methods throw where they are told to. */
    private record BrokenBudget(boolean taking) implements Budget {
        @Override
        public boolean take(String provider) {
            if (taking) {
                throw new IllegalStateException("take");
            }
            return true;
        }

        @Override
        public void giveBack(String provider) {
            throw new IllegalStateException("give back");
        }
    }

    @Test
    @DisplayName("A budget that throws asks nobody; one that throws when a call is given back is named")
    void brokenBudget() {
        Scripted acme = provider("acme", new NoCredit());
        LeadId lead = scene.lead("L-1");
        assertThat(one(scene.asking(acme).budget(new BrokenBudget(true)).build(), lead))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.fault().path()).isEqualTo("budget");
                    assertThat(failed.failure()).hasMessage("take");
                });
        assertThat(acme.asked).isEmpty();
        assertThat(one(scene.asking(acme).budget(new BrokenBudget(false)).build(), lead))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).hasMessage("give back"));
    }

    @Test
    @DisplayName("Only leads that the host finds worth it are asked about; a condition that throws asks nobody")
    void worthAsking() {
        Scripted acme = provider("acme", found("steel"));
        LeadId lead = scene.lead("L-1");
        LeadEnrichmentBuilder picky =
                scene.asking(acme).only(each -> true).only(each -> false).only(each -> true);
        assertThat(one(picky.build(), lead)).isEqualTo(notAsked(lead, Reason.NOT_WORTH_ASKING));
        LeadEnrichment broken = scene.asking(acme)
                .only(each -> {
                    throw new IllegalStateException();
                })
                .build();
        assertThat(one(broken, lead))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.fault().path()).isEqualTo("condition"));
        assertThat(acme.asked).isEmpty();
    }

    @Test
    @DisplayName("Free mail, throw-away addresses and no address at all are not asked about")
    void companyAddresses() {
        EmailLists lists = EmailLists.none().freeMail(List.of("free.example")).disposable(List.of("gone.example"));
        LeadEnrichment enrichment = scene.asking(provider("acme", found("steel")))
                .onlyCompanyAddresses(lists)
                .build();
        for (String free : List.of("a@free.example", "a@gone.example")) {
            LeadId lead = scene.lead(
                    free.substring(2),
                    FieldValues.builder()
                            .set(StandardFields.EMAIL, new EmailAddress(free))
                            .build());
            assertThat(one(enrichment, lead)).isEqualTo(notAsked(lead, Reason.NOT_WORTH_ASKING));
        }
        LeadId none = scene.lead("none", FieldValues.EMPTY);
        assertThat(one(enrichment, none)).isEqualTo(notAsked(none, Reason.NOT_WORTH_ASKING));
        assertThat(one(enrichment, scene.lead("L-1"))).isInstanceOf(Recorded.class);
    }

    @Test
    @DisplayName("A lead that does not exist, or is full, is not asked about")
    void noRoom() {
        Scripted acme = provider("acme", found("steel"));
        LeadEnrichment enrichment = scene.asking(acme).build();
        LeadId nobody = new LeadId("nobody");
        assertThat(one(enrichment, nobody)).isEqualTo(notAsked(nobody, Reason.NO_SUCH_LEAD));
        LeadId lead = scene.lead("L-1");
        List<LeadEvent> many = new ArrayList<>();
        for (int i = 1; i < LeadHistory.MOST_EVENTS; i++) {
            many.add(new Interacted(scene.header(lead, "visit" + i), Interaction.inbound("visit")));
        }
        scene.kept.commit(Commit.of(lead, 1, many));
        assertThat(one(enrichment, lead)).isEqualTo(notAsked(lead, Reason.HISTORY_FULL));
        assertThat(acme.asked).isEmpty();
    }

    @Test
    @DisplayName("A surer value replaces a less sure one only if the policy says so, and never what was submitted")
    void lessSure() {
        Scripted vague = provider("vague", Found.of(industry("steel")));
        Scripted sure = provider("sure", Found.of(industry("glass"), 60));
        Scripted equal = provider("equal", Found.of(industry("wood"), 60));
        Scripted surest = provider("surest", Found.of(industry("paper"), 100));
        Scripted after = new Scripted("after", Set.of(INDUSTRY), question -> found("sand"));
        LeadId plain = scene.lead("L-1");
        scene.asking(vague, sure).build().enrich(plain);
        assertThat(scene.read(plain).get(INDUSTRY)).contains("steel");
        LeadId lead = scene.lead("L-2");
        EnrichmentPolicy replacing = EnrichmentPolicy.standard().filling(Filling.REPLACE_LESS_SURE);
        scene.asking(vague, sure, equal).policy(replacing).build().enrich(lead);
        assertThat(scene.read(lead).get(INDUSTRY)).contains("glass");
        LeadEnrichment rest = scene.asking(surest, after).policy(replacing).build();
        List<EnrichmentResult> results = rest.enrich(lead);
        assertThat(scene.read(lead).get(INDUSTRY)).contains("paper");
        assertThat(results.get(1)).isEqualTo(new NotAsked(lead, "after", Reason.NOTHING_WANTED));
        LeadId told = scene.lead("L-3", industry("stone"));
        rest.enrich(told);
        assertThat(scene.read(told).get(INDUSTRY)).contains("stone");
    }
}
