package dev.leadkit.routing.json;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DecisionJsonProperties {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static RoutingPlan plan(String ranking, List<Rep> reps) {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1")
                .territory("dach", field(StandardFields.COUNTRY).is("DE"))
                .ranking(ranking)
                .queue("waiting");
        reps.forEach(plan::rep);
        return plan.build();
    }

    private static List<String> replay(RoutingPlan plan, long seed) {
        Router router = Router.of(plan, AssignmentLedger.inMemory(), seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Lead lead = Lead.builder(new LeadId("lead-" + i))
                    .set(StandardFields.COUNTRY, i % 4 == 0 ? "FR" : "DE")
                    .build();
            texts.add(DecisionJson.write(router.route(RoutingRequest.of(Facts.of(lead, NOW), 0))));
        }
        return texts;
    }

    @Property(tries = 60)
    void aReplayGivesTheSameBytesInWhateverOrderRepsAreNamed(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        Random random = new Random(seed);
        List<Rep> reps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reps.add(Rep.of("rep-" + i, random.nextInt(6))
                    .serving(random.nextBoolean() ? "*" : "dach")
                    .weighing(1 + random.nextInt(5)));
        }
        List<Rep> shuffled = new ArrayList<>(reps);
        Collections.shuffle(shuffled, random);
        for (String ranking : List.of("fairShare", "leastLoaded", "leastLoadedRelative", "smoothWeighted")) {
            assertThat(replay(plan(ranking, shuffled), seed)).isEqualTo(replay(plan(ranking, reps), seed));
        }
    }

    /** Ann is due 3/4 of the lead, and would fall a whole lead behind after 1 / (2 * 3/4) of one; Bob is due 1/4 and not yet released. */
    @Example
    void theFiguresThatWereComparedStandInIt() {
        List<Rep> reps = List.of(
                Rep.of("ann", 5).serving("dach").weighing(3), Rep.of("bob", 5).serving("dach"));

        assertThat(replay(plan("fairShare", reps), 7).get(1).replaceAll("\\s+", " "))
                .isEqualTo("{ \"format\": \"leadkit.decision/1\", \"lead\": \"lead-1\", \"rep\": \"ann\", \"token\": 1,"
                        + " \"why\": { \"how\": \"BETTER\", \"winner\": \"ann\", \"other\": \"bob\", \"told\": \"fairShare\","
                        + " \"ofWinner\": [ 108302664670200, 144403552893600, 216605329340400 ], \"ofOther\": [ 36100888223400 ] },"
                        + " \"plan\": \"inbound\", \"version\": \"1\", \"seed\": 7, \"at\": \"2026-03-01T09:00:00Z\","
                        + " \"stages\": { \"pool\": 2, \"active\": 2, \"owner\": 2, \"territory\": 2, \"capacity\": 2 },"
                        + " \"notes\": [] }");
    }
}
