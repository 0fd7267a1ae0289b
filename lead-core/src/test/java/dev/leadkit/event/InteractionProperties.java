package dev.leadkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class InteractionProperties {

    private static Map<String, String> properties(Map<String, String> of) {
        return new Interaction("t", Direction.INBOUND, Actor.AUTOMATED, of).properties();
    }

    @Property
    void propertiesAreAnImmutableMapInOrderOfTheNames(
            @ForAll @Size(max = 6) Map<@AlphaChars @StringLength(max = 2) String, String> given,
            @ForAll @AlphaChars @StringLength(max = 2) String name) {
        Map<String, String> properties = properties(given);
        assertThat(properties).isEqualTo(given).hasSameHashCodeAs(given).hasSize(given.size());
        assertThat(given).isEqualTo(properties);
        assertThat(List.copyOf(properties.entrySet())).isEqualTo(List.copyOf(new TreeMap<>(given).entrySet()));
        assertThat(properties.get(name)).isEqualTo(given.get(name));
        assertThat(properties.containsKey(name)).isEqualTo(given.containsKey(name));
        assertThat(properties(properties)).isEqualTo(given);
        assertThatThrownBy(() -> properties.put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void propertiesStayAsTheyWereGiven() {
        Map<String, String> given = new HashMap<>(Map.of("b", "2", "a", "1"));
        Map<String, String> properties = properties(given);
        given.put("a", "9");
        given.put("c", "3");
        assertThat(properties).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        var each = properties.entrySet().iterator();
        each.next();
        each.next();
        assertThatThrownBy(each::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aNameWithoutAValueIsRefused() {
        Map<String, String> hole = new HashMap<>();
        hole.put("a", null);
        assertThatThrownBy(() -> properties(hole)).isInstanceOf(NullPointerException.class);
    }
}
