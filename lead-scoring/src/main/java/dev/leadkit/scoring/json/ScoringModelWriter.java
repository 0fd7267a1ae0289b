package dev.leadkit.scoring.json;

import dev.leadkit.json.ConditionJson;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes models. */
final class ScoringModelWriter {

    private ScoringModelWriter() {}

    static Map<String, Object> write(ScoringModel model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", ScoringModelJson.FORMAT);
        tree.put("name", model.ref().name());
        tree.put("version", model.ref().version());
        tree.put(
                "dimensions",
                model.dimensions().stream().map(ScoringModelWriter::dimension).toList());
        limits(model.limits(), tree);
        if (!model.bands().isEmpty()) {
            tree.put(
                    "grades",
                    model.bands().stream().map(ScoringModelWriter::band).toList());
        }
        return tree;
    }

    private static Map<String, Object> dimension(Dimension dimension) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", dimension.name());
        limits(dimension.limits(), tree);
        tree.put(
                "rules",
                dimension.rules().stream().map(ScoringModelWriter::rule).toList());
        return tree;
    }

    private static Map<String, Object> rule(ScoringRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        if (!rule.description().isEmpty()) {
            tree.put("description", rule.description());
        }
        if (rule instanceof ConditionRule condition) {
            tree.put("when", ConditionJson.write(condition.when()));
            tree.put("points", number(condition.points()));
        } else if (rule instanceof InteractionRule each) {
            Map<String, Object> which = new LinkedHashMap<>();
            ConditionJson.writeFilter(each.each(), which);
            tree.put("each", which);
            worth(each.worth(), tree);
        } else if (rule instanceof CustomRule custom) {
            tree.put("custom", custom.custom());
            if (!custom.with().isEmpty()) {
                tree.put("with", custom.with());
            }
        }
        return tree;
    }

    private static void worth(Worth worth, Map<String, Object> tree) {
        tree.put("points", number(worth.points()));
        worth.fading().within().ifPresent(span -> tree.put("within", span.toString()));
        worth.fading().halfLife().ifPresent(span -> tree.put("halfLife", span.toString()));
        worth.most().ifPresent(most -> tree.put("most", most));
        limits(worth.limits(), tree);
    }

    private static void limits(Limits limits, Map<String, Object> tree) {
        limits.floor().ifPresent(floor -> tree.put("floor", number(floor)));
        limits.cap().ifPresent(cap -> tree.put("cap", number(cap)));
    }

    private static Map<String, Object> band(Band band) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("grade", band.grade().name());
        tree.put("atLeast", number(band.atLeast()));
        return tree;
    }

    private static BigDecimal number(Points points) {
        return new BigDecimal(points.toString());
    }
}
