package dev.leadkit.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same scores on every machine and JDK: what exact decimals make of a model is what the engine says, and has one digest. */
final class SameOnEveryMachineTest {

    private static final int MODELS = 60;
    private static final int LEADS = 25;

    /**
     * What the exact decimals alone gave, without any scoring code, on JDK 17. {@link Random} is specified to the bit, so
     * that every JDK asks about the same models and leads.
     */
    private static final String DIGEST = "d3c1f058589a08ab9dd7c1557eb70c48d338ed5463503189f4e1ae49464e3080";

    @Test
    @DisplayName("1,500 totals and their explanations are those of exact decimals, and the same on every JDK")
    void oneDigest() throws NoSuchAlgorithmException {
        Random random = new Random(20_261_122);
        MessageDigest ofExact = MessageDigest.getInstance("SHA-256");
        MessageDigest ofEngine = MessageDigest.getInstance("SHA-256");
        for (int m = 0; m < MODELS; m++) {
            ExactModel exact = ExactModel.any(random);
            ScoringEngine engine = ScoringEngine.of(exact.model());
            for (int l = 0; l < LEADS; l++) {
                ExactLead lead = ExactLead.any(random, exact);
                String expected = exact.explained(lead);
                String said = said(engine, lead.history());
                assertThat(said).isEqualTo(expected);
                ofExact.update(expected.getBytes(StandardCharsets.UTF_8));
                ofEngine.update(said.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(HexFormat.of().formatHex(ofExact.digest())).isEqualTo(DIGEST);
        assertThat(HexFormat.of().formatHex(ofEngine.digest())).isEqualTo(DIGEST);
    }

    /** A line for the total, one for each dimension, and one for each rule with what it gave fresh, faded and capped. */
    private static String said(ScoringEngine engine, LeadHistory lead) {
        Explanation explanation = engine.explain(lead, Leads.NOW);
        Score score = explanation.score();
        assertThat(engine.score(lead, Leads.NOW)).isEqualTo(score);
        assertThat(engine.total(lead, Leads.NOW)).isEqualTo(score.total());
        String dimensions = score.dimensions().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().units() + "\n")
                .collect(Collectors.joining());
        return score.total().units() + "\n" + dimensions
                + explanation.reasons().stream()
                        .map(SameOnEveryMachineTest::line)
                        .collect(Collectors.joining());
    }

    private static String line(Reason reason) {
        Finding finding = reason.finding();
        return reason.rule().id() + " " + finding.truth() + " "
                + finding.fresh().units() + " " + finding.earned().units() + " "
                + finding.counted().units() + "\n";
    }
}
