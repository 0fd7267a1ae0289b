package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.StoreActions.Named;
import dev.leadkit.store.Claim;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Anything in any order gives what the plainest store gives, also when the store is opened anew in between. */
abstract class RandomActionsContract {

    private static final int ACTIONS = 30;
    private static final int REOPENED_EVERY = 5;

    abstract LeadStore newStore();

    /** How many sequences to try. */
    abstract int sequences();

    /** The store as after a restart. */
    abstract LeadStore reopened(LeadStore store);

    @Test
    @DisplayName(
            "Anything done in any order gives the results, and leaves the content, that the plainest store gives and has")
    void likeThePlainestStore() {
        for (int seed = 0; seed < sequences(); seed++) {
            StoreActions actions = new StoreActions(new Random(seed));
            List<Named> sequence = Stream.generate(actions::next).limit(ACTIONS).toList();
            Optional<AssertionError> failure = failure(sequence);
            if (failure.isPresent()) {
                throw new AssertionError("Seed " + seed + ", shortened to:\n" + shortened(sequence), failure.get());
            }
        }
    }

    private Optional<AssertionError> failure(List<Named> sequence) {
        try {
            compare(sequence);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    /** Leaves out whatever is not needed for a failure, one after the other. */
    private String shortened(List<Named> sequence) {
        List<Named> needed = new ArrayList<>(sequence);
        for (int i = needed.size() - 1; i >= 0; i--) {
            List<Named> fewer = new ArrayList<>(needed);
            fewer.remove(i);
            if (failure(fewer).isPresent()) {
                needed = fewer;
            }
        }
        String message = failure(needed).map(AssertionError::getMessage).orElse("");
        return String.join("\n", needed.stream().map(Named::toString).toList()) + "\n" + message;
    }

    private void compare(List<Named> sequence) {
        LeadStore store = newStore();
        PlainStore plain = new PlainStore();
        List<Claim> held = new ArrayList<>();
        List<FeedEvent> fed = List.of();
        for (int i = 0; i < sequence.size(); i++) {
            Function<LeadStore, Object> action = sequence.get(i).action().on(plain, held);
            Object result = action.apply(store);
            Object expected = action.apply(plain);
            assertThat(result).as("result of " + sequence.get(i)).isEqualTo(expected);
            hold(expected, held);
            store = i % REOPENED_EVERY == 0 ? reopened(store) : store;
            assertThat(StoreView.of(store))
                    .as("content after " + sequence.get(i))
                    .isEqualTo(StoreView.of(plain));
            assertPagesByField(store, plain);
            fed = assertLasting(store, fed);
        }
        assertThat(StoreView.waiting(store, 1_000_000))
                .as("effects that wait")
                .isEqualTo(StoreView.waiting(plain, 1_000_000));
    }

    private static void hold(Object result, List<Claim> held) {
        if (result instanceof Set<?> claims) {
            claims.stream()
                    .map(Claim.class::cast)
                    .sorted((a, b) ->
                            a.effect().id().value().compareTo(b.effect().id().value()))
                    .forEach(held::add);
        }
    }

    private static void assertPagesByField(LeadStore store, PlainStore plain) {
        if (!StoreView.byCountry(store).isEmpty()) {
            assertThat(StoreView.byCountry(store)).as("pages by country").isEqualTo(StoreView.byCountry(plain));
        }
    }

    /** Positions grow, and an event that had one keeps it. */
    private static List<FeedEvent> assertLasting(LeadStore store, List<FeedEvent> before) {
        List<FeedEvent> now = store.feed(0, ALL);
        assertThat(positions(now)).isSorted().doesNotHaveDuplicates();
        assertThat(positions(now).subList(0, before.size())).isEqualTo(positions(before));
        return now;
    }

    private static List<Long> positions(List<FeedEvent> events) {
        return events.stream().map(FeedEvent::position).toList();
    }
}
