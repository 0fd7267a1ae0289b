package dev.leadkit.routing.territory;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.StandardFields;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Territories of a plan")
final class TerritoryPlanTest {

    private static final Criteria DE = Criteria.any().country("DE");

    private static List<String> faults(Territory... territories) {
        return told(RandomMarket.builder(Arrays.asList(territories)).faults());
    }

    private static List<String> warnings(Territory... territories) {
        return told(RandomMarket.builder(Arrays.asList(territories)).warnings());
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream().map(Fault::toString).toList();
    }

    @Test
    @DisplayName("tell every fault of the tree at once: twins, unknown parents, circles, entries that ask nothing")
    void tree() {
        assertThat(faults(
                        Territory.of("a").where(DE),
                        Territory.of("a").where(Criteria.any().country("AT")),
                        Territory.of("north").within("nort"),
                        Territory.of("nord")
                                .within("north")
                                .where(Criteria.any().source("x")),
                        Territory.of("x").within("y"),
                        Territory.of("y").within("z"),
                        Territory.of("z").within("y"),
                        Territory.of("empty").entry(Criteria.any())))
                .containsExactly(
                        "$.territories[1].id: must be unique, was \"a\". It is there already.",
                        "$.territories[2].parent: must be a territory of the plan, was \"nort\". Did you mean \"nord\"?",
                        "$.territories[5].parent: must be outside of the territory, was \"z\"."
                                + " Following the parents from y leads back to it.",
                        "$.territories[6].parent: must be outside of the territory, was \"y\"."
                                + " Following the parents from z leads back to it.",
                        "$.territories[7].entries[0]: must be with at least one criterion, was empty."
                                + " Leave all entries out for one that asks what the territory's criteria say.");
    }

    @Test
    @DisplayName("tell every fault of the values: codes, ranges upside down, sizes, what nothing can fulfil")
    void values() {
        assertThat(faults(
                        Territory.of("a").where(DE.postalCode("80", "81999..80000", "80*", "1..20", "E1*")),
                        Territory.of("b").where(Criteria.any().postalCode("80*")),
                        Territory.of("c")
                                .where(Criteria.any().country("DE", "AT").postalCode("80*")),
                        Territory.of("d").where(Criteria.any().country("GER").size(9, 3)),
                        Territory.of("e").where(DE.postalCode("9*").size(1, 9)),
                        Territory.of("f")
                                .within("e")
                                .entry(Criteria.any().country("AT"))
                                .entry(Criteria.any().postalCode("8*"))
                                .entry(Criteria.any().size(10, 20)),
                        Territory.of("g").where(Criteria.any().company("Acme", "--")),
                        Territory.of("h")
                                .where(DE.company("Acme"))
                                .entry(Criteria.any().domain("acme.com"))))
                .containsExactly(
                        "$.territories[0].postalCode: must be codes of 5 digits, was \"80\"."
                                + " Write a beginning with a star, such as \"80*\".",
                        "$.territories[0].postalCode: must be a range from the lower code to the higher,"
                                + " was \"81999..80000\". Did you mean \"80000..81999\"?",
                        "$.territories[0].postalCode: must be a range between codes of one length, was \"1..20\"",
                        "$.territories[0].postalCode: must be codes of 5 digits, was \"E1*\"",
                        "$.territories[1].postalCode: must be in exactly one country, was 80*."
                                + " Say which country these codes are of.",
                        "$.territories[2].postalCode: must be in exactly one country, was 80*."
                                + " Say which country these codes are of.",
                        "$.territories[3].country: must be an ISO 3166-1 alpha-2 code, was \"GER\". Such as \"DE\".",
                        "$.territories[3].size: must be from the lower size to the higher, was 9 to 3",
                        "$.territories[5].entries[0].country: must be within what it inherits, was something else."
                                + " Together with what it inherits no lead can fulfil it.",
                        "$.territories[5].entries[1].postalCode: must be within what it inherits, was 8*."
                                + " Together with what it inherits no lead can fulfil it.",
                        "$.territories[5].entries[2].size: must be within what it inherits, was 10 to 20."
                                + " Together with what it inherits no lead can fulfil it.",
                        "$.territories[6].company: must be a name with a letter or digit, was \"--\"",
                        "$.territories[7].entries[0].domain: must be named once only, was named above as well."
                                + " Name accounts in the entries or above, not in both.");
    }

    @Test
    @DisplayName("are refused where sizes that are open above share the greatest one, whatever stands between them")
    void greatestSizes() {
        long most = Long.MAX_VALUE;
        Territory around = Territory.of("around").entry(Criteria.any().size(-5, most));
        Territory inner =
                Territory.of("inner").within("around").entry(Criteria.any().size(0, most - 1));
        Territory beside = Territory.of("beside").entry(Criteria.any().size(most, most));

        assertThat(faults(around, beside)).hasSize(1);
        assertThat(faults(around, inner, beside)).singleElement().asString().startsWith("$.territories[2].entries[0]");
    }

    @Test
    @DisplayName("are refused where equally strong entries of two share leads, and not where a priority decides")
    void overlaps() {
        Territory south = Territory.of("south").entry(DE.postalCode("80000..84999"));
        Territory east = Territory.of("east").entry(DE.postalCode("01*", "82000..86999"));

        assertThat(faults(south, east))
                .containsExactly("$.territories[1].entries[0].postalCode: must be stronger or weaker than"
                        + " $.territories[0].entries[0].postalCode, was \"82000..86999\"."
                        + " Leads fall into both south and east: give one of them a priority.");
        assertThat(faults(south, east.priority(1))).isEmpty();
        assertThat(faults(south, Territory.of("east").entry(DE.postalCode("85000..89999"))))
                .isEmpty();
        assertThat(faults(
                        Territory.of("a").where(DE.size(10, Long.MAX_VALUE)),
                        Territory.of("b").where(DE.size(99, Long.MAX_VALUE))))
                .hasSize(1);
        assertThat(faults(
                        Territory.of("a").where(DE.size(0, 9)),
                        Territory.of("b").where(DE.size(10, 19))))
                .isEmpty();
        assertThat(faults(
                        Territory.of("a").where(DE.industry("it", "law")),
                        Territory.of("b").where(DE.industry("LAW"))))
                .hasSize(1);
        assertThat(faults(Territory.of("a").entry(DE).entry(DE))).isEmpty();
    }

    @Test
    @DisplayName(
            "of two territories side by side share leads, though one around both has as strong an entry between them")
    void overlapsAroundOneThatHoldsBoth() {
        assertThat(faults(
                        Territory.of("both").entry(DE.postalCode("80100..80199")),
                        Territory.of("left").within("both").entry(DE.postalCode("80050..80149")),
                        Territory.of("right").within("both").entry(DE.postalCode("80120..80219"))))
                .containsExactly("$.territories[2].entries[0].postalCode: must be stronger or weaker than"
                        + " $.territories[1].entries[0].postalCode, was \"80120..80219\"."
                        + " Leads fall into both left and right: give one of them a priority.");
    }

    @Test
    @DisplayName("of the same condition are told, of different ones the first in the plan wins")
    void conditions() {
        var ceo = field(StandardFields.JOB_TITLE).is("CEO");
        assertThat(faults(Territory.of("a", ceo), Territory.of("b", ceo))).hasSize(1);
        assertThat(faults(
                        Territory.of("a", ceo),
                        Territory.of("b", field(StandardFields.CITY).isPresent())))
                .isEmpty();
    }

    @Test
    @DisplayName("warn of entries that can never win, singly or because several others take all between them")
    void shadows() {
        Territory large = Territory.of("large")
                .priority(2)
                .entry(DE.postalCode("0*", "1*"))
                .entry(DE.size(100, 999));
        assertThat(warnings(
                        large,
                        Territory.of("small")
                                .entry(DE.postalCode("05000..15000"))
                                .entry(DE.postalCode("05000..25000"))
                                .entry(DE.postalCode("10115").industry("it"))
                                .entry(DE.size(200, 300).source("Fair"))
                                .entry(DE.size(200, 1_000)),
                        Territory.of("group"),
                        Territory.of("outer"),
                        Territory.of("inner")
                                .within("outer")
                                .where(Criteria.any().country("FR"))))
                .containsExactly(
                        "$.territories[2]: must be with criteria, entries or territories within it, was empty."
                                + " No lead falls into it.",
                        "$.territories[1].entries[2].postalCode: must be an entry that some lead falls into,"
                                + " was \"10115\". Stronger entries take every lead of it.",
                        "$.territories[1].entries[0].postalCode: must be an entry that some lead falls into,"
                                + " was \"05000..15000\". Stronger entries take every lead of it.",
                        "$.territories[1].entries[3]: must be an entry that some lead falls into,"
                                + " was \"small\". Stronger entries take every lead of it.");
    }

    @Test
    @DisplayName("have to cover what the plan declares: gaps are told code by code, value by value")
    void gaps() {
        TerritoryPlan.Builder plan = RandomMarket.builder(List.of(
                Territory.of("a").where(DE).entry(Criteria.any().postalCode("0*", "2000..3999")),
                Territory.of("b").entry(DE.postalCode("5*").industry("it")),
                Territory.of("c").entry(DE.postalCode("6*").size(1, 9)),
                Territory.of("us").where(Criteria.any().region("US-CA"))));
        plan.coverage(DE.postalCode("*"))
                .coverage(Criteria.any().country("DE").postalCode("5*").industry("IT", "law"))
                .coverage(Criteria.any().region("US-CA", "US-NV"))
                .at("$.here")
                .coverage(DE.source("x").size(1, 2));

        assertThat(told(plan.faults()))
                .containsExactly(
                        "$.coverage[0].postalCode: must be covered by entries that ask no more, was DE 10000..19999",
                        "$.coverage[0].postalCode: must be covered by entries that ask no more, was DE 40000..99999",
                        "$.coverage[1].postalCode: must be covered by entries that ask no more, was DE law 50000..59999",
                        "$.coverage[2]: must be covered by entries that ask no more, was us-nv",
                        "$.here: must be countries, regions, postal codes, industries or sources, was something else."
                                + " Nothing else can be counted out.");
    }

    @Test
    @DisplayName(
            "tell gaps to the code, whatever the order of the entries, and nothing outside of what has to be covered")
    void gapsToTheCode() {
        Territory some = Territory.of("some")
                .entry(DE.postalCode("00000..19999"))
                .entry(DE.postalCode("20000"))
                .entry(DE.postalCode("20007", "20002..20005"))
                .entry(DE.postalCode("20010..20029"))
                .entry(DE.postalCode("50000..59999"));
        TerritoryPlan.Builder plan = RandomMarket.builder(List.of(some))
                .coverage(DE.postalCode("20000..20010"))
                .coverage(DE.postalCode("20025..20030"))
                .coverage(DE.postalCode("3*"))
                .coverage(DE.postalCode("19999..20000"));

        assertThat(plan.faults())
                .extracting(fault -> fault.path() + " " + fault.value())
                .containsExactly(
                        "$.coverage[0].postalCode DE 20001",
                        "$.coverage[0].postalCode DE 20006",
                        "$.coverage[0].postalCode DE 20008..20009",
                        "$.coverage[1].postalCode DE 20030",
                        "$.coverage[2].postalCode DE 30000..39999");
    }

    @Test
    @DisplayName("suggest what was meant for the first twenty unknown parents, and tell all of them")
    void manyUnknownParents() {
        Territory[] all = new Territory[26];
        all[0] = Territory.of("north").where(DE);
        for (int i = 1; i < all.length; i++) {
            all[i] = Territory.of("t" + i).within("nort");
        }

        List<String> faults = faults(all);

        assertThat(faults).hasSize(25);
        assertThat(faults.subList(0, 20)).allMatch(fault -> fault.endsWith("Did you mean \"north\"?"));
        assertThat(faults.subList(20, 25)).allMatch(fault -> fault.endsWith("was \"nort\""));
    }

    @Test
    @DisplayName(
            "do not warn of an entry that is stronger than what takes all leads of it, though like ones elsewhere are stronger")
    void notShadowed() {
        assertThat(warnings(
                        Territory.of("strong").priority(5).where(Criteria.any().country("AT")),
                        Territory.of("weak").where(DE),
                        Territory.of("law").priority(1).where(DE.industry("law"))))
                .isEmpty();
    }

    private static String[] names(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + i).toArray(String[]::new);
    }

    private static String tooMany(String path) {
        return path + ": must be within 1000000 combinations of values in the whole plan, was more."
                + " An entry of 3 countries and 4 industries has 12.";
    }

    @Test
    @DisplayName("may have a million combinations of values together and no more; the first entry beyond that is told")
    void combinations() {
        Criteria thousands = Criteria.any().industry(names("i", 1_000)).source(names("s", 1_000));
        Territory full = Territory.of("full").where(thousands);
        assertThat(faults(full)).isEmpty();
        assertThat(faults(
                        full, Territory.of("one").where(DE), Territory.of("two").where(DE.source("s1"))))
                .containsExactly(tooMany("$.territories[1]"));
    }

    @Test
    @DisplayName("count each postal code of an entry with each combination of its other values")
    void combinationsWithPostalCodes() {
        String[] codes =
                IntStream.range(10_000, 10_101).mapToObj(Integer::toString).toArray(String[]::new);
        Criteria many = DE.postalCode(codes).industry(names("i", 100)).source(names("s", 100));
        assertThat(faults(
                        Territory.of("a").entry(DE).entry(many),
                        Territory.of("b").where(many)))
                .containsExactly(tooMany("$.territories[0].entries[1]"));
    }

    @Test
    @DisplayName("are refused with all faults together")
    void refused() {
        TerritoryPlan.Builder plan = RandomMarket.builder(
                List.of(Territory.of("a").where(DE), Territory.of("b").where(DE)));
        assertThatThrownBy(plan::build)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("territories has 1 fault");
    }

    @Test
    @Timeout(20)
    @DisplayName("of very many entries that all clash are checked in time that grows with their number")
    void many() {
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        for (int i = 0; i < 30_000; i++) {
            plan.territory(
                    Territory.of("t" + i).entry(DE.postalCode("80000..84999").industry("it")));
        }
        assertThat(plan.faults()).hasSize(29_999);
        assertThat(plan.warnings()).hasSize(29_999);
    }
}
