package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A plan of 1,000 skills and 300 reps against a look at every skill of every rep. */
final class ThousandSkillsProperties {

    private static final int SKILLS = 1_000;
    private static final int REPS = 300;
    private static final int COUNTRIES = 400;
    private static final int LONGEST_MINUTES = 30;
    private static final Market MARKET = new Market(new Random(1_000));

    /** A requirement as a row: leads of a country ask for a level of a skill, some only until they have waited for so long. */
    private record Asked(int country, int skill, int level, Optional<Duration> until) {

        boolean isAsked(int of, Duration waited) {
            return country == of
                    && until.filter(end -> end.compareTo(waited) <= 0).isEmpty();
        }

        Requirement requirement() {
            return new Requirement(field(COUNTRY).is("C" + country), "skill-" + skill, level, until);
        }
    }

    /** Each skill is asked for twice, by whatever countries; each rep has about two thirds of the skills, and one has all. */
    private static final class Market {

        private final List<Asked> asked = new ArrayList<>();
        private final int[][] levels = new int[REPS][SKILLS];
        private final Router router;

        Market(Random random) {
            PlanBuilder plan = RoutingPlan.builder("skills", "1").queue("waiting");
            for (int i = 0; i < 2 * SKILLS; i++) {
                Duration until = Duration.ofMinutes(1 + random.nextInt(LONGEST_MINUTES));
                Optional<Duration> drop = random.nextInt(3) == 0 ? Optional.of(until) : Optional.empty();
                asked.add(new Asked(random.nextInt(COUNTRIES), i % SKILLS, 1 + random.nextInt(6), drop));
            }
            asked.forEach(each -> plan.requirement(each.requirement()));
            for (int rep = 0; rep < REPS; rep++) {
                boolean all = rep == 0;
                Arrays.setAll(levels[rep], skill -> all ? Rep.MOST_LEVEL : Math.max(0, random.nextInt(15) - 4));
                plan.rep(rep(rep));
            }
            router = Router.of(plan.build(), AssignmentLedger.inMemory(), 7);
        }

        private Rep rep(int number) {
            SortedMap<String, Integer> skills = new TreeMap<>();
            for (int skill = 0; skill < SKILLS; skill++) {
                if (levels[number][skill] > 0) {
                    skills.put("skill-" + skill, levels[number][skill]);
                }
            }
            return new Rep(id(number), new TreeSet<>(), skills, Rep.MOST_CAPACITY, 1, true);
        }

        private static RepId id(int number) {
            return new RepId(String.format(Locale.ROOT, "rep-%03d", number));
        }

        /** Those who have, of everything that is asked, enough. */
        List<RepId> able(int country, Duration waited) {
            List<Asked> needed =
                    asked.stream().filter(each -> each.isAsked(country, waited)).toList();
            return IntStream.range(0, REPS)
                    .filter(rep -> needed.stream().allMatch(each -> levels[rep][each.skill()] >= each.level()))
                    .mapToObj(Market::id)
                    .toList();
        }
    }

    @Property(tries = 500)
    void whoMayTakeALeadAreThoseWhoHaveEverySkillThatItAsksFor(
            @ForAll @IntRange(max = COUNTRIES) int country, @ForAll @IntRange(max = LONGEST_MINUTES) int minutes) {
        Duration waited = Duration.ofMinutes(minutes);
        RoutingRequest request =
                RoutingRequest.of(Leads.lead("lead", "C" + country), Leads.NOW).waitingSince(Leads.NOW.minus(waited));

        List<RepId> able = MARKET.able(country, waited);

        assertThat(MARKET.router.eligible(request)).isEqualTo(able);
        assertThat(able).contains(MARKET.router.explain(request).taker().orElseThrow());
    }
}
