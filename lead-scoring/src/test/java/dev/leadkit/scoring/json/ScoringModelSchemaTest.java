package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.SchemaCheck;
import dev.leadkit.json.JsonText;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoringModelSchemaTest {

    private static final String GOOD = """
            {"$schema": "x", "format": "leadkit.scoring/1", "name": "b2b", "version": "3", "dimensions": [
              {"name": "fit", "rules": [{"id": "a", "when": {"field": "country", "is": "DE"}, "points": 10}]}]}
            """;

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyModelThatIsWrittenFitsTheSchema(@ForAll("models") ScoringModel model) {
        String text = JsonText.line(ScoringModelJson.write(model));
        assertThat(SchemaCheck.faults(ScoringModelJson.schema(), SchemaCheck.tree(text)))
                .as(text)
                .isEmpty();
    }

    @Test
    @DisplayName("the schema in docs is the one of the code, and the documented models fit it")
    void documented() throws IOException {
        Path docs = Path.of("..", "docs");
        assertThat(Files.readString(docs.resolve("scoring-model.schema.json"), StandardCharsets.UTF_8))
                .isEqualTo(ScoringModelJson.schema());
        String page = Files.readString(docs.resolve("scoring-model.md"), StandardCharsets.UTF_8);
        String[] blocks = page.split("```json\n", -1);
        for (int i = 1; i < blocks.length; i++) {
            Object tree = SchemaCheck.tree(blocks[i].substring(0, blocks[i].indexOf("\n```")));
            assertThat(SchemaCheck.faults(ScoringModelJson.schema(), tree)).isEmpty();
        }
        assertThat(blocks).hasSizeGreaterThan(1);
    }

    @Test
    void aGoodModelFits() {
        assertThat(SchemaCheck.faults(ScoringModelJson.schema(), SchemaCheck.tree(GOOD)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"format\": \"leadkit.scoring/1\"|\"format\": \"leadkit.scoring/9\"",
                "\"version\": \"3\"|\"verzion\": \"3\"",
                "\"version\": \"3\"|\"version\": \" \"",
                "\"version\": \"3\"|\"version\": \"3\", \"hash\": \"abc\"",
                "\"version\": \"3\"|\"version\": \"3\", \"grades\": [{\"grade\": \"A\", \"atLeast\": \"x\"}]",
                "\"version\": \"3\"|\"version\": \"3\", \"matrix\": {\"rows\": {}, \"columns\": {}}",
                "\"version\": \"3\"|\"version\": \"3\", \"timeZone\": {}",
                "\"version\": \"3\"|\"version\": \"3\", \"disqualify\": [{\"id\": \"x\", \"when\": {\"all\": []}}]",
                "\"points\": 10|\"points\": 1e999",
                "\"points\": 10|\"points\": \"10\"",
                "\"points\": 10|\"worth\": 10",
                "\"id\": \"a\", |",
                "\"is\": \"DE\"|\"equals\": \"DE\"",
                ", \"is\": \"DE\"|",
                "\"when\": {\"field\": \"country\", \"is\": \"DE\"}|\"each\": {\"interaction\": \"open\"}, \"within\": \"P1M\"",
                "\"when\": {\"field\": \"country\", \"is\": \"DE\"}|\"each\": {\"interaction\": \"open\"}, \"most\": 0",
                "\"when\": {\"field\": \"country\", \"is\": \"DE\"}, \"points\": 10|\"number\": \"employees\", \"bands\": []",
                "\"when\": {\"field\": \"country\", \"is\": \"DE\"}, \"points\": 10|\"number\": \"n\", \"bands\": [{\"points\": 1}]",
                "\"rules\": [|\"cap\": \"high\", \"rules\": [",
                "\"rules\": [|\"groups\": [{\"id\": \"g\", \"rules\": []}], \"rules\": ["
            })
    void aFaultThatASchemaCanSeeIsSeen(String change) {
        String[] parts = change.split("\\|", -1);
        String faulty = GOOD.replace(parts[0], parts[1]);
        assertThat(faulty).isNotEqualTo(GOOD);
        assertThat(SchemaCheck.faults(ScoringModelJson.schema(), SchemaCheck.tree(faulty)))
                .isNotEmpty();
    }
}
