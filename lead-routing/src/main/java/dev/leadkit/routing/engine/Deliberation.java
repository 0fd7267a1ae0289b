package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.index.Evaluation;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Trail;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Draw;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.territory.TerritoryFinder;
import dev.leadkit.routing.territory.TerritoryMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One look at one lead, and what is found on the way to a proposal; used again for lead after lead, so that a decision makes few
 * objects. For one thread.
 */
final class Deliberation {

    private static final int NOBODY = -1;

    /** For what the eligible come from, in nearly all plans. */
    private static final int LONG_ENOUGH = 48;

    private final CompiledPlan plan;
    private final Loads loads;
    private final Survivors left;
    private final Evaluation conditions;
    private final TerritoryFinder finder;
    private final @Nullable Object[] kept;
    private final int[] counts;
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<RepId> wishes = new LinkedHashSet<>();
    private final Grounds grounds = new Grounds();
    private final Waiting waiting;
    private final Consumer<String> noting = notes::add;
    private final Consumer<Fault> told = this::note;
    private final ObjIntConsumer<Fault> toldOf = this::note;
    private boolean skips;
    private int[] fired = new int[16];
    private int[] required = new int[16];
    private int requiredEnd;
    private int counted;
    private int territory;
    private int kind;
    private int units;
    private int keeper = NOBODY;
    private long lot;
    private boolean lotKnown;
    private long seed;
    private @Nullable RoutingRequest request;
    private @Nullable Situation situation;
    private RoutingStrategy.@Nullable Choice choice;

    Deliberation(CompiledPlan plan, Loads loads) {
        this.plan = plan;
        this.loads = loads;
        this.left = new Survivors(plan.everybody());
        this.conditions = plan.conditions().evaluation();
        this.finder = plan.territories().finder();
        this.waiting = new Waiting(plan);
        this.kept = new Object[plan.stages().length];
        this.counts = new int[plan.names(true).size()];
    }

    /** Looks at leads that will be decided about soon: in short loops, because the processor does not look ahead further. */
    void expect(List<RoutingRequest> soon) {
        for (int i = 0; i < soon.size(); i++) {
            loads.expect(soon.get(i).facts().lead().id());
        }
        for (int i = 0; i < soon.size(); i++) {
            conditions.fetch(soon.get(i).facts());
        }
    }

    /** Looks at one lead at once that will be looked at bit by bit. */
    void expect(RoutingRequest soon) {
        loads.expect(soon.facts().lead().id());
        conditions.fetch(soon.facts());
    }

    /** Looks at a lead: what it requires, what kind of work it is, and how reps stand in that. */
    void begin(RoutingRequest asked, long ownSeed, Optional<Place> own) {
        seed = ownSeed;
        look(asked);
        loads.begin(kind);
        own.ifPresent(place -> loads.without(plan.number(place.rep()), place));
    }

    /** Looks at a lead without asking how reps stand. */
    void look(RoutingRequest asked) {
        request = asked;
        situation = null;
        choice = null;
        lotKnown = false;
        keeper = NOBODY;
        territory = TerritoryMap.NONE;
        counted = 0;
        if (!notes.isEmpty()) {
            notes.clear();
        }
        if (!wishes.isEmpty()) {
            wishes.clear();
        }
        grounds.forget();
        skips = !asked.without().isEmpty();
        waiting.begin(asked, noting);
        findRequired(asked);
    }

    /** Forgets the lead. */
    void end() {
        request = null;
        situation = null;
        choice = null;
        conditions.forget();
        Arrays.fill(kept, null);
    }

    private void findRequired(RoutingRequest asked) {
        requiredEnd = 0;
        kind = 0;
        units = 1;
        if (!plan.asksConditions()) {
            return;
        }
        conditions.of(asked.facts(), toldOf);
        int end = conditions.entries();
        fired = end > fired.length ? new int[2 * end] : fired;
        conditions.copyEntries(fired);
        Arrays.sort(fired, 0, end);
        required = end > required.length ? new int[2 * end] : required;
        int work = Integer.MAX_VALUE;
        for (int i = 0; i < end; i++) {
            if (fired[i] < plan.requirements()) {
                require(fired[i]);
            } else {
                work = Math.min(work, fired[i] - plan.requirements());
            }
        }
        if (work < Integer.MAX_VALUE) {
            kind = plan.kindOf(work);
            units = plan.plan().work().get(work).units();
        }
    }

    private void require(int requirement) {
        if (!plan.isPreferred(requirement)
                || !waiting.has(plan.requirement(requirement).dropAfter().orElseThrow())) {
            required[requiredEnd++] = requirement;
        }
    }

    void findTerritory() {
        territory = finder.find(request().facts(), told);
    }

    /** Runs the stages. */
    void narrow() {
        PlanStage[] stages = plan.stages();
        for (int place = 0; place < stages.length; place++) {
            stages[place].open(this, place);
        }
        decideKeeper(stages);
        start();
        boolean maySomebodyFit = false;
        for (int place = 0; place < stages.length; place++) {
            if (left.size() > 0 && !waiting.isWaived(place)) {
                narrow(stages[place], place);
                maySomebodyFit |= stages[place].isOfTheMoment();
            }
            count(left.size());
        }
        int available = plan.availablePlace();
        // if no stage of the moment was asked, all the others leave nobody, and asking them again would too
        if (left.size() == 0 && maySomebodyFit && available >= 0 && !waiting.isWaived(available)) {
            ((AvailableStage) stages[available]).answer(this, available);
        }
    }

    private void narrow(PlanStage stage, int place) {
        if (waiting.targets().isEmpty() || !stage.sparesTargets()) {
            stage.narrow(this, place);
            return;
        }
        int[] spared = waiting.targets().stream().filter(left::has).toArray();
        stage.narrow(this, place);
        left.join(Arrays.stream(spared));
    }

    /** Starts again and asks only some stages, without counting. */
    void refill(Predicate<PlanStage> asked) {
        left.start();
        letBackupsIn();
        if (skips) {
            left.keepIf(this::isAsked);
        }
        PlanStage[] stages = plan.stages();
        for (int place = 0; place < stages.length; place++) {
            if (left.size() > 0 && !waiting.isWaived(place) && asked.test(stages[place])) {
                narrow(stages[place], place);
            }
        }
    }

    /** Begins with who is active and shall be asked. */
    void start() {
        count(plan.size());
        left.start();
        letBackupsIn();
        count(left.size());
        if (skips) {
            left.keepIf(this::isAsked);
            count(left.size());
        }
    }

    private void letBackupsIn() {
        if (!waiting.targets().isEmpty()) {
            left.join(waiting.targets().stream());
        }
        if (keeper >= 0 && !plan.everybody().isActive(keeper)) {
            left.join(IntStream.of(keeper));
        }
    }

    /** Whether a rep may get the lead at all: is active, and if a backup, the lead escalates to the rep or stays there. */
    boolean takesPart(int rep) {
        return plan.everybody().isActive(rep) || waiting.isTarget(rep) || rep == keeper;
    }

    boolean isAsked(int rep) {
        return !skips || !request().without().contains(id(rep));
    }

    private void decideKeeper(PlanStage[] stages) {
        keeper = NOBODY;
        for (int place = 0; place < stages.length && keeper < 0; place++) {
            if (!waiting.isWaived(place) && stages[place] instanceof KeeperStage stage) {
                stage.decide(this, place);
            }
        }
    }

    /** Whether a rep could keep the lead: passes all stages that are not about keeping; and if so, does. */
    Optional<String> obstacleToKeeping(int rep) {
        keeper = rep;
        Optional<String> obstacle = obstacle(rep, stage -> !stage.isOfKeeper());
        keeper = obstacle.isPresent() ? NOBODY : rep;
        return obstacle;
    }

    /** Somebody should keep the lead, who may be there for that and for nothing else. */
    void wish(RepId rep) {
        wishes.add(rep);
    }

    /** Who keeps the lead; negative if nobody does. */
    int keeper() {
        return keeper;
    }

    /** What keeps a rep from the lead: not active, or the first of some stages that the rep does not pass. */
    private Optional<String> obstacle(int rep, Predicate<PlanStage> asked) {
        if (!plan.isActive(rep)) {
            return Optional.of("is inactive");
        }
        if (!isAsked(rep)) {
            return Optional.of("shall not be asked this time");
        }
        PlanStage[] stages = plan.stages();
        for (int place = 0; place < stages.length; place++) {
            Verdict verdict = asked.test(stages[place]) ? test(place, rep) : Verdict.pass();
            if (!verdict.passes()) {
                String stage = stages[place].name;
                return Optional.of("does not pass " + stage + ": " + words(stage, verdict));
            }
        }
        return Optional.empty();
    }

    /** Whether a rep passes a stage, a waived one in any case. */
    Verdict test(int place, int rep) {
        PlanStage stage = plan.stages()[place];
        boolean passes = waiting.isWaived(place) || (stage.sparesTargets() && waiting.isTarget(rep));
        return passes ? Verdict.pass() : stage.test(this, place, rep);
    }

    /** A reason may be host code that only now puts it into words. */
    static String words(String stage, Verdict verdict) {
        try {
            return Guard.call("stage " + stage, () -> verdict.reason().orElse(""));
        } catch (Guard.Failure failure) {
            return failure.words();
        }
    }

    void count(int size) {
        counts[counted++] = size;
    }

    void note(String note) {
        notes.add(note);
    }

    private void note(Fault fault) {
        note(fault.toString());
    }

    private void note(Fault fault, int entry) {
        note(fault);
    }

    void choose(RoutingStrategy.Choice made) {
        choice = made;
    }

    /** What a host's strategy chose. */
    Optional<RoutingStrategy.Choice> choice() {
        return Optional.ofNullable(choice);
    }

    void keep(int place, Object found) {
        kept[place] = found;
    }

    void forget(int place) {
        kept[place] = null;
    }

    @Nullable Object kept(int place) {
        return kept[place];
    }

    CompiledPlan plan() {
        return plan;
    }

    Loads loads() {
        return loads;
    }

    Grounds grounds() {
        return grounds;
    }

    Survivors left() {
        return left;
    }

    RepId id(int rep) {
        return plan.id(rep);
    }

    int capacity(int rep) {
        return plan.capacity(kind, rep);
    }

    int units() {
        return units;
    }

    String kind() {
        return plan.kinds().get(kind);
    }

    int territory() {
        return territory;
    }

    int required() {
        return requiredEnd;
    }

    int required(int place) {
        return required[place];
    }

    /** What the set of those who could take the lead, full or not, came from. */
    String alike() {
        if (skips || plan.hasHostCode()) {
            return "";
        }
        StringBuilder text = new StringBuilder(LONG_ENOUGH)
                .append('t')
                .append(territory)
                .append(" k")
                .append(kind)
                .append('x')
                .append(units);
        for (int i = 0; i < requiredEnd; i++) {
            text.append(" r").append(required[i]);
        }
        waiting.describe(text);
        wishes.forEach(wish -> text.append(" o").append(wish));
        return text.toString();
    }

    /** What its waiting has changed. */
    Waiting waiting() {
        return waiting;
    }

    RoutingRequest request() {
        return requireNonNull(request, "request");
    }

    /** For host code; made only if there is some. */
    Situation situation() {
        Situation known = situation;
        if (known == null) {
            known = new Situation(request().facts(), seed, this::open, problem -> note(problem.toString()));
            situation = known;
        }
        return known;
    }

    /** For host code, which may ask about anybody, and in several threads. */
    private synchronized int open(RepId rep) {
        int number = plan.number(rep);
        if (number < 0) {
            return 0;
        }
        try {
            loads.readAll();
            return loads.open(number);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            throw new LedgerFailure(e);
        }
    }

    /** A rep's lot, the lead's part of which is drawn only if there is a tie. */
    long draw(int rep) {
        if (!lotKnown) {
            lot = Draw.of(seed, request().facts().lead().id().value());
            lotKnown = true;
        }
        return Draw.of(lot, plan.hash(rep));
    }

    Trail trail(boolean counting) {
        Trail trail =
                Trail.of(plan.plan().ref(), seed, request().at(), notes.isEmpty() ? List.of() : new ArrayList<>(notes));
        return counting ? trail.counting(plan.names(skips), Arrays.copyOf(counts, counted)) : trail;
    }
}
