package dev.leadkit.routing.availability;

import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is out of office when, found by bisection. An absence of a rep never overlaps another of the same rep. Immutable. */
final class Absences {

    private final Map<RepId, RepHours> reps;
    private final Map<RepId, List<OutOfOffice>> sorted = new HashMap<>();

    Absences(Map<RepId, RepHours> reps) {
        this.reps = reps;
        reps.forEach((rep, hours) -> {
            if (!hours.outOfOffice().isEmpty()) {
                List<OutOfOffice> each = new ArrayList<>(hours.outOfOffice());
                each.sort(Comparator.comparing(OutOfOffice::from));
                sorted.put(rep, each);
            }
        });
    }

    List<OutOfOffice> of(RepId rep) {
        return sorted.getOrDefault(rep, List.of());
    }

    Optional<OutOfOffice> at(RepId rep, Instant at) {
        List<OutOfOffice> each = of(rep);
        int low = 0;
        int high = each.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (each.get(middle).from().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low > 0 && each.get(low - 1).covers(at) ? Optional.of(each.get(low - 1)) : Optional.empty();
    }

    /** Follows the substitutes to the first who is not out of office, has none, or is in the chain already. */
    Substitution follow(RepId rep, Instant at) {
        Set<RepId> chain = new LinkedHashSet<>();
        Optional<RepId> last = Optional.of(rep);
        while (last.isPresent() && chain.add(last.get())) {
            RepId each = last.get();
            Optional<OutOfOffice> absence = at(each, at);
            if (absence.isEmpty()) {
                return new Substitution(List.copyOf(chain), last);
            }
            last = absence.flatMap(found -> hours(each).substitute(found));
        }
        return new Substitution(List.copyOf(chain), Optional.empty());
    }

    /** The substitute of a rep who is out of office then; empty for one who is not, or has none. */
    Optional<RepId> next(RepId rep, Instant at) {
        return at(rep, at).flatMap(absence -> hours(rep).substitute(absence));
    }

    private RepHours hours(RepId rep) {
        return reps.getOrDefault(rep, RepHours.ALWAYS);
    }
}
