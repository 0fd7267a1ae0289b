package dev.leadkit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Faults;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.MapArbitrary;
import org.jspecify.annotations.Nullable;

final class JsonTextProperties {

    @Property(tries = 300)
    void readingGivesWhatWasWritten(@ForAll("trees") @Nullable Object tree) {
        assertThat(read(JsonText.line(tree))).isEqualTo(tree);
        assertThat(read(JsonText.pretty(tree))).isEqualTo(tree);
    }

    @Property(tries = 300)
    void everyTextSurvivesItsEncoding(@ForAll("texts") String text) {
        String written = JsonText.line(text);
        assertThat(read(new String(written.getBytes(UTF_8), UTF_8))).isEqualTo(text);
    }

    @Property(tries = 300)
    void writingIsTheSameForAHostsMapAndItsText(@ForAll("objects") Map<String, Object> tree) {
        assertThat(all(JsonDocument.of(tree))).isEqualTo(all(JsonDocument.of(JsonText.line(tree))));
    }

    private static String all(JsonDocument document) {
        return document.as("tree", json -> Optional.of(walk(json)));
    }

    private static String walk(JsonCursor json) {
        if (json.isObject()) {
            return json.members().values().stream()
                    .map(JsonTextProperties::walk)
                    .toList()
                    .toString();
        }
        if (json.isList()) {
            return json.items().stream().map(JsonTextProperties::walk).toList().toString();
        }
        String value = json.isNumber()
                ? json.number().orElseThrow().toString()
                : json.isText()
                        ? json.anyText().orElseThrow()
                        : String.valueOf(json.isFlag() && json.flag().get());
        return json.path() + " " + value;
    }

    private static @Nullable Object read(String text) {
        Faults faults = new Faults();
        Object tree = JsonText.read(new StringReader(text), faults);
        assertThat(faults.list()).isEmpty();
        return tree;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(20);
    }

    private static Arbitrary<BigDecimal> numbers() {
        Arbitrary<Integer> scales = Arbitraries.integers().between(-300, 300);
        return Combinators.combine(Arbitraries.bigIntegers(), scales).as(BigDecimal::new);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return trees(2).map().ofMaxSize(4);
    }

    private Trees trees(int depth) {
        return new Trees(depth);
    }

    @Provide
    Arbitrary<Object> trees() {
        return trees(3).any();
    }

    /** Trees up to a depth. */
    private final class Trees {

        private final int depth;

        private Trees(int depth) {
            this.depth = depth;
        }

        Arbitrary<Object> any() {
            Arbitrary<Object> leaf = Arbitraries.oneOf(texts(), numbers(), Arbitraries.of(true, false))
                    .map(Object.class::cast);
            return depth == 0
                    ? leaf.injectNull(0.1)
                    : Arbitraries.frequencyOf(
                            Tuple.of(3, leaf.injectNull(0.1)),
                            Tuple.of(1, new Trees(depth - 1).map().ofMaxSize(4).map(Object.class::cast)),
                            Tuple.of(
                                    1,
                                    new Trees(depth - 1)
                                            .any()
                                            .list()
                                            .ofMaxSize(4)
                                            .map(Object.class::cast)));
        }

        MapArbitrary<String, Object> map() {
            return Arbitraries.maps(texts(), any());
        }
    }
}
