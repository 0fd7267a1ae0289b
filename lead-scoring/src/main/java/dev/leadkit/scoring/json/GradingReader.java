package dev.leadkit.scoring.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what points mean: bands, matrix, disqualifiers. What cannot be read gets a harmless stand-in. */
final class GradingReader {

    private GradingReader() {}

    /** A threshold that cannot be read gets one just below the band before, which cannot be out of order. */
    static List<Band> bands(JsonCursor json) {
        List<Band> bands = new ArrayList<>();
        long before = Points.of(ScoringModel.MOST_POINTS).units() + 1;
        for (JsonCursor band : json.itemsIfAny()) {
            band.only("grade", "atLeast");
            Points usual = new Points(before - 1);
            Points atLeast = NumberReader.points(band.at("atLeast")).orElse(usual);
            bands.add(new Band(grade(band.at("grade")), atLeast));
            before = atLeast.units();
        }
        return bands;
    }

    private static Grade grade(JsonCursor json) {
        return json.text().flatMap(name -> json.make(() -> new Grade(name))).orElseGet(() -> new Grade(json.path()));
    }

    /** A dimension that cannot be read is left to the fault about it: the matrix is then none. */
    static Optional<GradeMatrix> matrix(JsonCursor json) {
        if (json.isMissing()) {
            return Optional.empty();
        }
        json.only("rows", "columns");
        Optional<GradeMatrix.Axis> rows = axis(json.at("rows"));
        Optional<GradeMatrix.Axis> columns = axis(json.at("columns"));
        return rows.flatMap(first -> columns.map(second -> new GradeMatrix(first, second)));
    }

    private static Optional<GradeMatrix.Axis> axis(JsonCursor json) {
        json.only("dimension", "grades", "otherwise");
        Optional<String> dimension = json.at("dimension").text();
        json.at("grades").items();
        List<Band> bands = json.at("grades").isList() ? bands(json.at("grades")) : List.of();
        Grade otherwise = grade(json.at("otherwise"));
        return dimension.map(name -> new GradeMatrix.Axis(name, bands, otherwise));
    }

    static Disqualifier disqualifier(JsonCursor json, FieldCatalog catalog) {
        json.only("id", "description", "note", "when", "total", "grade");
        String id = json.at("id").text().orElse(json.path());
        String description = RuleReader.textIfAny(json.at("description"));
        Condition when = ConditionJson.read(json.at("when"), catalog).orElse(Conditions.always());
        return new Disqualifier(id, description, when, verdict(json), RuleReader.textIfAny(json.at("note")));
    }

    private static Verdict verdict(JsonCursor json) {
        JsonCursor total = json.at("total");
        JsonCursor grade = json.at("grade");
        Optional<Points> forced = total.isMissing()
                ? Optional.empty()
                : Optional.of(NumberReader.points(total).orElse(Points.ZERO));
        return new Verdict(forced, grade.isMissing() ? Optional.empty() : Optional.of(grade(grade)));
    }
}
