package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.store.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a key is for, and what the feed of changes tells. */
abstract class KeyContract extends MoveContract {

    static Terms keyed(String key, String payload) {
        return Terms.STANDARD.keyed(new IdempotencyKey(key, payload));
    }

    @Test
    void aRepetitionGetsTheFirstResultWhateverHappenedSince() {
        AssignmentLedger ledger = newLedger();
        Reservation asked = ask(LEAD, keyed("try-1", "hash"), new Bid(ANN, 9));
        ReserveResult first = ledger.reserve(asked);
        assertThat(ledger.reserve(asked)).isEqualTo(first);
        ledger.release(LEAD, granted(first).token(), "");

        assertThat(ledger.reserve(asked)).isEqualTo(first);

        assertThat(ledger.find(LEAD)).isEmpty();
        assertThat(open(ledger, ANN)).isZero();
        granted(ledger.reserve(ask(LEAD, keyed("try-2", "hash"), new Bid(ANN, 9))));
    }

    @Test
    void aRepetitionOfWhatWasNotGrantedGetsTheFirstResultToo() {
        AssignmentLedger ledger = newLedger();
        Reservation full = ask(LEAD, keyed("full", "hash"), new Bid(ANN, 1));
        Place other = granted(ledger.reserve(ask(OTHER, new Bid(ANN, 1))));
        assertThat(ledger.reserve(full)).isEqualTo(new ReserveResult.Full());
        ReserveResult held = ledger.reserve(ask(OTHER, keyed("held", "hash"), new Bid(BOB, 1)));
        ledger.release(OTHER, other.token(), "");

        assertThat(ledger.reserve(full)).isEqualTo(new ReserveResult.Full());
        assertThat(ledger.reserve(ask(OTHER, keyed("held", "hash"), new Bid(BOB, 1))))
                .isEqualTo(held)
                .isEqualTo(new ReserveResult.Held(other));
        assertThat(ledger.reserve(ask(THIRD, keyed("free", "hash").replacing(1), new Bid(BOB, 1))))
                .isEqualTo(ledger.reserve(ask(THIRD, keyed("free", "hash").replacing(1), new Bid(BOB, 1))))
                .isEqualTo(new ReserveResult.Free());
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsAConflictAndChangesNothing() {
        AssignmentLedger ledger = newLedger();
        granted(ledger.reserve(ask(LEAD, keyed("try-1", "hash"), new Bid(ANN, 9))));

        assertThat(ledger.reserve(ask(OTHER, keyed("try-1", "other hash"), new Bid(ANN, 9))))
                .isEqualTo(new ReserveResult.KeyReused());

        assertThat(ledger.find(OTHER)).isEmpty();
        assertThat(open(ledger, ANN)).isEqualTo(1);
    }

    @Test
    void aKeyIsKeptForItsTimeAndForgottenAfterIt() {
        AssignmentLedger ledger = newLedger();
        Reservation asked = ask(LEAD, keyed("try-1", "hash"), new Bid(ANN, 0));
        ledger.reserve(asked);
        ledger.reserve(ask(OTHER, keyed("try-2", "hash"), new Bid(ANN, 0)));
        pass(AssignmentLedger.KEY_RETENTION);
        assertThat(ledger.forget(9)).isZero();
        assertThat(ledger.reserve(ask(LEAD, keyed("try-1", "hash"), new Bid(ANN, 9))))
                .isEqualTo(new ReserveResult.Full());

        pass(STEP);

        assertThat(ledger.forget(1)).isEqualTo(1);
        assertThat(ledger.forget(9)).isEqualTo(1);
        granted(ledger.reserve(ask(LEAD, keyed("try-1", "hash"), new Bid(ANN, 9))));
    }

    @Test
    void keysAreToldApartLetterByLetterHoweverLong() {
        AssignmentLedger ledger = newLedger();
        String longest = "\u00e9".repeat(254);
        granted(ledger.reserve(ask(LEAD, keyed(longest + "a", "hash"), new Bid(ANN, 9))));
        Place other = granted(ledger.reserve(ask(OTHER, keyed(longest + "A", "hash"), new Bid(ANN, 9))));
        assertThat(other.lead()).isEqualTo(OTHER);
        granted(ledger.reserve(ask(THIRD, keyed("\ud83d\ude80 '; --", "hash"), new Bid(ANN, 9))));
    }

    @Test
    void theFeedTellsEveryChangeInOrder() {
        AssignmentLedger ledger = newLedger();
        Place one = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(ANN, 2, 9))));
        ledger.renew(LEAD, one.token(), MINUTE.multipliedBy(2));
        Place renewed = one.leasedUntil(now().plus(MINUTE.multipliedBy(2)));
        ledger.commit(LEAD, one.token());
        ledger.commit(LEAD, one.token());
        Place two = granted(ledger.reserve(ask(LEAD, Terms.STANDARD.replacing(one.token()), new Bid(BOB, 3, 9))));
        ledger.release(LEAD, two.token(), "no answer");
        ledger.release(LEAD, two.token(), "again");
        Place three = granted(ledger.reserve(ask(LEAD, leased(MINUTE), new Bid(BOB, 9))));
        pass(MINUTE);
        ledger.expire(1);
        ledger.restore(three.asCommitted());
        ledger.reserve(ask(OTHER, new Bid(ANN, 0)));

        List<Change> all = ledger.changes(0, 100).list();

        assertThat(all.stream().map(each -> new Change(0, each.sort(), each.place(), each.step(), each.reason())))
                .containsExactly(
                        new Change(0, Change.Sort.GRANTED, one, 1, ""),
                        new Change(0, Change.Sort.RENEWED, renewed, 0, ""),
                        new Change(0, Change.Sort.COMMITTED, one.asCommitted(), 0, ""),
                        new Change(0, Change.Sort.REPLACED, one.asCommitted(), 2, ""),
                        new Change(0, Change.Sort.GRANTED, two, 1, ""),
                        new Change(0, Change.Sort.RELEASED, two, 2, "no answer"),
                        new Change(0, Change.Sort.GRANTED, three, 3, ""),
                        new Change(0, Change.Sort.EXPIRED, three, 4, ""),
                        new Change(0, Change.Sort.RESTORED, three.asCommitted(), 5, ""));
        assertThat(all).extracting(Change::position).isSorted().doesNotHaveDuplicates();
        assertThat(all.stream()
                        .filter(each -> each.place().rep().equals(BOB))
                        .mapToInt(Change::units)
                        .sum())
                .isEqualTo(open(ledger, BOB));
    }

    @Test
    void whoFollowsTheFeedInPartsSeesTheSame() {
        AssignmentLedger ledger = newLedger();
        ledger.reserve(ask(LEAD, new Bid(ANN, 9)));
        ledger.reserve(ask(OTHER, new Bid(ANN, 9)));
        List<Change> followed = new ArrayList<>(ledger.changes(0, 1).list());
        assertThat(followed).hasSize(1);
        ledger.reserve(ask(THIRD, new Bid(ANN, 9)));

        Changes rest = ledger.changes(followed.get(0).position(), 100);
        followed.addAll(rest.list());

        assertThat(rest.complete()).isTrue();
        assertThat(followed).isEqualTo(ledger.changes(0, 100).list());
        assertThat(followed).extracting(each -> each.place().lead()).containsExactly(LEAD, OTHER, THIRD);
        assertThat(ledger.changes(followed.get(2).position(), 100).list()).isEmpty();
    }

    @Test
    void aRefusedCallChangesNothingAndTellsNothing() {
        AssignmentLedger ledger = newLedger();
        Place place = granted(ledger.reserve(ask(LEAD, new Bid(ANN, 9))));
        int before = ledger.changes(0, 100).list().size();

        assertThat(ledger.commit(LEAD, place.token() + 1)).isEqualTo(Settlement.STALE);
        assertThat(ledger.release(LEAD, place.token() + 1, "")).isEqualTo(Settlement.STALE);
        ledger.reserve(ask(LEAD, new Bid(BOB, 9)));

        assertThat(ledger.changes(0, 100).list()).hasSize(before);
        assertThat(ledger.find(LEAD)).contains(place);
    }
}
