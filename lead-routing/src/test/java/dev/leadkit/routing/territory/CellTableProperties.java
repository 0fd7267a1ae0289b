package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CellTableProperties {

    private static final int WIDTH = 3;

    @Test
    @DisplayName("combinations of neighbouring numbers are spread like any others")
    void spread() {
        Set<Integer> hashes = new HashSet<>();
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < 30 * 30 * 30; i++) {
            int hash = CellTable.hash(new int[] {7, i % 30, i / 30 % 30, i / 900, 7}, 1, WIDTH);
            hashes.add(hash);
            slots.add(hash & 0xFFFF);
        }
        assertThat(hashes).as("of 27,000; by chance some 10 fewer").hasSizeGreaterThan(26_950);
        assertThat(slots).as("of 65,536; by chance some 22,100").hasSizeGreaterThan(21_500);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void combinationsAreNumberedAsAPlainMapNumbersThem(@ForAll long seed) {
        Random random = new Random(seed);
        CellTable table = new CellTable(WIDTH);
        Map<List<Integer>, Integer> plain = new HashMap<>();
        int values = 2 + random.nextInt(20);
        for (int i = 0; i < 600; i++) {
            int[] key = random.ints(WIDTH, CellTable.NONE, values).toArray();
            List<Integer> known = Arrays.stream(key).boxed().collect(Collectors.toList());
            assertThat(table.find(key)).isEqualTo(plain.getOrDefault(known, CellTable.NONE));
            if (random.nextBoolean()) {
                int fresh = plain.size();
                assertThat(table.add(key)).isEqualTo(plain.computeIfAbsent(known, none -> fresh));
            }
            assertThat(table.size()).isEqualTo(plain.size());
        }
        plain.forEach((key, cell) -> {
            int[] copy = new int[WIDTH];
            table.copy(cell, copy);
            assertThat(copy).containsExactly(key.stream().mapToInt(i -> i).toArray());
        });
    }
}
