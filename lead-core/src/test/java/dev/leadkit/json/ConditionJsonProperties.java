package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ConditionJsonProperties {

    @Property
    void readingGivesWhatWasWritten(@ForAll("conditions") Condition condition) {
        Map<String, Object> tree = ConditionJson.write(condition);
        String text = JsonText.pretty(tree);
        Condition read = read(JsonDocument.of(text));
        assertThat(read).isEqualTo(condition).hasToString(condition.toString());
        assertThat(JsonText.pretty(ConditionJson.write(read))).isEqualTo(text);
        assertThat(read(JsonDocument.of(tree))).isEqualTo(condition);
    }

    private static Condition read(JsonDocument document) {
        return document.as("condition", json -> ConditionJson.read(json, LeadArbitraries.catalog()));
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return ConditionArbitraries.conditions();
    }
}
