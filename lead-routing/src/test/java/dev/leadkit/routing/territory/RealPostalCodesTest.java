package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The data is of others and stays where it is; without it these tests are skipped and say so. */
@DisplayName("Territories by real postal codes")
final class RealPostalCodesTest {

    private static List<String[]> rows(String name) throws IOException {
        Path file = Path.of(System.getProperty("lead.data", "../../shared/data"))
                .resolve("territory")
                .resolve(name);
        assumeTrue(
                Files.isRegularFile(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize()
                        + " (-Dlead.data=DIR names its folder)");
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** One territory for each state, with an entry for each row. */
    private static TerritoryPlan plan(String country, List<String[]> rows, boolean ranges) {
        Map<String, Territory> states = new TreeMap<>();
        for (String[] row : rows) {
            String state = row[ranges ? 0 : 1];
            String span = ranges ? row[1] + ".." + row[2] : row[0] + "*";
            states.merge(
                    state,
                    Territory.of(state)
                            .where(Criteria.any().country(country))
                            .entry(Criteria.any().postalCode(span)),
                    (one, more) -> one.entry(Criteria.any().postalCode(span)));
        }
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        states.values().forEach(plan::territory);
        return plan.build();
    }

    private static Optional<String> find(TerritoryMap map, TerritoryFinder finder, String country, String code) {
        Lead lead = Lead.builder(new LeadId("x"))
                .set(StandardFields.COUNTRY, country)
                .set(StandardFields.POSTAL_CODE, code)
                .build();
        int found = finder.find(Facts.of(lead, RandomMarket.NOW));
        return found == TerritoryMap.NONE ? Optional.empty() : Optional.of(map.id(found));
    }

    @Test
    @DisplayName("of the United States fall into the state of their first three digits")
    void unitedStates() throws IOException {
        List<String[]> rows = rows("us_zip3_state.csv");
        TerritoryMap map = TerritoryMap.of(plan("US", rows, false));
        TerritoryFinder finder = map.finder();
        Map<String, String> byPrefix = new TreeMap<>();
        rows.forEach(row -> byPrefix.put(row[0], row[1]));
        for (int code = 0; code < 100_000; code += 7) {
            String zip = Integer.toString(100_000 + code).substring(1);
            assertThat(find(map, finder, "US", zip + (code % 2 == 0 ? "" : "-0042")))
                    .isEqualTo(Optional.ofNullable(byPrefix.get(zip.substring(0, 3))));
        }
    }

    @Test
    @DisplayName("of Brazil fall into the state whose range they are in")
    void brazil() throws IOException {
        List<String[]> rows = rows("br_cep5_state_ranges.csv");
        TerritoryPlan plan = plan("BR", rows, true);
        TerritoryMap map = TerritoryMap.of(plan);
        TerritoryFinder finder = map.finder();
        for (int code = 0; code < 100_000; code += 11) {
            int place = code;
            List<String> states = new ArrayList<>();
            rows.stream()
                    .filter(row -> Integer.parseInt(row[1]) <= place && place <= Integer.parseInt(row[2]))
                    .forEach(row -> states.add(row[0]));
            String cep = Integer.toString(100_000 + code).substring(1) + "-123";
            assertThat(find(map, finder, "BR", cep).stream().toList()).isEqualTo(states);
        }
        TerritoryPlan.Builder all = TerritoryPlan.builder();
        plan.territories().forEach(all::territory);
        all.coverage(Criteria.any().country("BR").postalCode("00000..00999", "01000..99999"));
        assertThat(all.faults())
                .extracting(Fault::value)
                .containsExactly("BR 00000000..00999999", "BR 78900000..78999999");
    }
}
