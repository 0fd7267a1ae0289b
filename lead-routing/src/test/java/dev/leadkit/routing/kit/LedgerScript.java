package dev.leadkit.routing.kit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.store.IdempotencyKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does to a ledger what numbers say, and tells what it answered in a form that does not depend on which tokens the ledger
 * chose: a token is named by its turn among those of its lead.
 */
final class LedgerScript {

    private static final List<RepId> REPS = List.of(new RepId("ann"), new RepId("bob"), new RepId("cem"));
    private static final List<String> KINDS = List.of(Work.KIND, "demo");
    private static final long NOBODYS = 1_000_000;

    private final AssignmentLedger ledger;
    private final Map<LeadId, List<Long>> tokens = new HashMap<>();

    LedgerScript(AssignmentLedger ledger) {
        this.ledger = ledger;
    }

    /** The digits of a number say what is done; how much of them is needed depends on that. */
    private static final class Digits {
        private int rest;

        Digits(int number) {
            this.rest = number;
        }

        int below(int bound) {
            int digit = rest % bound;
            rest /= bound;
            return digit;
        }
    }

    /** Does one step; letting time go by is the caller's. */
    Object does(int number) {
        Digits digits = new Digits(number);
        int what = digits.below(11);
        LeadId lead = new LeadId("lead-" + digits.below(4));
        return switch (what) {
            case 0, 1, 2 -> reserve(lead, digits, Terms.STANDARD);
            case 3 -> reserve(lead, digits, Terms.STANDARD.keyed(key(digits)));
            case 4 -> reserve(lead, digits, Terms.STANDARD.replacing(token(lead, digits)));
            case 5 -> ledger.commit(lead, token(lead, digits));
            case 6 -> ledger.release(lead, token(lead, digits), "reason " + digits.below(3));
            case 7 -> ledger.renew(lead, token(lead, digits), Duration.ofSeconds(1 + digits.below(90)));
            case 8 -> restore(lead, digits);
            case 9 -> regroup(digits);
            default ->
                ledger.expire(1 + digits.below(3)).stream().map(this::plain).toList();
        };
    }

    private static IdempotencyKey key(Digits digits) {
        return new IdempotencyKey("key-" + digits.below(3), "payload-" + digits.below(2));
    }

    /** Mostly the latest token, also older ones and one that nobody has. */
    private long token(LeadId lead, Digits digits) {
        List<Long> known = tokens.getOrDefault(lead, List.of());
        int back = Math.max(0, digits.below(5) - 2);
        return back < known.size() ? known.get(known.size() - 1 - back) : NOBODYS;
    }

    private Object reserve(LeadId lead, Digits digits, Terms terms) {
        List<Bid> bids = new ArrayList<>();
        int first = digits.below(3);
        for (int i = 0; i < 2; i++) {
            bids.add(new Bid(REPS.get((first + i) % 3), 1 + digits.below(3), digits.below(6)));
        }
        Lease lease = switch (digits.below(3)) {
            case 0 -> Lease.unbounded();
            case 1 -> Lease.direct();
            default -> Lease.of(Duration.ofSeconds(30));
        };
        long part = digits.below(7);
        List<Share> shares = part == 0
                ? List.of()
                : List.of(new Share(REPS.get(0), part), new Share(REPS.get(2), Lag.ONE_LEAD - part));
        Terms all = terms.leased(lease).ofKind(KINDS.get(digits.below(2)));
        return plain(ledger.reserve(new Reservation(lead, "pool-" + digits.below(2), 0, bids, shares, all)));
    }

    private Object restore(LeadId lead, Digits digits) {
        long token = token(lead, digits);
        RepId rep = REPS.get(digits.below(3));
        if (token == NOBODYS) {
            token = tokens.getOrDefault(lead, List.of(0L)).stream()
                            .max(Comparator.naturalOrder())
                            .orElse(0L)
                    + 1;
        }
        Place place = new Place(
                lead, rep, token, new Work(KINDS.get(digits.below(2)), 2), digits.below(2) == 0, Optional.empty());
        Object answer = ledger.restore(place);
        ledger.find(lead).ifPresent(this::note);
        return answer;
    }

    /** All three belong to the pool, or two do, one of whom may have no weight. */
    private Object regroup(Digits digits) {
        Map<RepId, Integer> weights = new HashMap<>();
        int first = digits.below(3);
        int many = 2 + digits.below(2);
        for (int i = 0; i < many; i++) {
            weights.put(REPS.get((first + i) % 3), i + digits.below(4));
        }
        try {
            ledger.regroup("pool-" + digits.below(2), weights);
            return weights;
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private void note(Place place) {
        List<Long> known = tokens.computeIfAbsent(place.lead(), none -> new ArrayList<>());
        if (!known.contains(place.token())) {
            known.add(place.token());
        }
    }

    private Object plain(ReserveResult result) {
        if (result instanceof ReserveResult.Granted granted) {
            note(granted.place());
            return new ReserveResult.Granted(plain(granted.place()));
        }
        return result instanceof ReserveResult.Held held ? new ReserveResult.Held(plain(held.place())) : result;
    }

    private Place plain(Place place) {
        long turn = tokens.getOrDefault(place.lead(), List.of()).indexOf(place.token()) + 1L;
        return new Place(place.lead(), place.rep(), Math.max(1, turn), place.work(), place.committed(), place.until());
    }

    /** Everything that can be seen of the ledger. */
    List<Object> seen() {
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            seen.add(ledger.find(new LeadId("lead-" + i)).map(this::plain));
        }
        for (String kind : KINDS) {
            seen.add(ledger.standings("pool-0", kind, REPS));
            seen.add(ledger.standings("pool-1", kind, REPS));
        }
        seen.add(ledger.nextExpiry());
        seen.add(ledger.places(Optional.empty(), 100).stream()
                .sorted(Comparator.comparing(Place::lead))
                .map(this::plain)
                .toList());
        seen.add(ledger.changes(0, 1_000).list().stream()
                .map(each -> new Change(0, each.sort(), plain(each.place()), each.step(), each.reason()))
                .toList());
        return seen;
    }

    /** The units of the live places of each rep and kind, added up; to be compared with the loads. */
    boolean isConserved() {
        for (String kind : KINDS) {
            for (RepId rep : REPS) {
                int held = ledger.places(Optional.empty(), 100).stream()
                        .filter(place ->
                                place.rep().equals(rep) && place.work().kind().equals(kind))
                        .mapToInt(place -> place.work().units())
                        .sum();
                if (held != ledger.standings("", kind, List.of(rep)).get(0).open()) {
                    return false;
                }
            }
        }
        return true;
    }
}
