package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.kit.ConcurrentAssignmentLedgerContract;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.store.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class InMemoryAssignmentLedgerTest extends ConcurrentAssignmentLedgerContract {

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));

    @Override
    protected AssignmentLedger newLedger() {
        return AssignmentLedger.inMemory(clock::get);
    }

    @Override
    protected void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    @Override
    protected Instant now() {
        return clock.get();
    }

    @Override
    protected int leads() {
        return 100_000;
    }

    @Override
    protected int rounds() {
        return 200;
    }

    @Test
    void noLagGoesBeyondALongAlsoOfWhoIsDueNothing() {
        List<Share> shares = List.of(
                new Share(new RepId("ann"), Lag.ONE_LEAD / 3),
                new Share(new RepId("bob"), Lag.ONE_LEAD / 3),
                new Share(new RepId("cem"), Lag.ONE_LEAD / 3));
        List<Bid> bids = List.of(new Bid(new RepId("dee"), Integer.MAX_VALUE));
        AssignmentLedger ledger = AssignmentLedger.inMemory();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 64_000; i++) {
                        ledger.reserve(new Reservation(new LeadId("lead-" + i), "pool", 0, bids, shares));
                    }
                })
                .isInstanceOf(ArithmeticException.class);
        assertThat(ledger.standings("pool", List.of(new RepId("dee"))).get(0).lag())
                .isNegative();
    }

    @Test
    void startsAgainWithThePlacesThatTheHostKnows() {
        Place known = new Place(new LeadId("lead"), new RepId("ann"), 7, true);
        AssignmentLedger ledger = AssignmentLedger.inMemory(List.of(known));

        assertThat(ledger.reserve(ask(known.lead(), new Bid(known.rep(), 9)))).isEqualTo(new ReserveResult.Held(known));
        assertThat(ledger.reserve(ask(new LeadId("other"), new Bid(known.rep(), 1))))
                .isEqualTo(new ReserveResult.Full());
        assertThat(ledger.release(known.lead(), 7, "")).isEqualTo(Settlement.DONE);
        assertThat(granted(ledger.reserve(ask(known.lead(), new Bid(known.rep(), 1))))
                        .token())
                .isGreaterThan(7);
    }

    @Test
    void refusesToStartWithTwoPlacesForALead() {
        Place one = new Place(new LeadId("lead"), new RepId("ann"), 1, true);
        Place two = new Place(new LeadId("lead"), new RepId("bob"), 2, true);

        assertThatThrownBy(() -> AssignmentLedger.inMemory(List.of(one, two)))
                .hasMessageContaining("lead must have one place");
    }

    @Test
    void withoutAClockThereAreNoLeases() {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        LeadId lead = new LeadId("lead");
        Reservation leased =
                ask(lead, new Bid(new RepId("ann"), 1)).on(Terms.STANDARD.leased(Lease.of(Duration.ofMinutes(1))));
        Place place = new Place(
                lead, new RepId("ann"), 1, Work.ONE_LEAD, false, Optional.of(Instant.parse("2026-03-01T09:00:00Z")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.reserve(leased))
                .withMessage("lease must be without end in a ledger without a clock");
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.restore(place));
        assertThat(ledger.find(lead)).isEmpty();
    }

    @Test
    void withoutAClockTheLatestKeysAreKeptAndNoMore() {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Reservation asked = ask(new LeadId("lead"), new Bid(new RepId("ann"), 1));
        int most = AssignmentLedger.KEYS_KEPT_WITHOUT_CLOCK;
        for (int i = 0; i <= most; i++) {
            ledger.reserve(asked.on(Terms.STANDARD.keyed(new IdempotencyKey("key-" + i, "one"))));
        }

        assertThat(ledger.reserve(asked.on(Terms.STANDARD.keyed(new IdempotencyKey("key-1", "other")))))
                .isEqualTo(new ReserveResult.KeyReused());
        assertThat(ledger.reserve(asked.on(Terms.STANDARD.keyed(new IdempotencyKey("key-0", "other")))))
                .isInstanceOf(ReserveResult.Held.class);
    }

    @Test
    void whoComesTooLateForTheFeedIsToldAndMayGoOn() {
        AssignmentLedger ledger = newLedger();
        LeadId lead = new LeadId("lead");
        int many = 20_000;
        for (int i = 0; i < many; i++) {
            Place place = granted(ledger.reserve(ask(lead, new Bid(new RepId("ann"), 1))));
            ledger.release(lead, place.token(), "");
        }

        Changes late = ledger.changes(1, 100_000);

        assertThat(late.complete()).isFalse();
        assertThat(late.list()).hasSizeGreaterThanOrEqualTo(AssignmentLedger.CHANGES_KEPT);
        assertThat(late.list().get(late.list().size() - 1).position()).isEqualTo(2L * many);
        Changes since = ledger.changes(2L * many - AssignmentLedger.CHANGES_KEPT, 100_000);
        assertThat(since.complete()).isTrue();
        assertThat(since.list()).hasSize(AssignmentLedger.CHANGES_KEPT);
    }

    @Test
    void aLagThatNoLongCanHoldIsRefusedBeforeAnythingChanges() {
        AssignmentLedger ledger = newLedger();
        RepId ann = new RepId("ann");
        List<Share> shares = List.of(new Share(new RepId("bob"), dev.leadkit.routing.model.Lag.ONE_LEAD));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        ledger.reserve(new Reservation(
                                new LeadId("lead-" + i), "pool", 0, List.of(new Bid(ann, 1_000_000)), shares));
                    }
                })
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("lag must be within 2^62 units");
        List<Standing> standings = ledger.standings("pool", List.of(ann, new RepId("bob")));
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
        assertThat(ledger.places(Optional.empty(), 100_000))
                .hasSize(standings.get(0).open());
    }
}
