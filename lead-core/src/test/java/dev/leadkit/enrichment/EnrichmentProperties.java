package dev.leadkit.enrichment;

import static dev.leadkit.enrichment.Scene.EMPLOYEES;
import static dev.leadkit.enrichment.Scene.INDUSTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.enrichment.EnrichmentAnswer.Found;
import dev.leadkit.enrichment.EnrichmentAnswer.NoCredit;
import dev.leadkit.enrichment.EnrichmentAnswer.NothingKnown;
import dev.leadkit.enrichment.EnrichmentAnswer.Unavailable;
import dev.leadkit.enrichment.EnrichmentPolicy.Filling;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Claim;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class EnrichmentProperties {

    private static final int TRIES = 200;
    private static final int STEPS = 60;
    private static final Duration SPAN = Duration.ofDays(30);

    /** One run of random things: submissions, requests, workers who may die, direct questions, time that passes. */
    private static final class Story {

        private final Scene scene = new Scene();
        private final Random random;
        private final Map<String, List<Instant>> answered = new HashMap<>();
        private final List<Enriched> unrecorded = new ArrayList<>();
        private final int credit;
        private final LeadEnrichment enrichment;
        private final List<LeadId> leads = new ArrayList<>();
        private int paid;
        private boolean storeFails;

        Story(long seed) {
            random = new Random(seed);
            credit = random.nextInt(12);
            scene.store = Between.store(scene.kept, this::disturb, () -> {});
            for (int i = 0; i < 3; i++) {
                leads.add(scene.lead("L-" + i, values()));
            }
            EnrichmentPolicy policy = EnrichmentPolicy.standard()
                    .askAgainAfter(SPAN)
                    .filling(random.nextBoolean() ? Filling.EMPTY_ONLY : Filling.REPLACE_LESS_SURE);
            enrichment = scene.asking(asked("acme"), asked("bolt"))
                    .policy(policy)
                    .budget(Budget.of(credit))
                    .build();
        }

        private Enricher asked(String name) {
            return Scene.provider(name, question -> {
                scene.pass(Duration.ofMillis(random.nextInt(15_000)));
                int what = random.nextInt(6);
                if (what == 0) {
                    return new NoCredit();
                }
                if (what == 1) {
                    return new Unavailable(Optional.of(Duration.ofHours(5)));
                }
                paid++;
                answered.computeIfAbsent(name + question.lead().id(), none -> new ArrayList<>())
                        .add(scene.now);
                return what == 2 ? new NothingKnown() : Found.of(values(), random.nextInt(101));
            });
        }

        private FieldValues values() {
            FieldValues.Builder values = FieldValues.builder();
            if (random.nextBoolean()) {
                values.set(INDUSTRY, List.of("steel", "glass", "wood").get(random.nextInt(3)));
            }
            if (random.nextInt(3) == 0) {
                values.set(EMPLOYEES, BigDecimal.valueOf(random.nextInt(3)));
            }
            return values.build();
        }

        private LeadId someLead() {
            return leads.get(random.nextInt(leads.size()));
        }

        /** Somebody else is faster, or the connection is lost. */
        private void disturb() {
            if (random.nextInt(4) == 0) {
                scene.submit(someLead(), random.nextInt(5) == 0 ? values() : FieldValues.EMPTY);
            }
            if (storeFails && random.nextBoolean()) {
                throw new IllegalStateException("connection lost");
            }
        }

        private void step() {
            storeFails = random.nextInt(4) == 0;
            try {
                act();
            } catch (UnrecordedAnswerException e) {
                unrecorded.add(e.event());
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("connection lost");
            }
            storeFails = false;
            unrecorded.removeIf(each -> enrichment.record(each) instanceof EnrichmentResult.Recorded);
        }

        private void act() {
            switch (random.nextInt(4)) {
                case 0 -> enrichment.request(someLead());
                case 1 -> enrichment.enrich(someLead());
                case 2 -> worker();
                default -> scene.pass(Duration.ofHours(random.nextInt(24 * 20)));
            }
        }

        private void worker() {
            Instant until = scene.lease();
            List<Claim> claims = scene.kept.outbox().claim(scene.now, until, 4);
            int done = random.nextInt(3) == 0 ? random.nextInt(claims.size() + 1) : claims.size();
            enrichment.work(claims.subList(0, done), until);
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void everyPaidAnswerIsInTheStoreOnceWhateverHappens(@ForAll long seed) {
        Story story = new Story(seed);
        int events = 0;
        for (int i = 0; i < STEPS; i++) {
            story.step();
        }
        for (LeadId lead : story.leads) {
            events += story.scene.answers(lead).size();
        }
        assertThat(story.unrecorded).isEmpty();
        assertThat(events).isEqualTo(story.paid);
        assertThat(story.paid).isLessThanOrEqualTo(story.credit);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nobodyIsAskedAgainWithinTheSpan(@ForAll long seed) {
        Story story = new Story(seed);
        for (int i = 0; i < STEPS; i++) {
            story.step();
        }
        story.answered.forEach((who, instants) -> {
            for (int i = 1; i < instants.size(); i++) {
                assertThat(Duration.between(instants.get(i - 1), instants.get(i)))
                        .as(who)
                        .isGreaterThanOrEqualTo(SPAN);
            }
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theEventsAloneGiveTheValuesWithoutAskingAnybody(@ForAll long seed) {
        Story story = new Story(seed);
        for (int i = 0; i < STEPS; i++) {
            story.step();
        }
        for (LeadId lead : story.leads) {
            LeadHistory history = story.scene.history(lead);
            LeadHistory replayed = LeadHistory.of(lead, history.events());
            Map<String, String> actual = new TreeMap<>();
            for (String name : List.of("industry", "employees")) {
                replayed.lead().values().text(name).ifPresent(text -> actual.put(name, text));
            }
            assertThat(actual).isEqualTo(naive(history));
        }
    }

    /** The latest submission, or else the latest answer, as the events were recorded. */
    private static Map<String, String> naive(LeadHistory history) {
        Map<String, String> known = new TreeMap<>();
        for (boolean submitted : List.of(false, true)) {
            history.events().stream()
                    .filter(event -> event instanceof Enriched != submitted)
                    .forEach(event -> event.values()
                            .fields()
                            .forEach(field -> known.put(
                                    field.name(),
                                    event.values().text(field.name()).orElseThrow())));
        }
        return known;
    }
}
