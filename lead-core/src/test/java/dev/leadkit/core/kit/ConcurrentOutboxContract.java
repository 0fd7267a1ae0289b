package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.due;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.Together.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.store.Claim;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many workers share one outbox: every effect is carried out once. */
abstract class ConcurrentOutboxContract {

    private static final int EFFECTS = 200;
    private static final int ROUNDS = 20;

    abstract LeadStore newStore();

    private Outbox filled() {
        LeadStore store = newStore();
        Effect[] effects = IntStream.range(0, EFFECTS)
                .mapToObj(i -> effect(LEAD, "F-" + i, i))
                .toArray(Effect[]::new);
        store.commit(due(0, captured(LEAD), effects));
        return store.outbox();
    }

    private static List<EffectId> ids(List<List<Claim>> claims) {
        return claims.stream()
                .flatMap(List::stream)
                .map(claim -> claim.effect().id())
                .toList();
    }

    /** Claims until there is nothing left. */
    private static List<Claim> claimAll(Outbox outbox, int now, int until) {
        List<Claim> mine = new ArrayList<>();
        List<Claim> some = outbox.claim(at(now), at(until), 3);
        while (!some.isEmpty()) {
            mine.addAll(some);
            some = outbox.claim(at(now), at(until), 3);
        }
        return mine;
    }

    @Test
    @DisplayName("Two workers never get the same effect, and together they get all, also of those whose claims lapsed")
    void eachOnce() throws Exception {
        Outbox outbox = filled();
        List<List<Claim>> first = Together.run(thread -> claimAll(outbox, 1_000, 2_000));
        assertThat(ids(first)).hasSize(EFFECTS).doesNotHaveDuplicates();
        List<List<Claim>> second = Together.run(thread -> claimAll(outbox, 2_000, 3_000));
        assertThat(ids(second)).hasSize(EFFECTS).doesNotHaveDuplicates();
        assertThat(second.stream().flatMap(List::stream)).allMatch(claim -> claim.attempt() == 2);
    }

    @Test
    @DisplayName("Of many who complete one claim exactly one is told that it is complete now")
    void completedOnce() throws Exception {
        Outbox outbox = filled();
        for (Claim claim : outbox.claim(at(1_000), at(2_000), ROUNDS)) {
            List<Boolean> told = Together.run(thread -> outbox.complete(claim));
            assertThat(told).filteredOn(done -> done).hasSize(1);
        }
        assertThat(claimAll(outbox, 2_000, 3_000)).hasSize(EFFECTS - ROUNDS);
    }

    @Test
    @DisplayName("Of a late completion and those who claim again, one comes first and the others see it")
    void lateOrAgain() throws Exception {
        Outbox outbox = filled();
        for (int i = 1; i <= ROUNDS; i++) {
            int now = 1_000 + 10 * i;
            int until = now + 10;
            List<Claim> late = outbox.claim(at(now), at(until), 1);
            List<List<Claim>> again = Together.run(thread -> thread == 0
                    ? late.stream().filter(outbox::complete).toList()
                    : outbox.claim(at(until), at(1_000_000), EFFECTS));
            List<EffectId> completedOrClaimed = ids(again).stream()
                    .filter(id -> id.equals(late.get(0).effect().id()))
                    .toList();
            assertThat(completedOrClaimed).hasSize(1);
            again.subList(1, THREADS).stream()
                    .flatMap(List::stream)
                    .forEach(claim ->
                            assertThat(outbox.postpone(claim, at(until))).isTrue());
        }
    }
}
