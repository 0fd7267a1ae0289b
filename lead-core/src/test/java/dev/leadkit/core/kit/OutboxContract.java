package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.due;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Effects are claimed for a while, carried out and completed, once. */
abstract class OutboxContract {

    private static final Effect ONE = effect(LEAD, "one", 10);
    private static final Effect TWO = effect(LEAD, "two", 20);
    private static final Effect THREE = effect(LEAD, "three", 30);

    private LeadStore store;
    private Outbox outbox;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
        outbox = store.outbox();
    }

    private void put(Effect... effects) {
        store.commit(due(0, captured(LEAD), effects));
    }

    private List<Claim> claim(int now, int until) {
        return outbox.claim(at(now), at(until), 9);
    }

    private List<Effect> claimed(int now, int until) {
        return claim(now, until).stream().map(Claim::effect).toList();
    }

    @Test
    @DisplayName("The outbox is always the same, and at first it is empty")
    void empty() {
        assertThat(store.outbox()).isSameAs(outbox);
        assertThat(claim(0, 60)).isEmpty();
    }

    @Test
    @DisplayName("An effect is claimed whole, from the moment when it is due")
    void fromWhenItIsDue() {
        put(ONE);
        assertThat(claim(9, 60)).isEmpty();
        assertThat(claim(10, 60)).containsExactly(new Claim(ONE, 1, 0));
    }

    @Test
    @DisplayName("Those due first come first, at most as many as asked for")
    void inOrder() {
        put(THREE, ONE, TWO);
        assertThat(outbox.claim(at(40), at(60), 2)).containsExactly(new Claim(ONE, 1, 0), new Claim(TWO, 1, 0));
        assertThat(outbox.claim(at(40), at(60), 2)).containsExactly(new Claim(THREE, 1, 0));
    }

    @Test
    @DisplayName("Of those that are due at one time the first that came in comes first")
    void together() {
        Effect four = effect(LEAD, "a", 10);
        Effect five = effect(LEAD, "mail", "0", 10);
        put(ONE, four);
        store.commit(due(1, visited(LEAD, 1), five));
        for (Effect each : List.of(ONE, four, five)) {
            assertThat(outbox.claim(at(10), at(60), 1)).containsExactly(new Claim(each, 1, 0));
        }
    }

    @Test
    @DisplayName("An effect that was postponed waits behind those that were due before its new time")
    void postponedLast() {
        put(ONE, TWO);
        outbox.postpone(outbox.claim(at(10), at(60), 1).get(0), at(25));
        assertThat(outbox.claim(at(40), at(60), 1)).containsExactly(new Claim(TWO, 1, 0));
        assertThat(outbox.claim(at(40), at(60), 1)).containsExactly(new Claim(ONE, 2, 0));
    }

    @Test
    @DisplayName("What somebody has claimed nobody else gets, until the claim lapses; then it is another attempt")
    void lease() {
        put(ONE);
        assertThat(claim(10, 60)).containsExactly(new Claim(ONE, 1, 0));
        assertThat(claim(59, 90)).isEmpty();
        assertThat(claim(60, 90)).containsExactly(new Claim(ONE, 2, 0));
        assertThat(claim(89, 120)).isEmpty();
        assertThat(claim(90, 120)).containsExactly(new Claim(ONE, 3, 0));
    }

    @Test
    @DisplayName("What was completed nobody gets again, and it cannot be completed or given back twice")
    void completed() {
        put(ONE, TWO);
        Claim one = claim(10, 60).get(0);
        assertThat(outbox.complete(one)).isTrue();
        assertThat(outbox.complete(one)).isFalse();
        assertThat(outbox.postpone(one, at(70))).isFalse();
        assertThat(claimed(1_000, 2_000)).containsExactly(TWO);
    }

    @Test
    @DisplayName("A worker whose claim lapsed may still complete, as long as nobody else has claimed")
    void lateButFirst() {
        put(ONE);
        Claim late = claim(10, 20).get(0);
        assertThat(outbox.complete(late)).isTrue();
        assertThat(claim(30, 60)).isEmpty();
    }

    @Test
    @DisplayName("A worker who was overtaken can neither complete nor give back; the other one can")
    void overtaken() {
        put(ONE);
        Claim late = claim(10, 20).get(0);
        Claim next = claim(20, 60).get(0);
        assertThat(outbox.complete(late)).isFalse();
        assertThat(outbox.postpone(late, at(21))).isFalse();
        assertThat(claim(25, 60)).isEmpty();
        assertThat(outbox.complete(next)).isTrue();
    }

    @Test
    @DisplayName("An effect that was given back waits until its new time, also when the claim would have lasted longer")
    void postponed() {
        put(ONE);
        Claim first = claim(10, 1_000).get(0);
        assertThat(outbox.postpone(first, at(50))).isTrue();
        assertThat(claim(49, 60)).isEmpty();
        Claim second = claim(50, 60).get(0);
        assertThat(second).isEqualTo(new Claim(ONE, 2, 0));
        assertThat(outbox.postpone(first, at(51))).isFalse();
        assertThat(outbox.complete(second)).isTrue();
    }

    @Test
    @DisplayName("A claim knows how often its effect was tried in vain: postponed and lapsed claims do not count")
    void failures() {
        put(ONE);
        assertThat(outbox.postpone(claim(10, 60).get(0), at(20))).isTrue();
        assertThat(claim(20, 30)).containsExactly(new Claim(ONE, 2, 0));
        Claim third = claim(30, 60).get(0);
        assertThat(third).isEqualTo(new Claim(ONE, 3, 0));
        assertThat(outbox.failed(third, at(40))).isTrue();
        assertThat(outbox.failed(third, at(35))).isFalse();
        assertThat(claim(39, 60)).isEmpty();
        Claim fourth = claim(40, 60).get(0);
        assertThat(fourth).isEqualTo(new Claim(ONE, 4, 1));
        assertThat(outbox.failed(fourth, at(50))).isTrue();
        Claim fifth = claim(50, 60).get(0);
        assertThat(fifth).isEqualTo(new Claim(ONE, 5, 2));
        assertThat(outbox.postpone(fifth, at(70))).isTrue();
        assertThat(claim(70, 80)).containsExactly(new Claim(ONE, 6, 2));
    }

    @Test
    @DisplayName("Who has completed a claim, or was overtaken, can report no failure")
    void failedTooLate() {
        put(ONE, TWO);
        Claim late = claim(10, 20).get(0);
        Claim next = claim(21, 60).stream()
                .filter(claim -> claim.effect().equals(ONE))
                .findFirst()
                .orElseThrow();
        assertThat(outbox.failed(late, at(30))).isFalse();
        assertThat(outbox.complete(next)).isTrue();
        assertThat(outbox.failed(next, at(30))).isFalse();
        assertThat(claimed(1_000, 2_000)).containsExactly(TWO);
        assertThat(outbox.failed(new Claim(THREE, 1, 0), at(30))).isFalse();
    }

    @Test
    @DisplayName("A worker may claim effects of some types; those of others stay for others, and order and room hold")
    void types() {
        Effect call = effect(LEAD, "call", "four", 5);
        Effect letter = effect(LEAD, "letter", "five", 15);
        Effect mail = effect(LEAD, "Mail.welcome", "six", 1);
        put(TWO, letter, ONE, call, mail);
        ClaimRequest request = ClaimRequest.of(at(40), at(60), 2);
        assertThat(outbox.claim(request.only(List.of("mail", "fax")))).isEmpty();
        assertThat(outbox.claim(request.only(List.of("letter", "mail.welcome"))))
                .containsExactly(new Claim(ONE, 1, 0), new Claim(letter, 1, 0));
        assertThat(outbox.claim(ClaimRequest.of(at(4), at(60), 2).only(List.of("call"))))
                .isEmpty();
        assertThat(outbox.claim(request.only(List.of("call", "letter")))).containsExactly(new Claim(call, 1, 0));
        assertThat(claimed(40, 60)).containsExactly(mail, TWO);
        assertThat(outbox.claim(ClaimRequest.of(at(60), at(90), 9).only(List.of("letter"))))
                .containsExactly(new Claim(letter, 2, 0));
    }

    @Test
    @DisplayName("A claim on an effect that there is not settles nothing")
    void unknown() {
        Claim stranger = new Claim(ONE, 1, 0);
        assertThat(outbox.complete(stranger)).isFalse();
        assertThat(outbox.postpone(stranger, at(20))).isFalse();
        assertThat(claim(30, 60)).isEmpty();
        put(ONE);
        assertThat(outbox.complete(stranger)).isFalse();
        assertThat(claimed(30, 60)).containsExactly(ONE);
    }

    @Test
    @DisplayName(
            "An effect that is known changes nothing: not while it waits, not once it is claimed, not once it is complete")
    void known() {
        Effect retold = new Effect(ONE.id(), LEAD, "other", at(5), new TreeMap<>(), new TreeMap<>());
        put(ONE, retold);
        store.commit(due(1, visited(LEAD, 1), retold));
        assertThat(claim(5, 6)).isEmpty();
        Claim claim = claim(10, 60).get(0);
        assertThat(claim).isEqualTo(new Claim(ONE, 1, 0));
        store.commit(due(2, visited(LEAD, 2), ONE, retold));
        assertThat(claim(20, 60)).isEmpty();
        outbox.complete(claim);
        store.commit(due(3, visited(LEAD, 3), ONE));
        assertThat(claim(1_000, 2_000)).isEmpty();
    }

    @Test
    @DisplayName("Effects are told apart by their identifiers, exactly, whatever lead they are of")
    void identity() {
        store.commit(due(0, captured(LEAD), effect(LEAD, "x", 1), effect(LEAD, "X", 2)));
        store.commit(due(0, captured(OTHER), effect(OTHER, "x", 3), effect(OTHER, "x ", 4)));
        assertThat(claimed(10, 60).stream().map(Effect::id))
                .containsExactly(new EffectId("x"), new EffectId("X"), new EffectId("x "));
    }

    @Test
    @DisplayName("A claim that ends before it begins, or has no room, is refused and claims nothing")
    void senseless() {
        put(ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> outbox.claim(at(20), at(20), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> outbox.claim(at(20), at(19), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> outbox.claim(at(20), at(60), 0));
        assertThat(claimed(20, 60)).containsExactly(ONE);
    }

    @Test
    @DisplayName(
            "Redacting a lead leaves its effects without what is personal, and whoever holds one can still complete it")
    void redacted() {
        put(ONE, TWO);
        store.commit(due(0, captured(OTHER), effect(OTHER, "other", 15)));
        Claim held = claim(10, 60).get(0);
        store.redact(LEAD);
        assertThat(claimed(30, 60)).containsExactly(effect(OTHER, "other", 15), TWO.redacted());
        assertThat(claimed(60, 61)).contains(ONE.redacted());
        assertThat(outbox.complete(held)).isFalse();
        assertThat(outbox.complete(new Claim(ONE, 2, 0))).isTrue();
        assertThat(claimed(61, 99)).doesNotContain(ONE, ONE.redacted());
    }
}
