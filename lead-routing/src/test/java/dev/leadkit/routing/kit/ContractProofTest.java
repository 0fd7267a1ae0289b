package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.ledger.AssignmentLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
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

    /** The sentences for one thread, on the plainest ledger with a flaw or without. */
    private static final class Tried extends KeyContract {

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
        protected void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        protected Instant now() {
            return now;
        }
    }

    private static List<Method> sentences() {
        return Stream.<Class<?>>iterate(KeyContract.class, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
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
        for (Flaw flaw : Flaw.values()) {
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
        for (Method sentence : sentences()) {
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
}
