package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON form of a score with all its contributions. Points are numbers of at most three decimals. */
final class ScoreJson {

    private ScoreJson() {}

    static Map<String, Object> write(Score score) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", write(score.model()));
        Map<String, Object> dimensions = new LinkedHashMap<>();
        score.dimensions().forEach((dimension, points) -> dimensions.put(dimension, write(points)));
        tree.put("dimensions", dimensions);
        score.grade().ifPresent(grade -> tree.put("grade", grade.name()));
        tree.put(
                "contributions",
                score.contributions().stream().map(ScoreJson::write).toList());
        if (!score.faults().isEmpty()) {
            tree.put("faults", score.faults().stream().map(ScoreJson::write).toList());
        }
        if (!score.confidence().equals(Confidence.FULL)) {
            tree.put("confidence", write(score.confidence()));
        }
        return tree;
    }

    static Map<String, Object> write(ModelRef model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", model.name());
        tree.put("version", model.version());
        putIfAny(tree, "author", model.author());
        putIfAny(tree, "note", model.note());
        putIfAny(tree, "hash", model.hash());
        return tree;
    }

    private static void putIfAny(Map<String, Object> tree, String name, String text) {
        if (!text.isEmpty()) {
            tree.put(name, text);
        }
    }

    private static Map<String, Object> write(Confidence confidence) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("judged", write(confidence.judged()));
        tree.put("reachable", write(confidence.reachable()));
        return tree;
    }

    private static BigDecimal write(Points points) {
        return new BigDecimal(points.toString());
    }

    private static Map<String, Object> write(Contribution part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dimension", part.dimension());
        tree.put("rule", part.rule());
        tree.put("kind", Words.of(part.kind()));
        tree.put("points", write(part.points()));
        return tree;
    }

    private static Map<String, Object> write(Fault fault) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", fault.path());
        tree.put("rule", fault.rule());
        tree.put("value", fault.value());
        tree.put("hint", fault.hint());
        return tree;
    }

    static Optional<Score> read(JsonCursor json) {
        json.only("model", "dimensions", "grade", "contributions", "faults", "confidence");
        Optional<ModelRef> model = model(json.at("model"));
        Map<String, Points> dimensions = new LinkedHashMap<>();
        json.at("dimensions")
                .members()
                .forEach((dimension, points) -> points(points).ifPresent(sum -> dimensions.put(dimension, sum)));
        Optional<Grade> grade = json.at("grade").isMissing()
                ? Optional.empty()
                : json.at("grade").text().flatMap(name -> json.at("grade").make(() -> new Grade(name)));
        List<JsonCursor> parts = json.at("contributions").items();
        List<Contribution> contributions = new ArrayList<>();
        parts.forEach(part -> contribution(part).ifPresent(contributions::add));
        List<Fault> faults = new ArrayList<>();
        json.at("faults").itemsIfAny().forEach(fault -> fault(fault).ifPresent(faults::add));
        Confidence confidence = json.at("confidence").isMissing()
                ? Confidence.FULL
                : confidence(json.at("confidence")).orElse(Confidence.FULL);
        boolean whole = contributions.size() == parts.size()
                && dimensions.size() == json.at("dimensions").members().size();
        return whole
                ? model.flatMap(
                        by -> json.make(() -> new Score(by, dimensions, grade, contributions, faults, confidence)))
                : Optional.empty();
    }

    static Optional<ModelRef> model(JsonCursor json) {
        json.only("name", "version", "author", "note", "hash");
        Optional<String> name = json.at("name").text();
        Optional<String> version = json.at("version").text();
        return name.isPresent() && version.isPresent()
                ? json.make(() -> new ModelRef(
                        name.get(),
                        version.get(),
                        textIfAny(json.at("author")),
                        textIfAny(json.at("note")),
                        textIfAny(json.at("hash"))))
                : Optional.empty();
    }

    private static String textIfAny(JsonCursor json) {
        return json.isMissing() ? "" : json.text().orElse("");
    }

    private static Optional<Confidence> confidence(JsonCursor json) {
        json.only("judged", "reachable");
        Optional<Points> judged = points(json.at("judged"));
        Optional<Points> reachable = points(json.at("reachable"));
        return judged.isPresent() && reachable.isPresent()
                ? json.make(() -> new Confidence(judged.get(), reachable.get()))
                : Optional.empty();
    }

    private static Optional<Points> points(JsonCursor json) {
        return json.number().flatMap(points -> json.make(() -> Points.of(points)));
    }

    private static Optional<Contribution> contribution(JsonCursor json) {
        json.only("dimension", "rule", "kind", "points");
        Optional<String> dimension = json.at("dimension").anyText();
        Optional<String> rule = json.at("rule").anyText();
        Optional<Contribution.Kind> kind = Words.read(json.at("kind"), Contribution.Kind.class);
        Optional<Points> points = points(json.at("points"));
        return dimension.isPresent() && rule.isPresent() && kind.isPresent() && points.isPresent()
                ? Optional.of(new Contribution(dimension.get(), rule.get(), kind.get(), points.get()))
                : Optional.empty();
    }

    private static Optional<Fault> fault(JsonCursor json) {
        json.only("path", "rule", "value", "hint");
        Optional<String> path = json.at("path").anyText();
        Optional<String> rule = json.at("rule").text();
        Optional<String> value = json.at("value").anyText();
        Optional<String> hint = json.at("hint").anyText();
        return path.isPresent() && rule.isPresent() && value.isPresent() && hint.isPresent()
                ? Optional.of(new Fault(path.get(), rule.get(), value.get(), hint.get()))
                : Optional.empty();
    }
}
