package dev.leadkit.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Truth;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Evidence;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Finding;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.engine.Ruling;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * The search against trying every way for every rule, better and worse ones, one after the other. No two rules ask the same,
 * so that each turns over by itself.
 */
final class SmallestChangeProperties {

    private static final int MOST_WAYS = 60_000;

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noWayIsShorter(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        collect(isCompared(untied(model, explained(model, lead, asOf)), lead, asOf));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noWayToATotalThatIsSomewhatHigherIsShorter(
            @ForAll("models") ScoringModel any,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf,
            @ForAll @IntRange(min = 1, max = 40_000) int gap) {
        Points total = explained(any, lead, asOf).score().total();
        List<Band> bands = List.of(new Band(new Grade("A"), total.plus(new Points(gap))));
        Grading grading = new Grading(bands, Optional.empty(), any.grading().disqualifiers());
        ScoringModel model = new ScoringModel(any.ref(), any.dimensions(), any.limits(), grading, any.zone());
        collect(isCompared(untied(model, explained(model, lead, asOf)), lead, asOf));
    }

    private static void collect(boolean compared) {
        Statistics.label("compared")
                .collect(compared)
                .coverage(seen -> seen.check(true).percentage(part -> part > 80));
    }

    /** The same model with conditions about a field of each rule's own, which turn out the same. */
    private static ScoringModel untied(ScoringModel model, Explanation explanation) {
        boolean[] hasNumber = new boolean[1];
        Map<String, ScoringRule> rules = new LinkedHashMap<>();
        for (Reason reason : explanation.reasons()) {
            ScoringRule rule = reason.rule();
            boolean isSpare = rule instanceof NumberRule && hasNumber[0];
            hasNumber[0] |= rule instanceof NumberRule;
            boolean turns = rule instanceof ConditionRule || isSpare;
            rules.put(
                    rule.id(),
                    turns ? new ConditionRule(rule.id(), "", untied(rule.id(), reason.finding()), worth(rule)) : rule);
        }
        return new ScoringModel(
                model.ref(),
                model.dimensions().stream()
                        .map(each -> new Dimension(
                                each.name(),
                                each.rules().stream()
                                        .map(rule -> rules.getOrDefault(rule.id(), rule))
                                        .toList(),
                                each.groups(),
                                each.limits()))
                        .toList(),
                model.limits(),
                untied(model.grading(), explanation),
                model.zone());
    }

    private static Points worth(ScoringRule rule) {
        return rule instanceof ConditionRule each ? each.points() : rule.reach();
    }

    private static Condition untied(String id, Finding finding) {
        String field = id.replace('.', '_');
        return finding.truth() == Truth.TRUE ? Switches.on(field) : Switches.off(field);
    }

    private static Grading untied(Grading grading, Explanation explanation) {
        List<Disqualifier> out = explanation.rulings().stream()
                .map(each -> new Disqualifier(
                        each.disqualifier().id(),
                        "",
                        untied(each.disqualifier().id(), each.finding()),
                        each.disqualifier().verdict(),
                        ""))
                .toList();
        return new Grading(grading.bands(), grading.matrix(), out);
    }

    private static Explanation explained(ScoringModel model, LeadHistory lead, Instant asOf) {
        return ScoringEngine.of(model, ScoringModelArbitraries.registry()).explain(lead, asOf);
    }

    /** Trying everything takes too long for few models; they are counted. */
    private static boolean isCompared(ScoringModel model, LeadHistory lead, Instant asOf) {
        Explanation explanation = explained(model, lead, asOf);
        Everything all = new Everything(model, explanation);
        if (all.ways() > MOST_WAYS) {
            return false;
        }
        all.tryFrom(0, 0, 0);
        SmallestChange found = SmallestChange.of(model, explanation);
        assertThat(found.status()).isEqualTo(all.rules == Integer.MAX_VALUE ? Status.NONE : Status.FOUND);
        if (found.status() == Status.FOUND) {
            assertThat(found.flips()).hasSize(all.rules);
            assertThat(found.changes()).isEqualTo(all.rules);
            assertThat(found.points().units()).isEqualTo(all.points);
            assertThat(all.isBetter(found)).isTrue();
            assertThat(Sentences.of(Locale.ROOT).changes(found, explanation)).hasSize(all.rules);
        } else {
            assertThat(found.flips()).isEmpty();
        }
        return true;
    }

    /** Every way for every rule, with the sums done as the documentation reads. */
    private static final class Everything {

        private final ScoringModel model;
        private final Explanation before;
        private final List<List<Long>> ways = new ArrayList<>();
        private final Map<String, Long> units = new LinkedHashMap<>();
        private final List<Disqualifier> held = new ArrayList<>();
        private int rules = Integer.MAX_VALUE;
        private long points = Long.MAX_VALUE;

        Everything(ScoringModel model, Explanation before) {
            this.model = model;
            this.before = before;
            for (Reason reason : before.reasons()) {
                units.put(reason.rule().id(), reason.finding().counted().units());
                ways.add(List.copyOf(new TreeSet<>(ways(reason))));
            }
            before.rulings().stream()
                    .filter(ruling -> ruling.finding().truth() == Truth.TRUE)
                    .map(Ruling::disqualifier)
                    .forEach(held::add);
        }

        long ways() {
            return ways.stream()
                    .mapToLong(each -> each.size() + 1)
                    .reduce(1L << held.size(), (a, b) -> Math.min(a * b, 1L << 40));
        }

        private static List<Long> ways(Reason reason) {
            if (reason.rule() instanceof ConditionRule rule) {
                return List.of(0L, rule.points().units());
            }
            if (reason.rule() instanceof NumberRule rule) {
                List<Long> worth = new ArrayList<>();
                rule.bands().bands().forEach(band -> worth.add(band.points().units()));
                // the models' first band has no beginning and no last one is without an end
                worth.add(rule.bands().otherwise().units());
                return worth;
            }
            return reason.rule() instanceof InteractionRule rule ? more(reason, rule) : List.of();
        }

        private static List<Long> more(Reason reason, InteractionRule rule) {
            List<Long> worth = new ArrayList<>();
            for (int more = 1; more <= 100; more++) {
                List<Long> counted = new ArrayList<>(
                        Collections.nCopies(more, rule.worth().points().units()));
                reason.finding()
                        .evidence()
                        .forEach(event -> counted.add(((Evidence.OfInteraction) event)
                                .points()
                                .orElseThrow()
                                .units()));
                long sum = counted.stream()
                        .limit(rule.worth().most().orElse(10_000))
                        .mapToLong(Long::longValue)
                        .sum();
                worth.add(limited(rule.worth().limits(), sum));
            }
            return worth;
        }

        void tryFrom(int rule, int changed, long moved) {
            if (changed > rules) {
                return;
            }
            if (rule == ways.size()) {
                tryLifting(changed, moved);
                return;
            }
            String id = before.reasons().get(rule).rule().id();
            long now = units.get(id);
            tryFrom(rule + 1, changed, moved);
            for (long way : ways.get(rule)) {
                if (way != now) {
                    units.put(id, way);
                    tryFrom(rule + 1, changed + 1, moved + Math.abs(way - now));
                }
            }
            units.put(id, now);
        }

        private void tryLifting(int changed, long moved) {
            for (int set = 0; set < 1 << held.size(); set++) {
                List<Disqualifier> left = new ArrayList<>();
                for (int i = 0; i < held.size(); i++) {
                    if ((set & (1 << i)) == 0) {
                        left.add(held.get(i));
                    }
                }
                int changes = changed + held.size() - left.size();
                boolean shorter = changes < rules || (changes == rules && moved < points);
                if (shorter && isBetter(left)) {
                    rules = changes;
                    points = moved;
                }
            }
        }

        boolean isBetter(SmallestChange found) {
            List<Disqualifier> left = new ArrayList<>(held);
            for (Flip flip : found.flips()) {
                units.computeIfPresent(flip.rule(), (rule, now) -> flip.to().units());
                left.removeIf(each -> each.id().equals(flip.rule()));
            }
            return isBetter(left);
        }

        private boolean isBetter(List<Disqualifier> left) {
            Map<String, Points> dimensions = new LinkedHashMap<>();
            long total = 0;
            for (Dimension dimension : model.dimensions()) {
                long sum = dimension(dimension);
                dimensions.put(dimension.name(), new Points(sum));
                total += sum;
            }
            Verdict verdict = model.grading().verdict(left);
            Points forced = verdict.total().orElse(new Points(limited(model.limits(), total)));
            Optional<Grade> grade = verdict.grade().or(() -> model.grading().grade(dimensions, forced));
            Optional<Grade> old = before.score().grade();
            if (model.grading().matrix().isEmpty()) {
                return model.grading().rank(grade) < model.grading().rank(old);
            }
            if (before.rulings().stream().anyMatch(this::isForcing)) {
                return verdict.grade().isEmpty();
            }
            GradeMatrix matrix = model.grading().matrix().get();
            int row = matrix.rows().rank(dimensions.get("d0"))
                    - matrix.rows().rank(before.score().dimensions().get("d0"));
            int column = matrix.columns().rank(dimensions.get("d1"))
                    - matrix.columns().rank(before.score().dimensions().get("d1"));
            return row <= 0 && column <= 0 && row + column < 0;
        }

        private boolean isForcing(Ruling ruling) {
            return ruling.finding().truth() == Truth.TRUE
                    && ruling.disqualifier().verdict().grade().isPresent();
        }

        private long dimension(Dimension dimension) {
            long sum = 0;
            Map<String, Long> alone = new LinkedHashMap<>();
            dimension.rules().forEach(rule -> alone.put(rule.id(), units.get(rule.id())));
            for (RuleGroup group : dimension.groups()) {
                sum += limited(
                        group.limits(),
                        group.rules().stream().mapToLong(alone::remove).sum());
            }
            return limited(
                    dimension.limits(),
                    sum + alone.values().stream().mapToLong(Long::longValue).sum());
        }

        private static long limited(Limits limits, long sum) {
            long capped = limits.cap().map(cap -> Math.min(sum, cap.units())).orElse(sum);
            return limits.floor().map(floor -> Math.max(capped, floor.units())).orElse(capped);
        }
    }
}
