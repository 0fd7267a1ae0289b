package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ScoringModel;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ScoringModelJsonProperties {

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAsTheSame(@ForAll("models") ScoringModel model) {
        String text = JsonText.pretty(ScoringModelJson.write(model));
        ScoringModel read = ScoringModelJson.read(
                JsonDocument.of(text), LeadArbitraries.catalog(), ScoringModelArbitraries.registry());
        assertThat(read).isEqualTo(model);
        assertThat(JsonText.pretty(ScoringModelJson.write(read))).isEqualTo(text);
    }
}
