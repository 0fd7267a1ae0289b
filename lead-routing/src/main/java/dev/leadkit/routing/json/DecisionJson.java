package dev.leadkit.routing.json;

import dev.leadkit.json.JsonText;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Trail;
import dev.leadkit.routing.workload.FieldRanking.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON form of decisions, for a record that can be compared: the same plan, ledger, lead, moment and seed give the same
 * text, byte for byte, on every machine. All that a reader sees in words follows from it.
 */
public final class DecisionJson {

    /** The format that is written. */
    public static final String FORMAT = "leadkit.decision/1";

    private DecisionJson() {}

    /**
     * Writes a decision.
     *
     * @param decision the decision
     * @return the text; its members always stand in the same order
     */
    public static String write(Decision decision) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("lead", decision.lead().value());
        if (decision instanceof Decision.Assigned assigned) {
            tree.put("rep", assigned.rep().value());
            tree.put("token", assigned.token());
            tree.put("why", comparison(assigned.why()));
        } else if (decision instanceof Decision.Queued queued) {
            tree.put("queue", queued.queue());
            tree.put("obstacle", queued.obstacle());
            queued.again().ifPresent(again -> tree.put("again", again.toString()));
            tree.put("alike", queued.alike());
        }
        trail(decision.trail(), tree);
        return JsonText.pretty(tree);
    }

    private static Map<String, Object> comparison(Comparison why) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("how", why.how().name());
        tree.put("winner", why.winner().value());
        why.other().map(RepId::value).ifPresent(other -> tree.put("other", other));
        tree.put("told", why.told());
        why.figures().ifPresent(both -> {
            tree.put("ofWinner", figure(both.winner()));
            tree.put("ofOther", figure(both.other()));
        });
        return tree;
    }

    private static List<Object> figure(Figure figure) {
        return figure.isFraction()
                ? List.of(figure.figure(), figure.numerator(), figure.denominator())
                : List.of(figure.figure());
    }

    private static void trail(Trail trail, Map<String, Object> tree) {
        tree.put("plan", trail.plan().name());
        tree.put("version", trail.plan().version());
        tree.put("seed", trail.seed());
        tree.put("at", trail.at().toString());
        Map<String, Object> stages = new LinkedHashMap<>();
        trail.stages().forEach(stage -> stages.put(stage.stage(), stage.left()));
        tree.put("stages", stages);
        tree.put("notes", trail.notes());
    }
}
