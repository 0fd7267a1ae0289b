package dev.leadkit.scoring.model;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Points;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with the parts of a model, each with its path in the model's JSON form. */
final class ModelCheck {

    private static final int LONGEST = 255;
    private static final Points MOST = Points.of(ScoringModel.MOST_POINTS);

    private final Faults faults;
    private final RuleCheck rules;
    private final Map<String, String> ids = new HashMap<>();

    ModelCheck(Faults faults) {
        this.faults = faults;
        this.rules = new RuleCheck(faults, this);
    }

    void check(List<Dimension> dimensions, Limits limits, List<Band> bands) {
        if (dimensions.isEmpty()) {
            faults.add("dimensions", "at least one dimension", "none");
        }
        Set<String> names = new HashSet<>();
        int count = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            String path = "dimensions[" + i + "]";
            Dimension dimension = dimensions.get(i);
            if (isName(path + ".name", dimension.name()) && !names.add(dimension.name())) {
                faults.add(path + ".name", "no other dimension's name", quoted(dimension.name()));
            }
            checkDimension(path, dimension);
            count += dimension.rules().size();
        }
        if (count > ScoringModel.MOST_RULES) {
            faults.add("dimensions", "of at most " + ScoringModel.MOST_RULES + " rules together", count + " rules");
        }
        checkLimits("", limits);
        checkBands(bands);
    }

    private void checkDimension(String path, Dimension dimension) {
        if (dimension.rules().isEmpty()) {
            faults.add(path + ".rules", "at least one rule", "none");
        }
        for (int i = 0; i < dimension.rules().size(); i++) {
            String rulePath = path + ".rules[" + i + "]";
            ScoringRule rule = dimension.rules().get(i);
            checkId(rulePath, rule.id());
            rules.check(rulePath, rule);
        }
        checkLimits(path + ".", dimension.limits());
    }

    private void checkId(String path, String id) {
        if (isName(path + ".id", id)) {
            String other = ids.putIfAbsent(id, path);
            if (other != null) {
                faults.accept(new Fault(
                        path + ".id", "no other rule's id in the model", quoted(id), "It is the id of " + other + "."));
            }
        }
    }

    private void checkBands(List<Band> bands) {
        Set<String> grades = new HashSet<>();
        for (int i = 0; i < bands.size(); i++) {
            String path = "grades[" + i + "]";
            Band band = bands.get(i);
            checkPoints(path + ".atLeast", band.atLeast());
            if (!grades.add(band.grade().name())) {
                faults.add(
                        path + ".grade",
                        "no other band's grade",
                        quoted(band.grade().name()));
            }
            if (i > 0 && band.atLeast().compareTo(bands.get(i - 1).atLeast()) >= 0) {
                faults.accept(new Fault(
                        path + ".atLeast",
                        "less than the " + bands.get(i - 1).atLeast() + " of the band before",
                        band.atLeast().toString(),
                        "Bands are listed from the best to the worst."));
            }
        }
    }

    void checkLimits(String prefix, Limits limits) {
        limits.floor().ifPresent(floor -> checkPoints(prefix + "floor", floor));
        limits.cap().ifPresent(cap -> checkPoints(prefix + "cap", cap));
        if (limits.floor().isPresent() && limits.cap().isPresent()) {
            Points floor = limits.floor().get();
            Points cap = limits.cap().get();
            if (cap.compareTo(floor) < 0) {
                faults.add(prefix + "cap", "at least the floor of " + floor, cap.toString());
            }
        }
    }

    void checkPoints(String path, Points points) {
        if (points.compareTo(MOST) > 0 || points.compareTo(new Points(-MOST.units())) < 0) {
            faults.add(
                    path,
                    "from -" + ScoringModel.MOST_POINTS + " to " + ScoringModel.MOST_POINTS + " points",
                    points.toString());
        }
    }

    boolean isName(String path, String name) {
        boolean good = !name.isBlank() && name.length() <= LONGEST;
        if (!good) {
            faults.add(
                    path,
                    "a text of 1 to " + LONGEST + " characters",
                    name.isBlank() ? "blank" : name.length() + " characters");
        }
        return good;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
