package dev.leadkit.examples.embed;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.scoring.learn.Example;
import dev.leadkit.scoring.learn.Learned;
import dev.leadkit.scoring.learn.ScorecardLearner;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/** A scoring model out of what became of earlier leads. */
final class Learning {

    private Learning() {}

    static Learned learned(
            FieldCatalog catalog, Stream<LeadHistory> histories, Function<LeadHistory, Instant> decision) {
        // spotless:off
        // tag::learning[]
        Learned learned = ScorecardLearner.builder()
                .fields(catalog)
                .late("lostReason") // known only afterwards
                .build()
                .learn(histories.flatMap(history -> Example.of(history, decision.apply(history)).stream()));
        System.out.println(learned.report().text()); // AUC with its interval, calibration, signs of leaks
        if (learned.faults().isEmpty()) {
            System.out.println(learned.model("learned", "1")); // an ordinary model: read it, edit it, run it in shadow
        }
        // end::learning[]
        // spotless:on
        return learned;
    }
}
