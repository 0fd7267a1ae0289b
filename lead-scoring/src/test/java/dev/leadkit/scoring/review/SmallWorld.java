package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static dev.leadkit.lead.StandardFields.COUNTRY;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A country, a size and visits: so few leads that all of them can be looked at, and rules that are entangled. */
final class SmallWorld {

    static final Field<BigDecimal> SIZE = Field.number("size");

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L");

    private SmallWorld() {}

    /** Every lead that the rules can tell from others. */
    static List<Facts> leads() {
        List<Facts> leads = new ArrayList<>();
        for (String country : List.of("", "DE", "AT", "FR")) {
            for (int size : new int[] {0, 5, 50, 500}) {
                for (int visits = 0; visits < 4; visits++) {
                    leads.add(lead(country, size, visits));
                }
            }
        }
        return leads;
    }

    /** A lead; no country and a size of 0 are not known. */
    static Facts lead(String country, int size, int visits) {
        FieldValues.Builder values = FieldValues.builder();
        if (!country.isEmpty()) {
            values.set(COUNTRY, country);
        }
        if (size > 0) {
            values.set(SIZE, BigDecimal.valueOf(size));
        }
        List<LeadEvent> events = new ArrayList<>();
        events.add(Captured.of(header("c"), new Origin("form", "1", true), new Stage("new"), values.build()));
        for (int i = 0; i < visits; i++) {
            events.add(new Interacted(header("v" + i), Interaction.inbound("visit")));
        }
        return Facts.of(LeadHistory.of(LEAD, events), NOW);
    }

    private static EventHeader header(String id) {
        return new EventHeader(new EventId(id), LEAD, NOW, NOW);
    }

    static Arbitrary<Condition> conditions() {
        Condition home = field(COUNTRY).is("DE");
        Condition big = field(SIZE).atLeast(BigDecimal.valueOf(100));
        Condition some = field(SIZE).atLeast(BigDecimal.TEN);
        return Arbitraries.of(
                home,
                field(COUNTRY).in("AT", "DE"),
                field(COUNTRY).isPresent(),
                field(COUNTRY).isMissing(),
                not(home),
                big,
                some,
                home.and(big),
                home.and(some),
                any(home, big),
                interaction("visit").atLeast(1),
                interaction("visit").atLeast(2),
                interaction("visit").atLeast(2).and(home));
    }

    static Arbitrary<Long> points() {
        return Arbitraries.of(-30L, -20L, -10L, 10L, 20L, 20L, 30L);
    }

    static Arbitrary<ScoringRule> rules() {
        Arbitrary<ScoringRule> conditions = Combinators.combine(conditions(), points())
                .as((when, points) -> new ConditionRule("r", "", when, Points.of(points)));
        Arbitrary<ScoringRule> numbers = Combinators.combine(points(), points(), Arbitraries.of(0L, 20L))
                .as((low, high, gap) -> new NumberRule(
                        "r",
                        "",
                        SIZE,
                        NumberBands.NONE.below(10, low).atLeast(100, high).otherwise(gap),
                        ""));
        Arbitrary<ScoringRule> visits = Combinators.combine(
                        points(), Arbitraries.of(1, 2, 10), Arbitraries.of(Limits.NONE, limits(-10, 10)))
                .as((points, most, limits) -> {
                    Worth worth = Worth.points(points).most(most);
                    Worth all = new Worth(worth.points(), worth.fading(), worth.most(), limits);
                    return new InteractionRule("r", "", interaction("visit").filter(), all);
                });
        return Arbitraries.frequencyOf(Tuple.of(6, conditions), Tuple.of(2, numbers), Tuple.of(2, visits));
    }

    /** Grades by the total or by two dimensions, and up to three disqualifiers. */
    static Arbitrary<Grading> gradings() {
        List<Band> bands = List.of(band("A", 20), band("B", 0));
        GradeMatrix.Axis row = new GradeMatrix.Axis("d0", bands, new Grade("C"));
        GradeMatrix.Axis column = new GradeMatrix.Axis("d1", List.of(band("1", 10)), new Grade("2"));
        Arbitrary<Verdict> verdicts = Arbitraries.of(
                Verdict.total(-100),
                Verdict.total(-50),
                Verdict.grade("B"),
                Verdict.grade("X"),
                Verdict.total(-50).andGrade("X"));
        return Combinators.combine(
                        Arbitraries.of(Optional.of(new GradeMatrix(row, column)), Optional.<GradeMatrix>empty()),
                        conditions().list().ofSize(3),
                        verdicts.list().ofMaxSize(3))
                .as((matrix, when, verdict) -> new Grading(
                        matrix.isPresent() ? List.of() : bands,
                        matrix,
                        IntStream.range(0, verdict.size())
                                .mapToObj(i -> new Disqualifier("x" + i, "", when.get(i), verdict.get(i), ""))
                                .toList()));
    }

    private static Band band(String grade, long atLeast) {
        return new Band(new Grade(grade), Points.of(atLeast));
    }

    static Arbitrary<Limits> limits() {
        return Arbitraries.of(
                Limits.NONE,
                Limits.NONE.withCap(Points.of(20)),
                Limits.NONE.withCap(Points.of(30)),
                Limits.NONE.withFloor(Points.of(-20)),
                limits(0, 30),
                limits(-10, 20));
    }

    private static Limits limits(long floor, long cap) {
        return new Limits(Optional.of(Points.of(floor)), Optional.of(Points.of(cap)));
    }
}
