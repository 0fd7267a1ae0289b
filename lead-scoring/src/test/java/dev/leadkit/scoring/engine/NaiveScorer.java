package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberBand;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a model says, rule by rule as its documentation reads, without compiling anything. */
final class NaiveScorer {

    private final ScoringModel model;
    private final RuleRegistry registry;
    private final Facts facts;

    NaiveScorer(ScoringModel model, RuleRegistry registry, Facts facts) {
        this.model = model;
        this.registry = registry;
        this.facts = model.zone().in(facts);
    }

    Map<String, Long> dimensions() {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Dimension dimension : model.dimensions()) {
            BigInteger sum = BigInteger.ZERO;
            for (RuleGroup group : dimension.groups()) {
                long ofGroup = dimension.rules().stream()
                        .filter(rule -> group.rules().contains(rule.id()))
                        .mapToLong(this::units)
                        .sum();
                sum = sum.add(BigInteger.valueOf(limited(group.limits(), ofGroup)));
            }
            for (ScoringRule rule : dimension.rules()) {
                boolean alone = dimension.groups().stream()
                        .noneMatch(group -> group.rules().contains(rule.id()));
                sum = sum.add(BigInteger.valueOf(alone ? units(rule) : 0));
            }
            sums.put(dimension.name(), limited(dimension.limits(), sum.longValueExact()));
        }
        return sums;
    }

    long total() {
        return held().stream()
                .flatMap(each -> each.verdict().total().stream())
                .mapToLong(Points::units)
                .min()
                .orElseGet(() -> limited(
                        model.limits(),
                        dimensions().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()));
    }

    /** The worst forced grade, else that of the points. */
    Optional<Grade> grade() {
        Optional<Grade> forced = Optional.empty();
        for (Disqualifier each : held()) {
            Optional<Grade> grade = each.verdict().grade();
            if (grade.isPresent() && (forced.isEmpty() || isWorse(grade.get(), forced.get()))) {
                forced = grade;
            }
        }
        return forced.or(this::earned);
    }

    private boolean isWorse(Grade one, Grade other) {
        List<Grade> known = model.bands().stream().map(Band::grade).toList();
        int first = known.contains(one) ? known.indexOf(one) : known.size();
        int second = known.contains(other) ? known.indexOf(other) : known.size();
        return first != second ? first > second : one.name().compareTo(other.name()) > 0;
    }

    private Optional<Grade> earned() {
        if (model.grading().matrix().isEmpty()) {
            return best(model.bands(), total()).map(Band::grade);
        }
        GradeMatrix matrix = model.grading().matrix().get();
        return Optional.of(new Grade(part(matrix.rows()) + part(matrix.columns())));
    }

    private String part(GradeMatrix.Axis axis) {
        return best(axis.bands(), dimensions().get(axis.dimension()))
                .map(Band::grade)
                .orElse(axis.otherwise())
                .name();
    }

    private static Optional<Band> best(List<Band> bands, long units) {
        return bands.stream().filter(band -> units >= band.atLeast().units()).findFirst();
    }

    private List<Disqualifier> held() {
        return model.grading().disqualifiers().stream()
                .filter(each -> each.when().evaluate(facts, fault -> {}) == Truth.TRUE)
                .toList();
    }

    /** The points of rules that are true or false, and of all. */
    long judged(boolean all) {
        return model.dimensions().stream()
                .flatMap(dimension -> dimension.rules().stream())
                .filter(rule -> all || !isUnknown(rule))
                .mapToLong(this::reach)
                .sum();
    }

    private long reach(ScoringRule rule) {
        return rule instanceof CustomRule custom
                ? registry.make(custom.custom(), custom.with()).reach().units()
                : rule.reach().units();
    }

    private boolean isUnknown(ScoringRule rule) {
        if (rule instanceof CustomRule custom) {
            return result(custom).map(result -> !result.missing().isEmpty()).orElse(true);
        }
        if (rule instanceof NumberRule number) {
            return facts.lead().get(number.field()).isEmpty();
        }
        return rule instanceof ConditionRule condition
                && condition.when().evaluate(facts, fault -> {}) == Truth.UNKNOWN;
    }

    private long number(NumberRule rule) {
        Optional<BigDecimal> value = facts.lead().get(rule.field());
        if (value.isEmpty()) {
            return 0;
        }
        for (NumberBand band : rule.bands().bands()) {
            boolean above = band.range()
                    .low()
                    .map(low -> order(value.get(), low) >= (low.inclusive() ? 0 : 1))
                    .orElse(true);
            boolean below = band.range()
                    .high()
                    .map(high -> order(value.get(), high) <= (high.inclusive() ? 0 : -1))
                    .orElse(true);
            if (above && below) {
                return band.points().units();
            }
        }
        return rule.bands().otherwise().units();
    }

    private static int order(BigDecimal value, FieldTest.Bound bound) {
        return value.compareTo((BigDecimal) bound.key());
    }

    private long units(ScoringRule rule) {
        if (rule instanceof ConditionRule condition) {
            boolean holds = condition.when().evaluate(facts, fault -> {}) == Truth.TRUE;
            return holds ? condition.points().units() : 0;
        }
        if (rule instanceof NumberRule number) {
            return number(number);
        }
        return rule instanceof CustomRule custom ? custom(custom) : each((InteractionRule) rule);
    }

    private long custom(CustomRule rule) {
        return result(rule).map(result -> result.points().units()).orElse(0L);
    }

    private Optional<RuleResult> result(CustomRule rule) {
        try {
            return Optional.of(registry.make(rule.custom(), rule.with()).apply(facts));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private long each(InteractionRule rule) {
        Function<Interaction, Truth> asking = rule.each().asking(fault -> {});
        List<Interacted> counted = facts.interactions().stream()
                .sorted(Comparator.comparing(Interacted::header).reversed())
                .filter(event -> rule.worth()
                        .fading()
                        .within()
                        .map(window -> !event.occurredAt().plus(window).isBefore(facts.asOf()))
                        .orElse(true))
                .filter(event -> isOnOneOfTheDays(rule, event))
                .filter(event -> asking.apply(event.interaction()) == Truth.TRUE)
                .limit(rule.worth().most().orElse(Integer.MAX_VALUE))
                .toList();
        return limited(
                rule.worth().limits(),
                counted.stream().mapToLong(event -> worth(rule, event)).sum());
    }

    private boolean isOnOneOfTheDays(InteractionRule rule, Interacted event) {
        ZoneId zone = model.zone().of(facts.lead());
        long daysAgo = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(event.occurredAt(), zone), LocalDate.ofInstant(facts.asOf(), zone));
        return rule.worth().fading().days().isEmpty()
                || daysAgo < rule.worth().fading().days().getAsInt();
    }

    private long worth(InteractionRule rule, Interacted event) {
        Duration age = Duration.between(event.occurredAt(), facts.asOf());
        long fresh = rule.worth().points().units();
        return rule.worth()
                .fading()
                .halfLife()
                .map(halfLife -> new Decay(halfLife).left(fresh, age))
                .orElse(fresh);
    }

    private static long limited(Limits limits, long units) {
        long cap = limits.cap().map(Points::units).orElse(1_000_000_000L);
        long floor = limits.floor().map(Points::units).orElse(-1_000_000_000L);
        return units > cap ? cap : units < floor ? floor : units;
    }
}
