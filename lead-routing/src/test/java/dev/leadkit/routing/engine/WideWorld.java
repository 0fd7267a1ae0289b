package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.WorkKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Plans and leads that use everything a plan can say, drawn from one number. */
final class WideWorld {

    static final List<String> RANKINGS =
            List.of("fairShare", "leastLoaded", "leastLoadedRelative", "longestWaiting", "smoothWeighted");
    private static final List<String> COUNTRIES = List.of("A", "B", "C", "D", "E", "F");
    private static final List<String> SKILLS = List.of("german", "cloud", "law");

    final Random random;
    final RoutingPlan plan;

    private final boolean capacityLast;
    private final TreeSet<RepId> targets = new TreeSet<>();

    WideWorld(long seed) {
        this(seed, false);
    }

    /** The same, with the stage that asks for room at the end if that is wanted. */
    WideWorld(long seed, boolean capacityLast) {
        this.random = new Random(seed);
        this.capacityLast = capacityLast;
        this.plan = plan();
    }

    private RoutingPlan plan() {
        PlanBuilder plan = RoutingPlan.builder("wide", "1")
                .queue("waiting")
                .ranking(pick(RANKINGS))
                .stages(stages());
        for (String country : List.of("A", "B", "C")) {
            plan.territory(country.toLowerCase(Locale.ROOT), field(COUNTRY).in(country, "D"));
        }
        for (String skill : SKILLS) {
            IntStream.range(0, 1 + random.nextInt(2)).forEach(i -> plan.requirement(requirement(skill)));
        }
        IntStream.range(0, random.nextInt(3)).forEach(i -> plan.work(work()));
        int reps = 1 + random.nextInt(90);
        IntStream.range(0, random.nextInt(3)).forEach(i -> plan.escalation(escalation(i, reps)));
        targets.stream().filter(rep -> random.nextBoolean()).forEach(rep -> plan.backup(rep.value()));
        IntStream.range(0, reps).forEach(i -> plan.rep(rep(id(i))));
        plan.rep(new Rep(
                new RepId("the-last"),
                new TreeSet<>(List.of("a")),
                new TreeMap<>(Map.of("german", 1, "cloud", 1, "law", 1)),
                3,
                2,
                true));
        hours(plan.availability(), reps);
        if (random.nextBoolean()) {
            plan.waitingHours(pick(List.of("sunday", "half past")));
        }
        return plan.build();
    }

    /** It is a Sunday, at nine. */
    private void hours(Availability.Builder hours, int reps) {
        hours.calendar(
                "week",
                WorkingHours.in("UTC").open(MONDAY, FRIDAY, "09:00-17:00").build());
        hours.calendar(
                "sunday", WorkingHours.in("UTC").open(SUNDAY, "08:00-10:00").build());
        hours.calendar(
                "half past", WorkingHours.in("UTC").open(SUNDAY, "08:30-09:00").build());
        hours.whenAllAway(pick(List.of(
                new WhenAllAway.QueueUntilNextOpen(),
                new WhenAllAway.RouteAnyway(),
                new WhenAllAway.FallbackQueue("holidays"),
                new WhenAllAway.FallbackRep(new RepId("the-last")))));
        int away = random.nextInt(3);
        for (int i = 0; i < reps; i++) {
            RepHours rep = pick(List.of(RepHours.ALWAYS, RepHours.named("sunday"), RepHours.named("week")));
            if (random.nextInt(3) < away) {
                OutOfOffice out = new OutOfOffice(
                        Leads.NOW.minusSeconds(random.nextInt(60)),
                        Leads.NOW.plusSeconds(random.nextInt(3_600) + 1),
                        Optional.empty(),
                        pick(List.of(OutOfOffice.Kind.values())));
                rep = rep.away(i == 0 ? out : out.substitutedBy(id(random.nextInt(i))));
            }
            hours.rep(new RepId(id(i)), rep);
        }
    }

    private static String id(int number) {
        return String.format("rep-%02d", number);
    }

    private String[] stages() {
        List<String> stages = new ArrayList<>(List.of("owner", "territory", "skills", "available", "capacity"));
        Collections.shuffle(stages, random);
        if (capacityLast) {
            stages.remove("capacity");
            stages.add("capacity");
        }
        return stages.toArray(new String[0]);
    }

    private Requirement requirement(String skill) {
        Optional<Duration> drop =
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofMinutes(1 + random.nextInt(30)));
        return new Requirement(field(COUNTRY).in(pick(COUNTRIES), pick(COUNTRIES)), skill, 1 + random.nextInt(5), drop);
    }

    private WorkKind work() {
        return new WorkKind(
                pick(List.of("lead", "demo", "call")),
                field(COUNTRY).in(pick(COUNTRIES), pick(COUNTRIES)),
                1 + random.nextInt(3));
    }

    private Escalation escalation(int index, int reps) {
        TreeSet<String> waives = new TreeSet<>(List.of(pick(List.of("territory", "skills", "owner", "available"))));
        TreeSet<RepId> to = new TreeSet<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> to.add(new RepId(id(random.nextInt(reps)))));
        targets.addAll(to);
        return new Escalation(
                Duration.ofMinutes(10L * (index + 1)),
                waives,
                to,
                random.nextBoolean() ? Optional.empty() : Optional.of("queue-" + index));
    }

    private Rep rep(String id) {
        Rep rep = Rep.of(id, random.nextInt(6))
                .weighing(1 + random.nextInt(9))
                .serving(pick(List.of("a", "b", "c", "*")));
        for (String skill : SKILLS) {
            int level = random.nextInt(9);
            rep = level == 0 ? rep : rep.skilled(skill, level);
        }
        return random.nextInt(10) < 3 ? rep.inactive() : rep;
    }

    RoutingRequest request(int index) {
        var lead = Leads.lead("lead-" + index, pick(COUNTRIES));
        var owned = random.nextInt(4) == 0 ? Leads.owned(lead, id(random.nextInt(99)), 1) : lead;
        RoutingRequest request = RoutingRequest.of(owned, Leads.NOW)
                .waitingSince(Leads.NOW.minus(Duration.ofMinutes(random.nextInt(40))));
        return random.nextInt(4) == 0 ? request.without(List.of(someRep(), someRep())) : request;
    }

    private RepId someRep() {
        return plan.reps().get(random.nextInt(plan.reps().size())).id();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
