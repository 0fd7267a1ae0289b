package dev.leadkit.scoring.model;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a model as a plain tree, and the hash of that. */
final class ModelTree {

    private ModelTree() {}

    static Map<String, Object> of(
            ModelRef ref, List<Dimension> dimensions, Limits limits, Grading grading, LeadZone zone) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", ScoringModel.FORMAT);
        tree.put("name", ref.name());
        tree.put("version", ref.version());
        text("author", ref.author(), tree);
        text("note", ref.note(), tree);
        if (!zone.equals(LeadZone.UTC)) {
            tree.put("timeZone", zone(zone));
        }
        tree.put("dimensions", dimensions.stream().map(ModelTree::dimension).toList());
        limits(limits, tree);
        list("grades", grading.bands().stream().map(ModelTree::band).toList(), tree);
        grading.matrix().ifPresent(matrix -> tree.put("matrix", matrix(matrix)));
        list(
                "disqualify",
                grading.disqualifiers().stream().map(ModelTree::disqualifier).toList(),
                tree);
        return tree;
    }

    /** SHA-256 over the tree as JSON in UTF-8: names sorted, no spaces, numbers without superfluous zeros. */
    static String hash(Map<String, Object> tree) {
        byte[] text = JsonText.line(canonical(tree)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(String.valueOf(name), canonical(member)));
            return sorted;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(ModelTree::canonical).toList();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static Map<String, Object> zone(LeadZone zone) {
        Map<String, Object> tree = new LinkedHashMap<>();
        zone.field().ifPresent(field -> tree.put("field", field.name()));
        if (!zone.zone().equals(ZoneOffset.UTC)) {
            tree.put("zone", zone.zone().getId());
        }
        return tree;
    }

    private static Map<String, Object> dimension(Dimension dimension) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", dimension.name());
        limits(dimension.limits(), tree);
        tree.put("rules", dimension.rules().stream().map(ModelTree::rule).toList());
        list("groups", dimension.groups().stream().map(ModelTree::group).toList(), tree);
        return tree;
    }

    private static Map<String, Object> group(RuleGroup group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", group.id());
        text("note", group.note(), tree);
        tree.put("rules", group.rules());
        limits(group.limits(), tree);
        return tree;
    }

    private static Map<String, Object> rule(ScoringRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        text("description", rule.description(), tree);
        text("note", rule.note(), tree);
        if (rule instanceof ConditionRule condition) {
            tree.put("when", ConditionJson.write(condition.when()));
            tree.put("points", number(condition.points()));
        } else if (rule instanceof NumberRule number) {
            tree.put("number", number.field().name());
            tree.put(
                    "bands",
                    number.bands().bands().stream().map(ModelTree::band).toList());
            if (number.bands().otherwise().units() != 0) {
                tree.put("otherwise", number(number.bands().otherwise()));
            }
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

    private static Map<String, Object> band(NumberBand band) {
        Map<String, Object> tree = new LinkedHashMap<>();
        band.range().low().ifPresent(low -> tree.put(low.inclusive() ? "atLeast" : "moreThan", number(low)));
        band.range().high().ifPresent(high -> tree.put(high.inclusive() ? "atMost" : "lessThan", number(high)));
        tree.put("points", number(band.points()));
        return tree;
    }

    private static BigDecimal number(Bound bound) {
        return new BigDecimal(((BigDecimal) bound.key()).toPlainString());
    }

    private static void worth(Worth worth, Map<String, Object> tree) {
        tree.put("points", number(worth.points()));
        worth.fading().within().ifPresent(span -> tree.put("within", span.toString()));
        worth.fading().days().ifPresent(days -> tree.put("days", BigDecimal.valueOf(days)));
        worth.fading().halfLife().ifPresent(span -> tree.put("halfLife", span.toString()));
        worth.most().ifPresent(most -> tree.put("most", BigDecimal.valueOf(most)));
        limits(worth.limits(), tree);
    }

    private static Map<String, Object> disqualifier(Disqualifier disqualifier) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", disqualifier.id());
        text("description", disqualifier.description(), tree);
        text("note", disqualifier.note(), tree);
        tree.put("when", ConditionJson.write(disqualifier.when()));
        disqualifier.verdict().total().ifPresent(total -> tree.put("total", number(total)));
        disqualifier.verdict().grade().map(Grade::name).ifPresent(grade -> tree.put("grade", grade));
        return tree;
    }

    private static Map<String, Object> matrix(GradeMatrix matrix) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rows", axis(matrix.rows()));
        tree.put("columns", axis(matrix.columns()));
        return tree;
    }

    private static Map<String, Object> axis(GradeMatrix.Axis axis) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dimension", axis.dimension());
        tree.put("grades", axis.bands().stream().map(ModelTree::band).toList());
        tree.put("otherwise", axis.otherwise().name());
        return tree;
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

    private static void text(String name, String text, Map<String, Object> tree) {
        if (!text.isEmpty()) {
            tree.put(name, text);
        }
    }

    private static void list(String name, List<?> items, Map<String, Object> tree) {
        if (!items.isEmpty()) {
            tree.put(name, items);
        }
    }

    private static BigDecimal number(Points points) {
        return new BigDecimal(points.toString());
    }
}
