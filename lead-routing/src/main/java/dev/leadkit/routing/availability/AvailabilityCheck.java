package dev.leadkit.routing.availability;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability.Builder.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds everything that keeps the parts of an availability from being one. */
final class AvailabilityCheck {

    private final Availability.Builder from;
    private final Set<RepId> known;
    private final Faults faults = new Faults();

    AvailabilityCheck(Availability.Builder from, Collection<RepId> known) {
        this.from = from;
        this.known = new TreeSet<>(known);
    }

    List<Fault> faults() {
        Map<RepId, RepHours> reps = new HashMap<>();
        for (Placed each : from.reps) {
            identity(each, reps.putIfAbsent(each.id(), each.hours()) != null);
            calendar(each);
            substitutes(each);
            overlaps(each);
        }
        rings(new Absences(reps));
        if (from.whenAllAway instanceof WhenAllAway.FallbackRep fallback) {
            isKnown("$.whenAllAway.rep", fallback.rep());
        }
        return faults.list();
    }

    private void identity(Placed placed, boolean repeated) {
        if (repeated) {
            faults.add(placed.path() + ".id", "a rep with hours once", quoted(placed.id()));
        }
        isKnown(placed.path() + ".id", placed.id());
    }

    private void isKnown(String path, RepId rep) {
        if (!known.contains(rep)) {
            List<String> names = known.stream().map(RepId::value).toList();
            faults.accept(new Fault(path, "a rep of the plan", quoted(rep), Suggestion.of(rep.value(), names)));
        }
    }

    private void calendar(Placed placed) {
        placed.hours()
                .calendar()
                .filter(name -> !from.calendars.containsKey(name))
                .ifPresent(name -> faults.accept(new Fault(
                        placed.path() + ".hours",
                        "the name of a calendar",
                        "\"" + name + "\"",
                        Suggestion.of(name, from.calendars.keySet()))));
    }

    private void substitutes(Placed placed) {
        placed.hours().substitute().ifPresent(rep -> substitute(placed, placed.path() + ".substitute", rep));
        for (int i = 0; i < placed.hours().outOfOffice().size(); i++) {
            String path = absence(placed, i) + ".substitute";
            placed.hours().outOfOffice().get(i).substitute().ifPresent(rep -> substitute(placed, path, rep));
        }
    }

    private void substitute(Placed placed, String path, RepId rep) {
        isKnown(path, rep);
        if (rep.equals(placed.id())) {
            faults.add(path, "another rep", quoted(rep));
        }
    }

    private static String absence(Placed placed, int index) {
        return placed.path() + ".outOfOffice[" + index + "]";
    }

    private void overlaps(Placed placed) {
        List<OutOfOffice> each = placed.hours().outOfOffice();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> each.get(i).from()));
        for (int i = 1, furthest = 0; i < order.size(); i++) {
            int one = order.get(furthest);
            int other = order.get(i);
            if (each.get(other).from().isBefore(each.get(one).until())) {
                overlap(placed, Math.min(one, other), Math.max(one, other));
            }
            furthest = each.get(other).until().isAfter(each.get(one).until()) ? i : furthest;
        }
    }

    private void overlap(Placed placed, int first, int second) {
        OutOfOffice absence = placed.hours().outOfOffice().get(second);
        faults.accept(new Fault(
                absence(placed, second),
                "a time that overlaps no other",
                absence.from() + " to " + absence.until(),
                "It overlaps with " + absence(placed, first) + "."));
    }

    /** Substitutes in a ring are all away at the start of one of their absences, the last to start. */
    private void rings(Absences absences) {
        for (Placed placed : from.reps) {
            for (int i = 0; i < placed.hours().outOfOffice().size(); i++) {
                Instant start = placed.hours().outOfOffice().get(i).from();
                Set<RepId> chain = ring(absences, placed.id(), start);
                if (isLastToStart(absences, placed.id(), start, chain)) {
                    ring(absence(placed, i), chain, start);
                }
            }
        }
    }

    /** The substitutes that lead back to the rep; empty if they do not. */
    private static Set<RepId> ring(Absences absences, RepId rep, Instant at) {
        Set<RepId> chain = new LinkedHashSet<>();
        Optional<RepId> next = Optional.of(rep);
        while (next.isPresent() && chain.add(next.get())) {
            next = absences.next(next.get(), at);
        }
        return next.equals(Optional.of(rep)) && chain.size() > 1 ? chain : Set.of();
    }

    /** So that a ring is told once: of those that start last, by the first in order. */
    private static boolean isLastToStart(Absences absences, RepId rep, Instant start, Set<RepId> ring) {
        return !ring.isEmpty()
                && ring.stream()
                        .noneMatch(other -> other.compareTo(rep) < 0
                                && absences.at(other, start)
                                        .orElseThrow()
                                        .from()
                                        .equals(start));
    }

    private void ring(String path, Set<RepId> chain, Instant at) {
        String names = chain.stream().map(RepId::value).collect(Collectors.joining(" -> "));
        faults.accept(new Fault(
                path,
                "a time in which the substitutes lead to somebody who is there",
                names + " -> " + chain.iterator().next(),
                "All of them are away at " + at + "."));
    }

    private static String quoted(RepId rep) {
        return "\"" + rep + "\"";
    }
}
