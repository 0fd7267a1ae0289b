package dev.leadkit.routing.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.workload.FieldRanking.Figure;
import dev.leadkit.routing.workload.FieldRanking.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A ranking")
final class RankingFiguresTest {

    private static final long ONE = Lag.ONE_LEAD;

    private static String words(String ranking, Figure ann, Figure bob) {
        return Rankings.named(ranking).orElseThrow().words(new Named("ann", ann), new Named("bob", bob));
    }

    private static Figure whole(long figure) {
        return new Figure(figure, 0, 0);
    }

    /** Reps 10, 20, 30 ... of weight 1 and capacity 5 with so many open leads. */
    private static Field loaded(int... open) {
        Field field = new Field(open.length);
        for (int i = 0; i < open.length; i++) {
            field.standing(field.add(10 + 10 * i, 1, 5), open[i], 0, 0);
        }
        return field;
    }

    /** Reps of weight 1 with these lags. */
    private static Field lagging(long... lags) {
        Field field = new Field(lags.length);
        for (int i = 0; i < lags.length; i++) {
            field.standing(field.add(i, 1, 5), 0, lags[i], 0);
        }
        return field;
    }

    @Test
    @DisplayName("puts the figures that it compared into words")
    void words() {
        assertThat(words(BuiltIn.LEAST_LOADED, whole(1), whole(2)))
                .isEqualTo("least loaded: ann has 1 open lead, bob has 2 open leads");
        assertThat(words(BuiltIn.LEAST_LOADED_RELATIVE, new Figure(1, 1, 4), new Figure(3, 3, 5)))
                .isEqualTo("least loaded for the capacity: ann has 1 of 4, bob has 3 of 5");
        assertThat(words(BuiltIn.LONGEST_WAITING, whole(0), whole(7)))
                .isEqualTo("longest waiting: ann never got a lead, bob got the last one as number 7");
        assertThat(words(BuiltIn.SMOOTH_WEIGHTED, whole(ONE / 2), whole(-ONE / 4)))
                .isEqualTo("smooth weighted: ann is 0.500 leads behind, bob is 0.250 leads ahead");
        assertThat(words(BuiltIn.FAIR_SHARE, whole(0), whole(-ONE)))
                .isEqualTo("fair share: ann is 0.000 leads behind, bob is 1.000 leads ahead");
        assertThat(words(BuiltIn.FAIR_SHARE, new Figure(ONE / 2, 2, 3), new Figure(ONE / 4, 5, 4)))
                .isEqualTo("fair share: ann is 0.500 leads behind and due within 0.667,"
                        + " bob is 0.250 leads behind and due within 1.250");
        assertThat(words(BuiltIn.FAIR_SHARE, new Figure(ONE / 2, 2, 3), whole(0)))
                .as("one is due, the other not yet")
                .isEqualTo("fair share: ann is 0.500 leads behind, bob is 0.000 leads behind");
    }

    @Test
    @DisplayName("is known by its name, and only turn by turn asks whose turn was when")
    void named() {
        assertThat(BuiltIn.rankings()).allMatch(name -> Rankings.named(name).isPresent());
        assertThat(Rankings.named("fairshare")).isEmpty();
        assertThat(BuiltIn.rankings().stream()
                        .filter(name -> Rankings.named(name).orElseThrow().asksTurns()))
                .containsExactly(BuiltIn.LONGEST_WAITING);
    }

    @Test
    @DisplayName("gives the best in order, as many as asked for, or 16")
    void best() {
        Random random = new Random(3);
        int[] open = random.ints(40, 0, 9).toArray();
        long[] lots = random.longs(500, 0, 3).toArray();
        Field field = loaded(open);
        List<Integer> sorted = IntStream.range(0, open.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer place) -> open[place])
                        .thenComparing(place -> lots[field.rep(place)])
                        .thenComparing(place -> place))
                .toList();
        for (int most : new int[] {0, 1, 2, 5, 15, 16, 17, 99, -1}) {
            field.rank(Rankings.leastLoaded(), most, rep -> lots[rep]);

            int wanted = most <= 0 ? 16 : Math.min(most, 16);
            assertThat(field.ranked()).isEqualTo(wanted);
            assertThat(IntStream.range(0, wanted).mapToObj(field::best).toList())
                    .isEqualTo(sorted.subList(0, wanted));
        }
        Field three = loaded(3, 1, 2);
        three.rank(Rankings.leastLoaded(), 16, rep -> 0);
        assertThat(three.ranked()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(three::best)).containsExactly(1, 2, 0);
    }

    @Test
    @DisplayName("tells who are level but for the draw, and finds a rep's place")
    void level() {
        Field field = loaded(3, 2, 3);
        field.rank(Rankings.leastLoaded(), 1, rep -> rep);

        assertThat(field.isLevel(0, 2)).isTrue();
        assertThat(field.isLevel(0, 1)).isFalse();
        assertThat(field.place(30)).isEqualTo(2);
        assertThat(field.place(25)).isNegative();
        assertThat(field.size()).isEqualTo(3);
        assertThat(field.keepsAccount()).isFalse();
        assertThatThrownBy(() -> field.share(0))
                .hasMessage("share must be asked of a ranking that keeps an account, was of another");
        field.clear();
        assertThat(field.size()).isZero();
        assertThat(field.ranked()).isZero();
    }

    @Test
    @DisplayName("by load takes the number, or what it is of the capacity, of which nothing counts as one")
    void load() {
        Field field = new Field(3);
        field.standing(field.add(0, 1, 4), 1, 0, 0);
        field.standing(field.add(1, 1, 9), 2, 0, 0);
        field.standing(field.add(2, 1, 0), 0, 0, 0);
        field.rank(Rankings.leastLoaded(), 3, rep -> rep);
        assertThat(Rankings.leastLoaded().figure(field, 1)).isEqualTo(new Figure(2, 0, 0));
        assertThat(IntStream.range(0, 3).map(field::best)).containsExactly(2, 0, 1);

        FieldRanking relative = Rankings.leastLoadedRelative();
        field.rank(relative, 3, rep -> rep);
        assertThat(IntStream.range(0, 3).map(field::best)).containsExactly(2, 1, 0);
        assertThat(relative.figure(field, 0)).isEqualTo(new Figure(1, 1, 4));
        assertThat(relative.figure(field, 2)).isEqualTo(new Figure(0, 0, 1));
    }

    @Test
    @DisplayName("by turns takes who got a lead longest ago")
    void turns() {
        Field field = new Field(2);
        field.standing(field.add(0, 1, 4), 0, 0, 8);
        field.standing(field.add(1, 1, 4), 3, 0, 7);
        field.rank(Rankings.longestWaiting(), 2, rep -> rep);

        assertThat(field.best(0)).isEqualTo(1);
        assertThat(Rankings.longestWaiting().figure(field, 0)).isEqualTo(whole(8));
    }

    @Test
    @DisplayName("by smooth weights tells how far each is behind with this lead")
    void smooth() {
        Field field = lagging(ONE / 4, -ONE / 4);
        field.rank(Rankings.smoothWeighted(), 2, rep -> rep);

        assertThat(Rankings.smoothWeighted().figure(field, 0)).isEqualTo(whole(3 * ONE / 4));
        assertThat(Rankings.smoothWeighted().figure(field, 1)).isEqualTo(whole(ONE / 4));
        assertThat(field.share(1)).isEqualTo(ONE / 2);
    }

    @Test
    @DisplayName("by fair share releases a rep who is 1 / (2k - 2) of a lead behind, to the unit")
    void released() {
        FieldRanking fair = Rankings.fairShare();
        for (int reps : new int[] {2, 3, 7, 20, 24}) {
            long twice = 2L * reps - 2;
            for (long more : new long[] {-3, -2, -1, 0, 1, 2}) {
                long behind = ONE / twice + more;
                Field field = new Field(reps);
                for (int i = 0; i < reps; i++) {
                    field.add(i, 1, 5);
                }
                field.rank(fair, 1, rep -> rep);
                long share = field.share(reps - 1);
                field.standing(reps - 1, 0, behind - share, 0);
                field.rank(fair, 1, rep -> rep);

                Figure figure = fair.figure(field, reps - 1);
                boolean due = behind * twice >= ONE;
                assertThat(figure)
                        .as("%s of %s reps", more, reps)
                        .isEqualTo(
                                due
                                        ? new Figure(
                                                behind, ONE * (twice - 1) - (behind - share) * twice, twice * share)
                                        : whole(behind));
            }
        }
    }

    @Test
    @DisplayName("by fair share takes who is furthest behind as soon as anybody is overdue, and not a unit before")
    void overdue() {
        FieldRanking fair = Rankings.fairShare();
        Field just = lagging(ONE / 2, -ONE / 2);
        just.rank(fair, 2, rep -> rep);
        assertThat(fair.figure(just, 0).isFraction()).isTrue();

        Field over = lagging(-ONE / 2 - 1, ONE / 2 + 1);
        over.rank(fair, 2, rep -> rep);
        assertThat(fair.figure(over, 1)).isEqualTo(whole(ONE + 1));
        assertThat(over.best(0)).isEqualTo(1);
    }
}
