package dev.leadkit.condition.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.core.kit.ConditionArbitraries;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares what is proved of conditions with what becomes of them. */
final class LogicProperties {

    /** Two conditions over the questions of one small world, and the leads of that world. */
    record Case(Condition one, Condition other, List<Facts> leads) {

        private boolean isTrue(Condition condition, Facts lead) {
            return condition.evaluate(lead, fault -> {}) == Truth.TRUE;
        }

        boolean never() {
            return leads.stream().noneMatch(lead -> isTrue(one, lead));
        }

        boolean always() {
            return leads.stream().allMatch(lead -> isTrue(one, lead));
        }

        boolean implies() {
            return leads.stream().allMatch(lead -> !isTrue(one, lead) || isTrue(other, lead));
        }

        boolean excludes() {
            return leads.stream().noneMatch(lead -> isTrue(one, lead) && isTrue(other, lead));
        }

        @Override
        public String toString() {
            return one + " | " + other;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.oneOf(
                cases(SmallWorld.texts(), SmallWorld.textLeads()),
                cases(SmallWorld.ordered(), SmallWorld.orderedLeads()),
                cases(SmallWorld.times(), SmallWorld.timeLeads()));
    }

    private static Arbitrary<Case> cases(List<Condition> questions, List<Facts> leads) {
        Arbitrary<Condition> conditions = nested(Arbitraries.of(questions), 3);
        return Combinators.combine(conditions, conditions).as((one, other) -> new Case(one, other, leads));
    }

    private static Arbitrary<Condition> nested(Arbitrary<Condition> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Condition> part = Arbitraries.lazy(() -> nested(leaves, depth - 1));
        Arbitrary<List<Condition>> parts = part.list().ofMaxSize(4);
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves),
                Tuple.of(2, parts.map(Condition.All::new)),
                Tuple.of(2, parts.map(Condition.Any::new)),
                Tuple.of(1, part.map(Condition.Not::new)));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void whereAllLeadsCanBeTriedProofAndTrialAgree(@ForAll("cases") Case tried) {
        assertThat(Logic.isNever(tried.one())).as("never").isEqualTo(tried.never());
        assertThat(Logic.isAlways(tried.one())).as("always").isEqualTo(tried.always());
        assertThat(Logic.implies(tried.one(), tried.other())).as("implies").isEqualTo(tried.implies());
        assertThat(Logic.excludes(tried.one(), tried.other())).as("excludes").isEqualTo(tried.excludes());
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsProvedIsTrueOfEveryLead(
            @ForAll("conditions") Condition one,
            @ForAll("conditions") Condition other,
            @ForAll("leads") List<Facts> leads) {
        for (Facts lead : leads) {
            boolean first = one.evaluate(lead, fault -> {}) == Truth.TRUE;
            boolean second = other.evaluate(lead, fault -> {}) == Truth.TRUE;
            assertThat(first && Logic.isNever(one)).isFalse();
            assertThat(!first && Logic.isAlways(one)).isFalse();
            assertThat(first && !second && Logic.implies(one, other)).isFalse();
            assertThat(first && second && Logic.excludes(one, other)).isFalse();
        }
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return ConditionArbitraries.conditions();
    }

    @Provide
    Arbitrary<List<Facts>> leads() {
        return ConditionArbitraries.facts().list().ofSize(10);
    }
}
