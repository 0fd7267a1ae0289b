package dev.leadkit.routing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.model.Lag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is said to a ledger")
final class LedgerRecordsTest {

    private static final LeadId LEAD = new LeadId("lead");
    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Reservation asked(long after, Share... shares) {
        return new Reservation(LEAD, "pool", after, List.of(), List.of(shares));
    }

    @Test
    @DisplayName("is of units and limits within bounds, in bids of both kinds")
    void bids() {
        assertThat(new Bid(ANN, 1_000_000, 0).units()).isEqualTo(Work.MOST_UNITS);
        assertThat(new Bid(ANN, 7)).isEqualTo(new Bid(ANN, 1, 7));
        assertThatThrownBy(() -> new Bid(ANN, 0, 1)).hasMessage("units must be from 1 to 1000000, was 0");
        assertThatThrownBy(() -> new Bid(ANN, 1_000_001, 1)).hasMessage("units must be from 1 to 1000000, was 1000001");
        assertThatThrownBy(() -> new Bid(ANN, -1)).hasMessage("limit must be 0 or more, was -1");
        assertThatThrownBy(() -> new Bidding().bid(0, 0, 1)).hasMessage("units must be from 1 to 1000000, was 0");
        assertThatThrownBy(() -> new Bidding().bid(0, 1, -1)).hasMessage("limit must be 0 or more, was -1");
        assertThatThrownBy(() -> new Bidding().share(0, -1)).hasMessage("share must be 0 or more units, was -1");
        assertThatThrownBy(() -> new Bidding().share(0, Long.MAX_VALUE).share(1, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Bidding().after(-1)).hasMessageStartingWith("after must be from 0 to ");
        assertThat(new Work("k".repeat(255), 1).kind()).hasSize(255);
        assertThatThrownBy(() -> new Work("k".repeat(256), 1))
                .hasMessage("kind of work must be a text of 1 to 255 characters");
        assertThat(new Work("demo", Work.MOST_UNITS).units()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> new Work("demo", 0)).hasMessage("units must be from 1 to 1000000, was 0");
        assertThatThrownBy(() -> new Work(" ", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Terms.STANDARD.ofKind("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("is of shares that add up to a lead, or none, and of a token that leaves room for more")
    void reservations() {
        Share all = new Share(ANN, Lag.ONE_LEAD);
        assertThat(asked(0, all, new Share(BOB, 0)).shares()).hasSize(2);
        assertThat(asked(Reservation.MOST_AFTER).after()).isEqualTo(Long.MAX_VALUE / 2);
        assertThatThrownBy(() -> asked(Reservation.MOST_AFTER + 1))
                .hasMessage("after must be from 0 to 4611686018427387903, was 4611686018427387904");
        assertThatThrownBy(() -> asked(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asked(0, new Share(ANN, 0)))
                .hasMessage("shares must add up to 144403552893600, were 0");
        assertThatThrownBy(() -> asked(0, all, new Share(BOB, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(ANN, -1)).hasMessage("share must be 0 or more units, was -1");
        Terms terms = Terms.STANDARD.leased(Lease.direct()).replacing(5);
        assertThat(asked(3, all).on(terms)).isEqualTo(new Reservation(LEAD, "pool", 3, List.of(), List.of(all), terms));
    }

    @Test
    @DisplayName("has a lease from a microsecond to a leap year, or none")
    void leases() {
        assertThat(Lease.of(Duration.ofNanos(1_000)).span()).contains(Lease.SHORTEST);
        assertThat(Lease.of(Duration.ofDays(366)).committed()).isFalse();
        assertThat(Lease.direct()).isEqualTo(new Lease(Optional.empty(), true));
        assertThat(Lease.unbounded()).isEqualTo(new Lease(Optional.empty(), false));
        assertThatThrownBy(() -> Lease.of(Duration.ofNanos(999)))
                .hasMessage("lease must be from PT0.000001S to PT8784H, was PT0.000000999S");
        assertThatThrownBy(() -> Lease.of(Lease.LONGEST.plusNanos(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lease(Optional.of(Duration.ofHours(1)), true))
                .hasMessage("lease of a committed place must be without end, was PT1H");
    }

    @Test
    @DisplayName("has a place that is over at its end, and without end once committed")
    void places() {
        Place leased = new Place(LEAD, ANN, 1, false).leasedUntil(NOON);

        assertThat(leased.until()).contains(NOON);
        assertThat(leased.isOver(NOON.minusNanos(1))).isFalse();
        assertThat(leased.isOver(NOON)).isTrue();
        assertThat(leased.asCommitted()).isEqualTo(new Place(LEAD, ANN, 1, true));
        assertThat(leased.asCommitted().isOver(Instant.MAX)).isFalse();
        assertThat(leased.restorable()).isSameAs(leased);
        assertThat(new Place(LEAD, ANN, Place.MOST_RESTORED, true).restorable().token())
                .isEqualTo(Place.MOST_RESTORED);
        assertThatThrownBy(() -> new Place(LEAD, ANN, Place.MOST_RESTORED + 1, true).restorable())
                .hasMessageStartingWith("token of a place to be restored must be at most ");
        assertThatThrownBy(() -> new Place(LEAD, ANN, 0, true)).hasMessage("token must be 1 or more, was 0");
        assertThatThrownBy(() -> new Place(LEAD, ANN, 1, Work.ONE_LEAD, true, Optional.of(NOON)))
                .hasMessage("lease of a committed place must be without end, was 2026-03-01T12:00:00Z");
    }

    @Test
    @DisplayName("comes back as changes that add up to the load")
    void changes() {
        Place place = new Place(LEAD, ANN, 1, new Work("demo", 3), true, Optional.empty());
        Map<Change.Sort, Integer> units = new TreeMap<>();
        for (Change.Sort sort : Change.Sort.values()) {
            units.put(sort, new Change(1, sort, place, 0, "").units());
            assertThat(sort.frees()).isEqualTo(units.get(sort) < 0);
        }
        assertThat(units)
                .isEqualTo(Map.of(
                        Change.Sort.GRANTED, 3,
                        Change.Sort.RESTORED, 3,
                        Change.Sort.COMMITTED, 0,
                        Change.Sort.RENEWED, 0,
                        Change.Sort.RELEASED, -3,
                        Change.Sort.EXPIRED, -3,
                        Change.Sort.REPLACED, -3));
        assertThat(new Change(1, Change.Sort.RELEASED, place, 0, "r".repeat(255)).reason())
                .hasSize(255);
        assertThatThrownBy(() -> new Change(1, Change.Sort.RELEASED, place, 0, "r".repeat(256)))
                .hasMessage("reason must be a text of at most 255 characters, had 256");
        assertThat(Settlement.DONE.isDone()).isTrue();
        assertThat(Settlement.RELEASED.isDone()).isFalse();
    }

    @Test
    @DisplayName("passes what a leaver was due to the others by weight, and to nobody of weight 0")
    void heirs() {
        Heirs heirs = Heirs.of(Map.of(BOB, 3, ANN, 1, new RepId("cem"), 0));
        NavigableMap<RepId, Long> parts = new TreeMap<>();

        heirs.divide(-10, parts::put);

        assertThat(heirs.reps()).containsExactly(ANN, BOB);
        // -2.5 and -7.5: rounded down, and the unit that is left goes to the first
        assertThat(parts).isEqualTo(new TreeMap<>(Map.of(ANN, -2L, BOB, -8L)));
        assertThatThrownBy(() -> Heirs.of(Map.of(ANN, 0)))
                .hasMessage("weights must be more than 0 of somebody, were 0 of all 1");
        assertThatThrownBy(() -> Heirs.of(Map.of(ANN, 1, BOB, -1))).hasMessage("weight must be 0 or more, was -1");
    }

    @Test
    @DisplayName("asks for one or more of a page, from its beginning on")
    void pages() {
        AssignmentLedger ledger = AssignmentLedger.inMemory(() -> NOON);

        assertThatThrownBy(() -> ledger.places(Optional.empty(), 0)).hasMessage("most must be 1 or more, was 0");
        assertThatThrownBy(() -> ledger.changes(0, 0)).hasMessage("most must be 1 or more, was 0");
        assertThatThrownBy(() -> ledger.changes(-1, 1)).hasMessage("after must be 0 or more, was -1");
        assertThatThrownBy(() -> ledger.forget(0)).hasMessage("most must be 1 or more, was 0");
        assertThatThrownBy(() -> ledger.expire(0)).hasMessage("most must be 1 or more, was 0");
        assertThat(ledger.changes(0, 1)).isEqualTo(new Changes(List.of(), true));
    }

    @Test
    @DisplayName("moves the end of a lease, of which the old one is forgotten")
    void renewed() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        AssignmentLedger ledger = AssignmentLedger.inMemory(now::get);
        Bid bid = new Bid(ANN, 1);
        ledger.reserve(new Reservation(LEAD, "pool", 0, List.of(bid), List.of())
                .on(Terms.STANDARD.leased(Lease.of(Duration.ofMinutes(5)))));
        assertThat(ledger.nextExpiry()).contains(NOON.plusSeconds(300));

        ledger.renew(LEAD, 1, Duration.ofHours(1));

        assertThat(ledger.nextExpiry()).contains(NOON.plusSeconds(3_600));
        now.set(NOON.plusSeconds(300));
        assertThat(ledger.expire(9)).isEmpty();
        long changes = ledger.changes(0, 9).list().size();
        now.set(NOON);
        ledger.renew(LEAD, 1, Duration.ofHours(1));
        assertThat(ledger.changes(0, 9).list()).as("the same end is no change").hasSize((int) changes);
        ledger.commit(LEAD, 1);
        assertThat(ledger.nextExpiry()).isEmpty();
    }

    @Test
    @DisplayName("may be said by numbers to any ledger, which is asked in its own words")
    void seating() {
        AssignmentLedger ledger = AssignmentLedger.inMemory(() -> NOON);
        Seating seating = new ForwardingLedger(ledger).seating("pool", "demo", List.of(BOB, ANN));
        Bidding bidding = new Bidding()
                .on(Terms.STANDARD.leased(Lease.of(Duration.ofHours(1))))
                .after(41)
                .bid(1, 3, 2)
                .bid(0, 3, 3)
                .share(0, Lag.ONE_LEAD - 1)
                .share(1, 1);

        ReserveResult result = seating.reserve(LEAD, bidding);

        Place place = new Place(LEAD, BOB, 42, new Work("demo", 3), false, Optional.of(NOON.plus(Duration.ofHours(1))));
        assertThat(result).isEqualTo(new ReserveResult.Granted(place));
        assertThat(seating.used(0)).as("nobody was read yet").isZero();
        seating.refresh(new int[] {1, 0}, 2);
        assertThat(seating.used(0)).isEqualTo(3);
        assertThat(seating.lag(0)).isEqualTo(-1);
        assertThat(seating.lag(1)).isEqualTo(1);
        assertThat(seating.size()).isEqualTo(2);
        AssignmentLedger forgetful = new ForwardingLedger(ledger) {
            @Override
            public List<Standing> standings(String pool, String kind, List<RepId> reps) {
                return super.standings(pool, kind, reps.subList(1, reps.size()));
            }
        };
        assertThatThrownBy(() ->
                        forgetful.seating("pool", "demo", List.of(BOB, ANN)).refresh(new int[] {1, 0}, 2))
                .hasMessage("the ledger must tell a standing for each of 2 reps, told 1");
        assertThatThrownBy(() -> seating.refresh(new int[] {2}, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> seating.refresh(new int[] {0}, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> seating.reserve(LEAD, new Bidding().bid(2, 1, 9)))
                .hasMessage("rep must be numbered 0 to 1, was 2");
        assertThatThrownBy(() -> ledger.seating("pool", "demo", List.of(ANN, ANN)))
                .hasMessage("reps must be named once each, one was named twice");
        assertThatThrownBy(() -> ledger.seating("pool", " ", List.of(ANN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
