package dev.leadkit.routing.engine;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.WorkKind;
import dev.leadkit.routing.territory.Territory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the engine must decide, in the plainest way: every rep is looked at in turn, with fractions of big numbers. */
final class Oracle {

    private final RoutingPlan plan;
    private final AssignmentLedger ledger;
    private final RoutingRequest request;
    private final Situation situation;
    private final WorkKind work;
    private final long waited;

    /** Who takes the lead, in which queue it waits otherwise, and how many were left after each stage. */
    record Answer(Optional<RepId> taker, String queue, List<Integer> counts) {}

    Oracle(RoutingPlan plan, AssignmentLedger ledger, RoutingRequest request, long seed) {
        this.plan = plan;
        this.ledger = ledger;
        this.request = request;
        this.situation = new Situation(request.facts(), seed, rep -> 0, problem -> {});
        this.waited = waited();
        this.work = plan.work().stream()
                .filter(each -> holds(each.when()))
                .findFirst()
                .orElse(new WorkKind(WorkKind.USUAL, new Condition.Any(List.of()), 1));
    }

    private boolean holds(Condition condition) {
        return condition.evaluate(request.facts(), problem -> {}) == Truth.TRUE;
    }

    Answer answer() {
        List<Integer> counts = new ArrayList<>();
        List<Rep> left = new ArrayList<>(plan.reps());
        counts.add(left.size());
        left.removeIf(rep -> !takesPart(rep));
        counts.add(left.size());
        if (!request.without().isEmpty()) {
            left.removeIf(rep -> request.without().contains(rep.id()));
            counts.add(left.size());
        }
        for (String stage : plan.stages()) {
            if (!waived().contains(stage)) {
                left.removeIf(passes(stage).negate());
            }
            counts.add(left.size());
        }
        if (left.isEmpty() && !waived().contains("available")) {
            return whenNobodyIsLeft(counts);
        }
        return new Answer(winner(left), queue(), counts);
    }

    private Answer whenNobodyIsLeft(List<Integer> counts) {
        List<Rep> fitting = passing(Set.of("available", "capacity"));
        if (fitting.isEmpty() || fitting.stream().anyMatch(rep -> isThere(rep, false))) {
            return new Answer(Optional.empty(), queue(), counts);
        }
        WhenAllAway answer = plan.availability().whenAllAway();
        if (answer instanceof WhenAllAway.RouteAnyway) {
            return new Answer(winner(passing(Set.of("available"))), queue(), counts);
        }
        if (answer instanceof WhenAllAway.FallbackRep fallback) {
            return new Answer(
                    plan.rep(fallback.rep())
                            .filter(Rep::active)
                            .filter(rep -> !request.without().contains(rep.id()))
                            .filter(this::hasRoom)
                            .map(Rep::id),
                    queue(),
                    counts);
        }
        return new Answer(
                Optional.empty(), answer instanceof WhenAllAway.FallbackQueue other ? other.queue() : queue(), counts);
    }

    private List<Rep> passing(Set<String> unasked) {
        return plan.reps().stream()
                .filter(this::takesPart)
                .filter(rep -> !request.without().contains(rep.id()))
                .filter(rep -> plan.stages().stream()
                        .filter(stage -> !unasked.contains(stage) && !waived().contains(stage))
                        .allMatch(stage -> passes(stage).test(rep)))
                .toList();
    }

    private boolean takesPart(Rep rep) {
        return rep.active()
                && (!plan.backups().contains(rep.id())
                        || isTarget(rep)
                        || keeper().filter(rep.id()::equals).isPresent());
    }

    private boolean isTarget(Rep rep) {
        return reached().anyMatch(each -> each.to().contains(rep.id()));
    }

    private Stream<Escalation> reached() {
        return plan.escalations().stream().filter(each -> waited >= each.after().toMinutes());
    }

    /** In whole minutes, of which each is looked at. */
    private long waited() {
        Calendar hours = Calendar.of(plan.waitingHours()
                .map(name -> plan.availability().calendars().get(name))
                .orElse(OpenHours.ALWAYS));
        return Stream.iterate(request.since(), minute -> minute.plusSeconds(60))
                .takeWhile(minute -> minute.isBefore(request.facts().asOf()))
                .filter(hours::isOpen)
                .count();
    }

    private boolean isThere(Rep rep, boolean own) {
        Instant now = request.facts().asOf();
        return Calendar.of(plan.availability().hours(rep.id())).isOpen(now)
                && plan.availability().reps().getOrDefault(rep.id(), RepHours.ALWAYS).outOfOffice().stream()
                        .filter(away -> away.covers(now))
                        .noneMatch(away -> !own || away.kind() == OutOfOffice.Kind.HARD);
    }

    private Set<String> waived() {
        Set<String> waived = new HashSet<>();
        reached().forEach(each -> waived.addAll(each.waives()));
        return waived;
    }

    private String queue() {
        return reached()
                .map(Escalation::queue)
                .flatMap(Optional::stream)
                .reduce(plan.queue(), (before, after) -> after);
    }

    private Predicate<Rep> passes(String stage) {
        return switch (stage) {
            case "owner" -> this::isOwnerIfOwnerCan;
            case "territory" -> this::serves;
            case "skills" -> this::isSkilled;
            case "available" ->
                rep -> isThere(rep, keeper().filter(rep.id()::equals).isPresent());
            case "capacity" -> this::hasRoom;
            default -> throw new IllegalStateException(stage);
        };
    }

    private boolean serves(Rep rep) {
        if (isTarget(rep)) {
            return true;
        }
        Optional<Territory> found = plan.territories().stream()
                .filter(each -> holds(each.criteria().when().orElseThrow()))
                .findFirst();
        return rep.territories().contains("*")
                || found.filter(each -> rep.territories().contains(each.id())).isPresent();
    }

    private boolean isSkilled(Rep rep) {
        return isTarget(rep)
                || plan.requirements().stream()
                        .filter(each -> holds(each.when()))
                        .filter(this::isStillAsked)
                        .allMatch(each -> rep.skills().getOrDefault(each.skill(), 0) >= each.level());
    }

    private boolean isStillAsked(Requirement requirement) {
        return requirement.dropAfter().isEmpty()
                || waited < requirement.dropAfter().get().toMinutes();
    }

    private Standing standing(Rep rep) {
        return ledger.standings(plan.ref().name(), work.name(), List.of(rep.id()))
                .get(0);
    }

    private boolean hasRoom(Rep rep) {
        int capacity = rep.capacities().getOrDefault(work.name(), rep.capacity());
        return standing(rep).open() + work.units() <= capacity;
    }

    private boolean isOwnerIfOwnerCan(Rep rep) {
        return keeper().isEmpty() || rep.id().equals(keeper().get());
    }

    /** The owner, or whoever stands in for an owner who cannot. */
    private Optional<RepId> keeper() {
        if (!plan.stages().contains("owner") || waived().contains("owner")) {
            return Optional.empty();
        }
        Optional<RepId> owner = request.facts().lead().owner();
        return owner.filter(this::canKeep)
                .or(() -> owner.flatMap(id -> plan.availability()
                                .substitute(id, request.facts().asOf())
                                .rep())
                        .filter(this::canKeep));
    }

    private boolean canKeep(RepId id) {
        return plan.rep(id)
                .filter(Rep::active)
                .filter(each -> !request.without().contains(id))
                .filter(each -> plan.stages().stream()
                        .filter(stage -> !stage.equals("owner") && !waived().contains(stage))
                        .allMatch(stage -> stage.equals("available")
                                ? isThere(each, true)
                                : passes(stage).test(each)))
                .isPresent();
    }

    private Optional<RepId> winner(List<Rep> left) {
        Comparator<Rep> order = order(left);
        Comparator<Rep> ties = plan.ranking().orElseThrow().equals("smoothWeighted")
                ? Comparator.comparing(Rep::id)
                : Comparator.comparingLong(rep -> situation.draw(rep.id()));
        return left.stream().min(order.thenComparing(ties)).map(Rep::id);
    }

    private Comparator<Rep> order(List<Rep> left) {
        return switch (plan.ranking().orElseThrow()) {
            case "leastLoaded" -> Comparator.comparingInt(rep -> standing(rep).open());
            case "leastLoadedRelative" ->
                (a, b) -> Long.compare(
                        (long) standing(a).open() * Math.max(1, b.capacity(work.name())),
                        (long) standing(b).open() * Math.max(1, a.capacity(work.name())));
            case "longestWaiting" -> Comparator.comparingLong(this::lastTurn);
            case "smoothWeighted" -> furthestBehind(left);
            case "fairShare" -> fairShare(left);
            default -> throw new IllegalStateException();
        };
    }

    private long lastTurn(Rep rep) {
        return ledger.changes(0, 10_000).list().stream()
                .filter(change -> change.sort() == Change.Sort.GRANTED)
                .filter(change -> change.place().rep().equals(rep.id()))
                .mapToLong(Change::position)
                .max()
                .orElse(0);
    }

    private Comparator<Rep> furthestBehind(List<Rep> left) {
        return Comparator.<Rep>comparingLong(rep -> standing(rep).lag() + share(rep, left))
                .reversed();
    }

    /** What is due, rounded down, and one unit more for the first few, so that it adds up to one lead. */
    private static long share(Rep rep, List<Rep> left) {
        BigInteger one = BigInteger.valueOf(Lag.ONE_LEAD);
        BigInteger total =
                BigInteger.valueOf(left.stream().mapToLong(Rep::weight).sum());
        long sum = left.stream()
                .mapToLong(each -> one.multiply(BigInteger.valueOf(each.weight()))
                        .divide(total)
                        .longValueExact())
                .sum();
        long own = one.multiply(BigInteger.valueOf(rep.weight())).divide(total).longValueExact();
        return left.indexOf(rep) < Lag.ONE_LEAD - sum ? own + 1 : own;
    }

    /** Tijdeman's rule, or the largest lag if somebody is too far behind for it. */
    private Comparator<Rep> fairShare(List<Rep> left) {
        BigInteger one = BigInteger.valueOf(Lag.ONE_LEAD);
        BigInteger twice = BigInteger.valueOf(Math.max(1, 2L * left.size() - 2));
        BigInteger most = one.multiply(twice.subtract(BigInteger.ONE));
        if (left.stream().anyMatch(rep -> lag(rep).multiply(twice).compareTo(most) > 0)) {
            return furthestBehind(left);
        }
        Predicate<Rep> due = rep -> lag(rep).add(BigInteger.valueOf(share(rep, left)))
                        .multiply(twice)
                        .compareTo(one)
                >= 0;
        Comparator<Rep> deadline = (a, b) -> most.subtract(lag(a).multiply(twice))
                .multiply(BigInteger.valueOf(share(b, left)))
                .compareTo(most.subtract(lag(b).multiply(twice)).multiply(BigInteger.valueOf(share(a, left))));
        return (a, b) -> {
            if (due.test(a) != due.test(b)) {
                return due.test(a) ? -1 : 1;
            }
            return due.test(a) ? deadline.compare(a, b) : furthestBehind(left).compare(a, b);
        };
    }

    private BigInteger lag(Rep rep) {
        return BigInteger.valueOf(standing(rep).lag());
    }
}
