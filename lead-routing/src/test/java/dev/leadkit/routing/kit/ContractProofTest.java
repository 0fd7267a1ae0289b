package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.ledger.AssignmentLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract is tried on ledgers that are wrong on purpose: it must find each flaw, and each sentence must find one. */
final class ContractProofTest {

    private static final List<Flaw> OF_MANY_THREADS = List.of(Flaw.TAKES_NO_LOCK, Flaw.REPORTS_CROSSING_MOVES);
    private static final List<Flaw> OF_A_RACE =
            List.of(Flaw.TELLS_OF_ROOM_THAT_IS_GONE, Flaw.TELLS_A_MOVE_BACKWARDS_IN_A_CROWD);
    private static final int MOST_TRIES = 50;

    /** The contract, on the plainest ledger with a flaw or without. */
    private static final class Tried extends ConcurrentAssignmentLedgerContract {

        private final Optional<Flaw> flaw;
        private Instant now = Instant.parse("2026-03-01T09:00:00Z");

        Tried(Optional<Flaw> flaw) {
            this.flaw = flaw;
        }

        @Override
        protected AssignmentLedger newLedger() {
            return new PlainLedger(this::now, flaw);
        }

        @Override
        protected synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        protected synchronized Instant now() {
            return now;
        }

        @Override
        protected int histories() {
            return 50;
        }

        @Override
        protected int leads() {
            return 640;
        }
    }

    private static List<Method> sentences(Class<?> from, Class<?> to) {
        return Stream.<Class<?>>iterate(from, type -> type != to, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
    }

    private static List<Method> sentences() {
        return sentences(HistoryContract.class, Object.class);
    }

    private static List<Method> sentencesOfManyThreads() {
        return sentences(ConcurrentAssignmentLedgerContract.class, HistoryContract.class);
    }

    private static boolean holds(Method sentence, Optional<Flaw> flaw) throws IllegalAccessException {
        try {
            sentence.invoke(new Tried(flaw));
            return true;
        } catch (InvocationTargetException e) {
            return false;
        }
    }

    private static Map<Flaw, Set<String>> broken() throws IllegalAccessException {
        Map<Flaw, Set<String>> broken = new EnumMap<>(Flaw.class);
        Set<Flaw> flaws = EnumSet.allOf(Flaw.class);
        flaws.removeAll(OF_MANY_THREADS);
        flaws.removeAll(OF_A_RACE);
        for (Flaw flaw : flaws) {
            Set<String> names = new TreeSet<>();
            for (Method sentence : sentences()) {
                if (!holds(sentence, Optional.of(flaw))) {
                    names.add(sentence.getName());
                }
            }
            broken.put(flaw, names);
        }
        return broken;
    }

    @Test
    @DisplayName("The plainest ledger without a flaw keeps every sentence")
    void flawless() throws IllegalAccessException {
        List<Method> all = Stream.concat(sentences().stream(), sentencesOfManyThreads().stream())
                .toList();
        for (Method sentence : all) {
            assertThat(holds(sentence, Optional.empty())).as(sentence.getName()).isTrue();
        }
    }

    @Test
    @DisplayName("Every flaw breaks a sentence, and every sentence is broken by a flaw")
    void flawed() throws IllegalAccessException {
        Map<Flaw, Set<String>> broken = broken();

        assertThat(broken.entrySet().stream()
                        .filter(each -> each.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .as("flaws that nothing finds")
                .isEmpty();
        Set<String> useless = sentences().stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        broken.values().forEach(useless::removeAll);
        assertThat(useless).as("sentences that find nothing").isEmpty();
    }

    /** A race is lost sooner or later, not at once: it may be run some times. */
    private static boolean breaks(Method sentence, List<Flaw> flaws) throws IllegalAccessException {
        boolean broken = false;
        for (int i = 0; i < MOST_TRIES && !broken; i++) {
            for (Flaw flaw : flaws) {
                broken |= !holds(sentence, Optional.of(flaw));
            }
        }
        return broken;
    }

    @Test
    @DisplayName("Every sentence about many threads is broken by a ledger that takes no lock, or the wrong ones")
    void raced() throws IllegalAccessException {
        for (Method sentence : sentencesOfManyThreads()) {
            assertThat(breaks(sentence, OF_MANY_THREADS)).as(sentence.getName()).isTrue();
        }
    }

    @Test
    @DisplayName("What was wrong for a moment, and is right for everybody who asks, is found by the race alone")
    void momentary() throws IllegalAccessException {
        Method race = sentences(RaceContract.class, HistoryContract.class).get(0);
        for (Flaw flaw : OF_A_RACE) {
            assertThat(breaks(race, List.of(flaw))).as(flaw.name()).isTrue();
            for (Method sentence : sentencesOfManyThreads()) {
                assertThat(sentence.equals(race) || holds(sentence, Optional.of(flaw)))
                        .as("%s with %s", sentence.getName(), flaw)
                        .isTrue();
            }
        }
    }
}
