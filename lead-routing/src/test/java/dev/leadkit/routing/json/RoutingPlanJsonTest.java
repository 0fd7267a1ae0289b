package dev.leadkit.routing.json;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class RoutingPlanJsonTest {

    private static final FieldCatalog CATALOG = FieldCatalog.standard();
    private static final RoutingRegistry REGISTRY = RoutingRegistry.EMPTY
            .withStage("vip", situation -> rep -> Verdict.pass())
            .withStrategy("mine", (situation, active) -> new RoutingStrategy.Choice(List.of(), ""));

    private static RoutingPlan read(String json) {
        return RoutingPlanJson.read(JsonDocument.of(json), CATALOG, REGISTRY);
    }

    private static List<String> faults(String json) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> read(json));
        assertThat(refusal).isNotNull();
        return refusal.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void whatIsLeftOutHasItsUsualMeaning() {
        RoutingPlan plan = read("""
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7",
                 "reps": [{"id": "ann", "capacity": 40}], "queue": "waiting"}
                """);

        assertThat(plan.reps()).containsExactly(Rep.of("ann", 40));
        assertThat(plan.stages()).containsExactly("owner", "capacity");
        assertThat(plan.ranking()).contains("fairShare");
        assertThat(plan.ref()).hasToString("inbound/7");
    }

    @Test
    void everyFaultOfAPlanIsToldAtOnceWithItsPath() {
        assertThat(faults("""
                {"format": "leadkit.routing/2", "name": " ", "version": "1", "colour": "red",
                 "territories": [{"id": "dach", "when": {"field": "contry", "is": "DE"}}, {"when": {"all": []}}],
                 "requirements": [{"when": {"all": []}, "skill": "german", "level": 11}],
                 "reps": [{"id": "ann", "territories": ["dahc"], "skills": {"german": 5}, "capacity": -1},
                          {"id": "bob", "territories": ["dach"], "capacity": 1, "weight": 0, "active": "yes"},
                          {"territories": ["*"], "skils": {}}],
                 "stages": ["owner", "territory", "skills", "capasity"],
                 "ranking": "fastest"}
                """))
                .containsExactlyInAnyOrder(
                        "$.colour: must be a known member, was \"colour\"",
                        "$.format: must be a known word, was \"leadkit.routing/2\". Did you mean \"leadkit.routing/1\"?",
                        "$.name: must be a text, was \" \"",
                        "$.territories[0].when.field: must be a field of the catalog, was \"contry\". Did you mean \"country\"?",
                        "$.territories[1].id: must be a text, was missing",
                        "$.requirements[0].level: must be a whole number from 1 to 10, was 11",
                        "$.reps[0].capacity: must be a whole number from 0 to 1000000, was -1",
                        "$.reps[0].territories: must be territories of the plan, was \"dahc\". Did you mean \"dach\"?",
                        "$.reps[1].weight: must be a whole number from 1 to 10000, was 0",
                        "$.reps[1].active: must be true or false, was \"yes\"",
                        "$.reps[2].id: must be a text, was missing",
                        "$.reps[2].skils: must be a known member, was \"skils\". Did you mean \"skills\"?",
                        "$.reps[2].capacity: must be a whole number from 0 to 1000000, was missing",
                        "$.stages[3]: must be a known name, was \"capasity\". Did you mean \"capacity\"?",
                        "$.stages: must be with \"capacity\" among them, was [owner, territory, skills, capasity]."
                                + " No rep is ever given more than the capacity.",
                        "$.ranking: must be a known name, was \"fastest\". Known: fairShare, leastLoaded, leastLoadedRelative, longestWaiting, smoothWeighted.",
                        "$.queue: must be a text, was missing");
    }

    @Test
    void whatContradictsItselfIsToldAtOnceWhicheverPartItIsIn() {
        assertThat(faults("""
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7", "queue": "waiting",
                 "calendars": {"office": {"zone": "UTC", "hours": {"monday": ["09:00-17:00", "16:00-18:00"]}}},
                 "territories": [{"id": "north", "parent": "south"}, {"id": "south", "parent": "north"},
                                 {"id": "bavaria", "country": "DE", "postalCode": "87999..80000"}],
                 "requirements": [{"when": {"all": []}, "skill": "german", "level": 3}],
                 "reps": [{"id": "ann", "territories": ["*"], "capacity": 1, "weight": -2,
                           "outOfOffice": [{"from": "2026-12-01T00:00:00Z", "until": "2026-12-05T00:00:00Z", "substitute": "bob"}]},
                          {"id": "bob", "territories": ["*"], "capacity": 1,
                           "outOfOffice": [{"from": "2026-12-01T00:00:00Z", "until": "2026-12-05T00:00:00Z", "substitute": "ann"}]}]}
                """))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .startsWith(
                                        "$.calendars.office.hours.monday[1]: must be a span that overlaps no other"),
                        fault -> assertThat(fault).startsWith("$.territories[2].postalCode: "),
                        fault -> assertThat(fault)
                                .startsWith("$.territories[0].parent: must be outside of the territory"),
                        fault -> assertThat(fault)
                                .startsWith("$.territories[1].parent: must be outside of the territory"),
                        fault -> assertThat(fault)
                                .isEqualTo(
                                        "$.requirements[0].skill: must be a skill that some rep has, was \"german\""),
                        fault -> assertThat(fault)
                                .isEqualTo("$.reps[0].weight: must be a whole number from 1 to 10000, was -2"),
                        fault -> assertThat(fault)
                                .startsWith("$.reps[0].outOfOffice[0]: ")
                                .contains("ann -> bob -> ann"));
    }

    @Test
    void aPlanWithNobodyInItIsRefused() {
        assertThat(faults("""
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7", "reps": [], "queue": "waiting"}
                """))
                .containsExactly(
                        "$.reps: must be at least one active rep, was nobody. Every lead would wait in the queue.");
        assertThat(faults("[]")).containsExactly("$: must be an object, was a list");
        assertThat(faults("{")).hasSize(1);
    }

    @Test
    void kindsOfWorkPreferredSkillsAndEscalationsAreReadAndWritten() {
        RoutingPlan plan = read("""
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7",
                 "requirements": [{"when": {"field": "country", "is": "DE"}, "skill": "german", "level": 3,
                                   "dropAfter": "PT10M"}],
                 "work": [{"kind": "demo", "when": {"field": "country", "is": "DE"}, "units": 3}],
                 "escalations": [{"after": "PT30M", "waives": ["skills"], "queue": "overflow"},
                                 {"after": "PT1H", "to": ["bob", "ann"]}],
                 "calendars": {"office": {"zone": "UTC", "hours": {"monday": ["09:00-17:00"]}}},
                 "waitingHours": "office", "backups": ["bob"],
                 "reps": [{"id": "ann", "capacity": 40, "skills": {"german": 3}, "capacities": {"demo": 6}},
                          {"id": "bob", "capacity": 40}],
                 "queue": "waiting"}
                """);

        assertThat(plan.requirements().get(0).dropAfter()).contains(Duration.ofMinutes(10));
        assertThat(plan.work().get(0).name()).isEqualTo("demo");
        assertThat(plan.work().get(0).units()).isEqualTo(3);
        assertThat(plan.escalations())
                .containsExactly(
                        new Escalation(
                                Duration.ofMinutes(30), new TreeSet<>(List.of("skills")), Optional.of("overflow")),
                        Escalation.to(Duration.ofHours(1), List.of(new RepId("ann"), new RepId("bob"))));
        assertThat(plan.waitingHours()).contains("office");
        assertThat(plan.backups()).containsExactly(new RepId("bob"));
        assertThat(plan.reps().get(0).capacity("demo")).isEqualTo(6);
        assertThat(plan.reps().get(0).capacity("lead")).isEqualTo(40);
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void warningsAreToldWithTheirPathsOfAPlanThatIsReadAndOfNoOther() {
        String text = """
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7",
                 "territories": [{"id": "de", "country": "DE"}, {"id": "us", "country": "US"}],
                 "reps": [{"id": "zoe", "capacity": 4, "territories": ["de"]},
                          {"id": "ann", "capacity": 0, "territories": ["de"]}],
                 "queue": "waiting"}
                """;
        List<String> warned = new ArrayList<>();
        RoutingPlan plan = RoutingPlanJson.read(
                JsonDocument.of(text), FieldCatalog.standard(), REGISTRY, warning -> warned.add(warning.path()));

        assertThat(plan).isEqualTo(read(text));
        assertThat(warned).containsExactly("$.territories[1]", "$.reps[1].capacity");
        warned.clear();
        assertThatThrownBy(() -> RoutingPlanJson.read(
                        JsonDocument.of(text.replace("waiting", " ")),
                        FieldCatalog.standard(),
                        REGISTRY,
                        warning -> warned.add(warning.path())))
                .isInstanceOf(RefusedException.class);
        assertThat(warned).isEmpty();
    }

    @Test
    void everyFaultOfWorkAndEscalationsIsToldAtOnce() {
        assertThat(faults("""
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7",
                 "requirements": [{"when": {"field": "country", "is": "DE"}, "skill": "german", "level": 3,
                                   "dropAfter": "PT0S"}],
                 "work": [{"kind": "demo", "when": {"field": "country", "is": "DE"}, "units": 0}],
                 "escalations": [{"after": "PT30M", "waives": ["skils"]}, {"after": "PT5M", "queue": "late"},
                                 {"queue": "never"}, {"after": "PT1H"}, {"after": "PT2H", "waives": ["capacity"]}],
                 "reps": [{"id": "ann", "capacity": 40, "skills": {"german": 3}, "capacities": {"demos": 6, "lead": -1}}],
                 "queue": "waiting"}
                """))
                .containsExactlyInAnyOrder(
                        "$.requirements[0].dropAfter: must be longer than nothing and at most PT876600H, was \"PT0S\"",
                        "$.work[0].units: must be a whole number from 1 to 1000000, was 0",
                        "$.escalations[0].waives: must be stages of the plan, was \"skils\". Did you mean \"skills\"?",
                        "$.escalations[1].after: must be longer than PT30M, was PT5M",
                        "$.escalations[2].after: must be a time of waiting, such as \"PT30M\", was missing",
                        "$.escalations[3]: must be valid, was an object."
                                + " Escalation must be one that waives a stage, names reps or a queue, was none of these.",
                        "$.escalations[4]: must be valid, was an object."
                                + " Waives must be stages other than \"capacity\", was [capacity].",
                        "$.reps[0].capacities: must be kinds of work of the plan, was \"demos\". Did you mean \"demo\"?",
                        "$.reps[0].capacities.lead: must be a whole number from 0 to 1000000, was -1");
    }

    @Test
    void aStrategyIsReadAndWritten() {
        RoutingPlan plan = read("""
                {"format": "leadkit.routing/1", "name": "inbound", "version": "7",
                 "reps": [{"id": "ann", "capacity": 40}], "strategy": "mine", "queue": "waiting"}
                """);

        assertThat(plan.strategy()).contains("mine");
        assertThat(read(RoutingPlanJson.write(plan))).isEqualTo(plan);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("aZ\u0130\u0131\"\\ .-")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(name -> !name.isBlank());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAsTheSamePlan(@ForAll("plans") RoutingPlan plan) {
        String json = RoutingPlanJson.write(plan);

        assertThat(read(json)).isEqualTo(plan);
        assertThat(RoutingPlanJson.write(read(json))).isEqualTo(json);
    }

    @Provide
    Arbitrary<RoutingPlan> plans() {
        Arbitrary<Rep> reps = Combinators.combine(
                        names(),
                        Arbitraries.integers().between(0, Rep.MOST_CAPACITY),
                        Arbitraries.integers().between(1, Rep.MOST_WEIGHT),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.of(true, false))
                .as((name, capacity, weight, level, active) -> {
                    Rep rep =
                            Rep.of(name, capacity).weighing(weight).serving("*").skilled(name, level);
                    return active ? rep : rep.inactive();
                });
        return reps.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements(Rep::id)
                .flatMap(list -> Arbitraries.of("fairShare", "leastLoaded").map(ranking -> plan(list, ranking)));
    }

    private static RoutingPlan plan(List<Rep> reps, String ranking) {
        String skill = reps.get(0).skills().firstKey();
        PlanBuilder plan = RoutingPlan.builder(new ModelRef("any", "1"))
                .territory("t-" + skill, field(StandardFields.COUNTRY).in(skill, "DE"))
                .requirement(interaction("visit").atLeast(2), skill, 3)
                .rep(Rep.of("always there", 1).serving("t-" + skill))
                .stages("capacity", "vip", "territory", "skills")
                .ranking(ranking)
                .queue(skill);
        reps.forEach(plan::rep);
        return plan.build(REGISTRY);
    }

    /** The page's plan, lead and answers are what the library reads and gives. */
    @Test
    void theWorkedExampleOfTheDocumentationIsTrue() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("basedir", ".")).resolve("../docs/routing-plan.md"));
        RoutingPlan plan = read(block(page, "```json\n"));
        Router router = Router.of(plan, AssignmentLedger.inMemory(), 7);
        Instant now = Instant.parse("2026-03-01T09:00:00Z");

        List<Decision> decisions = List.of("one", "two", "three").stream()
                .map(id -> router.route(lead(id, now), now))
                .toList();
        String reasons = decisions.stream()
                .map(each -> each.lead() + ": " + ((Decision.Assigned) each).rep() + ", " + each.reason())
                .collect(Collectors.joining("\n", "", "\n"));
        String verdicts = router.explain(lead("four", now), now).reps().stream()
                .map(RepVerdict::toString)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(block(page, "```text\n")).isEqualTo(reasons);
        assertThat(block(page.substring(page.indexOf("```text\n") + 8), "```text\n"))
                .isEqualTo(verdicts);
    }

    private static String block(String page, String start) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static LeadHistory lead(String id, Instant now) {
        EventHeader header = new EventHeader(EventId.derived(new LeadId(id), "update"), new LeadId(id), now, now);
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, "DE").build();
        return LeadHistory.of(new LeadId(id), List.of(Updated.of(header, new Origin("test", id, true), values)));
    }
}
