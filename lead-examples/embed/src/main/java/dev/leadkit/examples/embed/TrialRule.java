package dev.leadkit.examples.embed;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Interacted;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleResult;
import java.time.Duration;
import java.time.Instant;

/** Five points for each export of a PDF, up to two of them, while the trial of a team is running. */
final class TrialRule {

    static final Field<Instant> TRIAL_BEGAN = Field.instant("trialBegan");
    static final Field<String> PLAN = Field.text("plan");

    private static final Duration LASTS = Duration.ofDays(4);
    private static final int MOST = 2;

    private TrialRule() {}

    static Rule rule() {
        return Rule.upTo(
                5 * MOST,
                facts -> facts.lead()
                        .get(TRIAL_BEGAN)
                        .map(begin -> result(facts, begin, begin.plus(LASTS)))
                        .orElse(RuleResult.unknown(TRIAL_BEGAN).forever()));
    }

    private static RuleResult result(Facts facts, Instant begin, Instant end) {
        if (facts.asOf().isBefore(begin)) {
            return RuleResult.NOTHING.until(begin);
        }
        boolean isTeam = facts.lead().get(PLAN).filter("team"::equals).isPresent();
        return isTeam && facts.asOf().isBefore(end) ? exported(facts).until(end) : RuleResult.NOTHING.forever();
    }

    private static RuleResult exported(Facts facts) {
        long exports = facts.interactions().stream()
                .map(Interacted::interaction)
                .filter(each -> each.type().equals("export"))
                .filter(each -> "pdf".equals(each.properties().get("format")))
                .limit(MOST)
                .count();
        return RuleResult.of(Points.of(5 * exports), exports + " exports");
    }
}
