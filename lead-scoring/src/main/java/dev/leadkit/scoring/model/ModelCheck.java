package dev.leadkit.scoring.model;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Points;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    void check(List<Dimension> dimensions, Limits limits, Grading grading) {
        if (dimensions.isEmpty()) {
            faults.add("dimensions", "at least one dimension", "none");
        }
        long size = dimensions.stream().mapToLong(ModelCheck::size).sum();
        if (size > ScoringModel.MOST_RULES) {
            faults.add("dimensions", "of at most " + ScoringModel.MOST_RULES + " rules and bands together", size + "");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < dimensions.size(); i++) {
            String path = "dimensions[" + i + "]";
            Dimension dimension = dimensions.get(i);
            if (isName(path + ".name", dimension.name()) && !names.add(dimension.name())) {
                faults.add(path + ".name", "no other dimension's name", quoted(dimension.name()));
            }
            checkDimension(path, dimension);
        }
        checkLimits("", limits);
        new GradingCheck(faults, this).check(grading, names);
    }

    private static long size(Dimension dimension) {
        return dimension.rules().size()
                + dimension.rules().stream()
                        .mapToLong(rule -> rule instanceof NumberRule number
                                ? number.bands().bands().size()
                                : 0)
                        .sum();
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
        checkGroups(path, dimension);
        checkLimits(path + ".", dimension.limits());
    }

    private void checkGroups(String path, Dimension dimension) {
        Set<String> known =
                dimension.rules().stream().map(ScoringRule::id).collect(Collectors.toCollection(HashSet::new));
        Map<String, String> groupOf = new HashMap<>();
        for (int i = 0; i < dimension.groups().size(); i++) {
            RuleGroup group = dimension.groups().get(i);
            String groupPath = path + ".groups[" + i + "]";
            checkId(groupPath, group.id());
            checkNote(groupPath + ".", group.note());
            checkLimits(groupPath + ".", group.limits());
            if (group.rules().isEmpty()) {
                faults.add(groupPath + ".rules", "at least one rule", "none");
            }
            for (int r = 0; r < group.rules().size(); r++) {
                checkMember(groupPath + ".rules[" + r + "]", group.rules().get(r), known, groupOf);
            }
        }
    }

    private void checkMember(String path, String rule, Set<String> known, Map<String, String> groupOf) {
        if (!known.contains(rule)) {
            String hint = Suggestion.nearest(rule, known)
                    .map(near -> "Did you mean " + quoted(near) + "?")
                    .orElse("Groups do not nest: they hold rules only.");
            faults.accept(new Fault(path, "the id of a rule of this dimension", quoted(rule), hint));
            return;
        }
        String other = groupOf.putIfAbsent(rule, path);
        if (other != null) {
            faults.accept(new Fault(path, "a rule in one group only", quoted(rule), "It is in " + other + ", too."));
        }
    }

    void checkId(String path, String id) {
        if (isName(path + ".id", id)) {
            String other = ids.putIfAbsent(id, path);
            if (other != null) {
                faults.accept(new Fault(
                        path + ".id", "no other rule's id in the model", quoted(id), "It is the id of " + other + "."));
            }
        }
    }

    void checkTexts(String path, String description, String note) {
        if (!description.isEmpty() && description.isBlank()) {
            faults.add(path + ".description", "a text, or left out", "blank");
        }
        checkNote(path + ".", note);
    }

    void checkNote(String prefix, String note) {
        if (note.length() > ScoringModel.LONGEST_NOTE || (note.isBlank() && !note.isEmpty())) {
            faults.add(
                    prefix + "note",
                    "a text of at most " + ScoringModel.LONGEST_NOTE + " characters, or left out",
                    note.isBlank() ? "blank" : note.length() + " characters");
        }
    }

    void checkBands(String list, List<Band> bands) {
        Set<String> grades = new HashSet<>();
        for (int i = 0; i < bands.size(); i++) {
            String path = list + "[" + i + "]";
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

    static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
