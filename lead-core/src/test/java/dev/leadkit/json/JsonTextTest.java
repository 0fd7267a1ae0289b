package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTextTest {

    private static Map<String, Object> sample() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("text", "a \"b\" \\ \n é 😀");
        tree.put("numbers", Arrays.asList(1, 2L, new BigDecimal("1.50"), new BigDecimal("1E+3"), BigInteger.TEN));
        tree.put("nothing", null);
        tree.put("flags", List.of(true, false));
        tree.put("empty", List.of(Map.of(), List.of()));
        return tree;
    }

    @Test
    void prettyTextIsIndentedByTwoSpacesAndTheSameOnEverySystem() {
        assertThat(JsonText.pretty(sample())).isEqualTo("""
                        {
                          "text": "a \\"b\\" \\\\ \\n é \\uD83D\\uDE00",
                          "numbers": [
                            1,
                            2,
                            1.50,
                            1E+3,
                            10
                          ],
                          "nothing": null,
                          "flags": [
                            true,
                            false
                          ],
                          "empty": [
                            {},
                            []
                          ]
                        }""");
    }

    @Test
    void lineTextHasNoSpaces() {
        assertThat(JsonText.line(sample()))
                .isEqualTo("{\"text\":\"a \\\"b\\\" \\\\ \\n é \\uD83D\\uDE00\",\"numbers\":[1,2,1.50,1E+3,10],"
                        + "\"nothing\":null,\"flags\":[true,false],\"empty\":[{},[]]}");
    }

    @Test
    void hugeExponentIsWrittenAsExponent() {
        assertThat(JsonText.line(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(JsonText.line(new BigDecimal("1E-999999999"))).isEqualTo("1E-999999999");
    }

    @Test
    void inexactNumberIsRefused() {
        assertThatThrownBy(() -> JsonText.line(List.of(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exact number")
                .hasMessageEndingWith("was java.lang.Double");
    }

    @Test
    void nameThatIsNoTextIsRefused() {
        Map<Object, Object> tree = new HashMap<>();
        tree.put(1, "one");
        assertThatThrownBy(() -> JsonText.line(tree)).hasMessage("JSON name must be a text, was java.lang.Integer");
    }

    @Test
    void listThatContainsItselfIsRefused() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        assertThatThrownBy(() -> JsonText.line(loop))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON tree must be nested at most 500 deep, was deeper");
    }
}
