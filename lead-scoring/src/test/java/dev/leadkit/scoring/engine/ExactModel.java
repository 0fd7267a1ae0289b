package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;

import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A model in words of its own, with its score in exact decimals: none of the scoring code, and decay by the series of the
 * exponential function instead of tables. Units are thousandths of a point.
 *
 * @param dimensions rules by dimension; the first two of each share a group
 * @param groupCap the most that a group gives
 * @param cap the most that a dimension gives
 * @param floor the least that a dimension gives
 * @param total the most that all give
 */
record ExactModel(List<List<Rule>> dimensions, long groupCap, long cap, long floor, long total) {

    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal LN2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134360255254120680009");

    /** As much as the engine says that its decay may be off beside rounding, and a little more. */
    private static final BigDecimal DECLARED = new BigDecimal("7e-8");

    /**
     * A rule.
     *
     * @param kind 0: the country is this one; 1: so many employees or more; 2: done so often within the window; else each one done
     * @param word a country or what was done
     * @param number how many
     * @param units what it is worth
     * @param windowHours how far back
     * @param halfLifeHours the half-life; 0 for none
     * @param cap the greatest magnitude that all together give
     */
    record Rule(int kind, String word, int number, long units, int windowHours, int halfLifeHours, long cap) {}

    static ExactModel any(Random random) {
        List<List<Rule>> dimensions = new ArrayList<>();
        for (int d = 1 + random.nextInt(3); d > 0; d--) {
            List<Rule> rules = new ArrayList<>();
            for (int r = 2 + random.nextInt(7); r > 0; r--) {
                rules.add(rule(random));
            }
            dimensions.add(rules);
        }
        return new ExactModel(
                dimensions,
                random.nextInt(30_000),
                10_000 + random.nextInt(60_000),
                -random.nextInt(20_000),
                20_000 + random.nextInt(90_000));
    }

    private static Rule rule(Random random) {
        int kind = random.nextInt(6);
        List<String> words = kind == 0 ? ExactLead.COUNTRIES : ExactLead.TYPES;
        return new Rule(
                kind,
                words.get(random.nextInt(words.size())),
                1 + random.nextInt(kind == 1 ? 400 : 4),
                random.nextInt(30_000) - 8_000,
                24 + random.nextInt(800),
                random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(500),
                1_000 + random.nextInt(40_000));
    }

    /** Whether some rule would give a thing done a worth whose rounding exact decimals and the engine's table may see otherwise. */
    boolean isClose(ExactLead.Done done) {
        return dimensions.stream().flatMap(List::stream).anyMatch(rule -> {
            if (rule.kind < 3 || rule.halfLifeHours == 0) {
                return false;
            }
            BigDecimal worth = faded(rule, done);
            BigDecimal off = worth.remainder(BigDecimal.ONE)
                    .abs()
                    .subtract(new BigDecimal("0.5"))
                    .abs();
            return off.compareTo(DECLARED.multiply(BigDecimal.valueOf(Math.abs(rule.units)))) <= 0;
        });
    }

    private static BigDecimal faded(Rule rule, ExactLead.Done done) {
        BigDecimal halves =
                BigDecimal.valueOf(done.ago()).divide(BigDecimal.valueOf(rule.halfLifeHours * 3_600_000L), DIGITS);
        int whole = halves.intValue();
        BigDecimal power =
                halves.subtract(BigDecimal.valueOf(whole)).multiply(LN2, DIGITS).negate();
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 50; n++) {
            term = term.multiply(power, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(rule.units), DIGITS)
                .divide(BigDecimal.valueOf(2).pow(whole), DIGITS);
    }

    /** Total, dimensions and rules as lines; truth, fresh, earned and counted of each rule. */
    String explained(ExactLead lead) {
        StringBuilder sums = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        long all = 0;
        for (int d = 0; d < dimensions.size(); d++) {
            long sum = 0;
            for (int r = 0; r < dimensions.get(d).size(); r++) {
                String[] found = found(dimensions.get(d).get(r), lead).split(" ");
                lines.append(id(d, r))
                        .append(' ')
                        .append(String.join(" ", found))
                        .append('\n');
                sum += Long.parseLong(found[3]);
                sum = r == 1 ? Math.min(sum, groupCap) : sum;
            }
            sum = Math.max(floor, Math.min(cap, sum));
            sums.append('d').append(d).append(' ').append(sum).append('\n');
            all += sum;
        }
        return Math.min(total, all) + "\n" + sums + lines;
    }

    private static String id(int dimension, int rule) {
        return "r" + dimension + "." + rule;
    }

    private static String found(Rule rule, ExactLead lead) {
        return switch (rule.kind) {
            case 0 -> found(lead.country().map(rule.word::equals), rule.units);
            case 1 -> found(lead.employees().map(count -> count >= rule.number), rule.units);
            case 2 -> found(Optional.of(within(rule, lead).size() >= rule.number), rule.units);
            default -> each(rule, lead);
        };
    }

    private static String found(Optional<Boolean> holds, long units) {
        long worth = holds.orElse(false) ? units : 0;
        String truth = holds.map(yes -> yes ? "TRUE" : "FALSE").orElse("UNKNOWN");
        return truth + " " + worth + " " + worth + " " + worth;
    }

    /** Newest first, at most four. */
    private static List<ExactLead.Done> within(Rule rule, ExactLead lead) {
        List<ExactLead.Done> counted = new ArrayList<>();
        for (int i = lead.done().size() - 1; i >= 0; i--) {
            ExactLead.Done each = lead.done().get(i);
            if (each.type().equals(rule.word) && each.ago() <= rule.windowHours * 3_600_000L) {
                counted.add(each);
            }
        }
        return counted;
    }

    private static String each(Rule rule, ExactLead lead) {
        List<ExactLead.Done> counted =
                within(rule, lead).stream().limit(rule.number).toList();
        long fresh = rule.units * counted.size();
        long earned = 0;
        for (ExactLead.Done done : counted) {
            earned += rule.halfLifeHours == 0
                    ? rule.units
                    : faded(rule, done).setScale(0, RoundingMode.HALF_DOWN).longValueExact();
        }
        long limited = Math.max(-rule.cap, Math.min(rule.cap, earned));
        return (counted.isEmpty() ? "FALSE" : "TRUE") + " " + fresh + " " + earned + " " + limited;
    }

    /** The same in the words of the library. */
    ScoringModel model() {
        var builder = ScoringModel.builder("exact", "1").limits(Limits.NONE.withCap(new Points(total)));
        for (int d = 0; d < dimensions.size(); d++) {
            int dimension = d;
            builder.dimension("d" + d, content -> write(content, dimension));
        }
        return builder.build();
    }

    private void write(DimensionBuilder content, int dimension) {
        List<Rule> rules = dimensions.get(dimension);
        content.limits(Limits.NONE.withCap(new Points(cap)).withFloor(new Points(floor)));
        content.group("g" + dimension, group -> {
            group.limits(Limits.NONE.withCap(new Points(groupCap)));
            write(group, rules.get(0), id(dimension, 0));
            write(group, rules.get(1), id(dimension, 1));
        });
        for (int r = 2; r < rules.size(); r++) {
            write(content, rules.get(r), id(dimension, r));
        }
    }

    private static void write(DimensionBuilder content, Rule rule, String id) {
        Points points = new Points(rule.units);
        Duration window = Duration.ofHours(rule.windowHours);
        switch (rule.kind) {
            case 0 ->
                content.add(
                        new ConditionRule(id, "", field(StandardFields.COUNTRY).is(rule.word), points));
            case 1 ->
                content.add(new ConditionRule(
                        id, "", field(ExactLead.EMPLOYEES).atLeast(BigDecimal.valueOf(rule.number)), points));
            case 2 ->
                content.add(new ConditionRule(
                        id, "", interaction(rule.word).within(window).atLeast(rule.number), points));
            default -> {
                Worth worth = Worth.points(points).within(window).most(rule.number);
                worth = rule.halfLifeHours == 0 ? worth : worth.halfLife(Duration.ofHours(rule.halfLifeHours));
                Limits limits = Limits.NONE.withCap(new Points(rule.cap)).withFloor(new Points(-rule.cap));
                content.add(new InteractionRule(
                        id,
                        "",
                        interaction(rule.word).filter(),
                        new Worth(points, worth.fading(), worth.most(), limits)));
            }
        }
    }
}
