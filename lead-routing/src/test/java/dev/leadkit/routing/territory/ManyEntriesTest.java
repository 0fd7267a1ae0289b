package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hundred thousand entries")
final class ManyEntriesTest {

    private static final int TERRITORIES = 500;

    private final SplittableRandom chance = new SplittableRandom(11);
    private final List<List<TerritoryEntry>> entries = new ArrayList<>();

    /** Who has a code, then who has a beginning: what a clerk would write down. */
    private final Map<String, String> byCode = new HashMap<>();

    private final Map<String, String> byBeginning = new HashMap<>();

    private void add(Criteria criteria, Map<String, String> written, List<String> keys) {
        int territory = chance.nextInt(TERRITORIES);
        entries.get(territory).add(new TerritoryEntry(criteria, OptionalInt.empty()));
        keys.forEach(key -> written.put(key, "t" + territory));
    }

    /** American codes and beginnings of them, German ranges of ten codes. */
    private TerritoryPlan plan() {
        for (int i = 0; i < TERRITORIES; i++) {
            entries.add(new ArrayList<>());
        }
        Criteria us = Criteria.any().country("US");
        for (int code = 0; code < 100_000; code++) {
            if (code % 100 < 91) {
                String digits = "%05d".formatted(code);
                add(us.postalCode(digits), byCode, List.of("US" + digits));
            }
        }
        for (int first = 0; first < 1_000; first++) {
            String digits = "%03d".formatted(first);
            add(us.postalCode(digits + "*"), byBeginning, List.of("US" + digits));
        }
        for (int ten = 0; ten < 8_000; ten++) {
            String digits = "%04d".formatted(ten);
            List<String> codes = new ArrayList<>();
            for (int last = 0; last < 10; last++) {
                codes.add("DE" + digits + last);
            }
            add(Criteria.any().country("DE").postalCode(digits + "0.." + digits + "9"), byCode, codes);
        }
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        for (int i = 0; i < TERRITORIES; i++) {
            Territory bare = Territory.of("t" + i);
            plan.territory(new Territory(
                    bare.id(), bare.parent(), bare.criteria(), entries.get(i), bare.priority(), bare.exclusive()));
        }
        return plan.build();
    }

    private static Facts lead(String country, String code) {
        LeadId id = new LeadId(country + code);
        EventHeader header = new EventHeader(EventId.derived(id, "update"), id, RandomMarket.NOW, RandomMarket.NOW);
        FieldValues values = FieldValues.builder()
                .set(StandardFields.COUNTRY, country)
                .set(StandardFields.POSTAL_CODE, code)
                .build();
        return Facts.of(
                LeadHistory.of(id, List.of(Updated.of(header, new Origin("test", "1", true), values))),
                RandomMarket.NOW);
    }

    @Test
    @DisplayName("give each lead the territory that a list of codes gives it")
    void agree() {
        TerritoryMap map = TerritoryMap.of(plan());
        TerritoryFinder finder = map.finder();
        assertThat(entries.stream().mapToInt(List::size).sum()).isEqualTo(100_000);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String country = i % 3 == 0 ? "DE" : "US";
            String code = "%05d".formatted(chance.nextInt(100_000));
            String expected = byCode.getOrDefault(
                    country + code, byBeginning.getOrDefault(country + code.substring(0, 3), "none"));

            int number = finder.find(lead(country, code));

            assertThat(number == TerritoryMap.NONE ? "none" : map.id(number))
                    .as("%s %s", country, code)
                    .isEqualTo(expected);
            found += number == TerritoryMap.NONE ? 0 : 1;
        }
        assertThat(found).isBetween(18_000, 19_500);
    }
}
