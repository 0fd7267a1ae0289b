package dev.leadkit.routing.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rebalancing")
final class RebalanceTaskTest {

    private static Fit fit(String rep, long cost) {
        return new Fit(new RepId(rep), cost);
    }

    private static OpenLead lead(String id, @Nullable String owner, Fit... fits) {
        return new OpenLead(new LeadId(id), Optional.ofNullable(owner).map(RepId::new), List.of(fits));
    }

    private static RebalanceTask example() {
        // example
        RebalanceTask task = RebalanceTask.builder()
                .movePrice(3)
                .loadPrice(1)
                .rep(Room.of("ann", 2))
                .rep(Room.of("bob", 2))
                .rep(Room.of("cem", 1))
                .lead(lead("L-1", "ann", fit("ann", 5), fit("bob", 1)))
                .lead(lead("L-2", "ann", fit("ann", 0), fit("bob", 0)))
                .lead(lead("L-3", "ann", fit("ann", 2), fit("cem", 9)))
                .lead(lead("L-4", "dee", fit("cem", 1)))
                .lead(lead("L-5", null, fit("cem", 4)))
                .build();
        // end
        return task;
    }

    private static RebalancePlan with(RebalancePlan plan, long cost, long bound, SortedMap<LeadId, RepId> owners) {
        return new RebalancePlan(
                owners, plan.unassigned(), plan.moves(), cost, bound, plan.prices(), plan.bottlenecks());
    }

    @Test
    @DisplayName("gives the plan of docs/routing-rebalance.md")
    void page() throws IOException {
        String page = Files.readString(Path.of("../docs/routing-rebalance.md"));
        String code = page.substring(page.indexOf("```java\n") + 8);
        String here = Files.readString(Path.of("src/test/java/dev/leadkit/routing/rebalance/RebalanceTaskTest.java"));
        String example = here.substring(here.indexOf("// example\n") + 11, here.indexOf("// end"));
        assertThat(code.substring(0, code.indexOf("RebalancePlan"))).isEqualToIgnoringWhitespace(example);

        RebalanceTask task = example();
        RebalancePlan plan = task.solve();
        List<String> lines = new ArrayList<>();
        for (Move move : plan.moves()) {
            lines.add(move.lead() + ": " + move.from().map(RepId::value).orElse("nobody") + " -> "
                    + move.to().map(RepId::value).orElse("nobody") + ", gain " + move.gain() + ": " + move.reason());
        }
        plan.unassigned().forEach(lead -> lines.add(lead + ": no place"));
        plan.bottlenecks().forEach(each -> lines.add(each.toString()));
        lines.add("gap " + plan.gap() + ", faults " + task.verify(plan) + ", prices " + plan.prices());
        String text = page.substring(page.indexOf("```text\n") + 8);
        assertThat(text.substring(0, text.indexOf("```"))).isEqualTo(String.join("\n", lines) + "\n");
    }

    @Test
    @DisplayName("refuses a bad task with all faults at once")
    void refused() {
        RebalanceTask.Builder task = RebalanceTask.builder()
                .movePrice(-1)
                .loadPrice(RebalanceTask.MOST_COST + 1)
                .rep(Room.of("ann", -1))
                .rep(new Room(new RepId("ann"), 1, -2, 0))
                .lead(lead("L-1", "gone", fit("ann", -5), fit("ann", 1), fit("zoe", 0)))
                .lead(lead("L-1", null));
        RefusedException refused = catchThrowableOfType(RefusedException.class, task::build);
        assertThat(refused.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "$.movePrice: must be from 0 to 1000000000000, was -1",
                        "$.loadPrice: must be from 0 to 1000000000000, was 1000000000001",
                        "$.reps[0].capacity: must be from 0 to 2147483647, was -1",
                        "$.reps[1].rep: must be unique, was ann",
                        "$.reps[1].taken: must be from 0 to 2147483647, was -2",
                        "$.reps[1].weight: must be from 1 to 2147483647, was 0",
                        "$.leads[0].fits[0].cost: must be from 0 to 1000000000000, was -5",
                        "$.leads[0].fits[1].rep: must be unique, was ann",
                        "$.leads[0].fits[2].rep: must be a rep of the task, was zoe",
                        "$.leads[1].lead: must be unique, was L-1");
    }

    @Test
    @DisplayName("refuses costs whose sum may be beyond a long")
    void tooDear() {
        RebalanceTask.Builder task = RebalanceTask.builder().loadPrice(RebalanceTask.MOST_COST);
        for (int i = 0; i < 1_000; i++) {
            task.rep(Room.of("rep-" + i, 1_000)).lead(lead("L-" + i, null, fit("rep-" + i, 1)));
        }
        RefusedException refused = catchThrowableOfType(RefusedException.class, task::build);
        assertThat(refused.faults()).extracting(Fault::path).containsExactly("$");
    }

    @Test
    @DisplayName("of nothing is an empty plan")
    void nothing() {
        RebalancePlan plan = RebalanceTask.builder().build().solve();
        assertThat(plan.owners()).isEmpty();
        assertThat(plan.isOptimal()).isTrue();
        assertThat(plan.cost()).isZero();
    }

    @Test
    @DisplayName("is not believed: a plan that lies is found out")
    void lies() {
        RebalanceTask task = example();
        RebalancePlan plan = task.solve();
        SortedMap<LeadId, RepId> swapped = new TreeMap<>(plan.owners());
        swapped.put(new LeadId("L-2"), new RepId("cem"));
        SortedMap<LeadId, RepId> strange = new TreeMap<>(plan.owners());
        strange.put(new LeadId("L-9"), new RepId("ann"));
        SortedMap<LeadId, RepId> fewer = new TreeMap<>(plan.owners());
        fewer.remove(new LeadId("L-2"));
        SortedMap<LeadId, RepId> full = new TreeMap<>(plan.owners());
        full.put(new LeadId("L-1"), new RepId("ann"));

        assertThat(paths(task, with(plan, plan.cost() - 1, plan.bound(), plan.owners())))
                .containsExactly("$.cost");
        assertThat(paths(task, with(plan, plan.cost(), plan.bound() + 1, plan.owners())))
                .containsExactly("$.bound");
        assertThat(paths(task, with(plan, plan.cost(), plan.bound(), swapped)))
                .containsExactly("$.owners.L-2", "$.reps.cem");
        assertThat(paths(task, with(plan, plan.cost(), plan.bound(), strange))).contains("$.owners.L-9");
        assertThat(paths(task, with(plan, plan.cost(), plan.bound(), fewer))).containsExactly("$.owners.L-2");
        assertThat(paths(task, with(plan, plan.cost(), plan.bound(), full))).containsExactly("$.reps.ann");
        SortedMap<RepId, Long> noPrices = new TreeMap<>();
        assertThat(paths(
                        task,
                        new RebalancePlan(
                                plan.owners(),
                                plan.unassigned(),
                                plan.moves(),
                                plan.cost(),
                                plan.bound(),
                                noPrices,
                                List.of())))
                .containsExactly("$.prices");
        assertThat(paths(
                        task,
                        new RebalancePlan(
                                plan.owners(),
                                new TreeSet<>(plan.unassigned()),
                                List.of(),
                                plan.cost(),
                                plan.bound(),
                                plan.prices(),
                                List.of())))
                .containsExactly("$.moves");
    }

    private static List<String> paths(RebalanceTask task, RebalancePlan plan) {
        return task.verify(plan).stream().map(Fault::path).toList();
    }
}
