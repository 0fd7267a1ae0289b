package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.SchemaCheck;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final List<String> BOUNDS =
            List.of("\"atLeast\": 1", "\"moreThan\": 2", "\"atMost\": 7", "\"lessThan\": 8");
    private static final List<String> WINDOWS =
            List.of("\"within\": \"P30D\"", "\"days\": 7", "\"halfLife\": \"P7D\"", "\"most\": 3");

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

    @Test
    @DisplayName("where both can see a fault of bounds, windows and durations, schema and reader say the same")
    void readerAndSchemaAgree() {
        List<String> wholes = new ArrayList<>();
        for (int some = 0; some < 1 << BOUNDS.size(); some++) {
            String bounds = chosen(BOUNDS, some);
            wholes.add(model("{\"id\": \"a\", \"when\": {\"field\": \"employees\"" + bounds + "}, \"points\": 1}"));
            wholes.add(model("{\"id\": \"a\", \"number\": \"employees\", \"bands\": [{\"points\": 1" + bounds + "}]}"));
        }
        for (int some = 0; some < 1 << WINDOWS.size(); some++) {
            wholes.add(model("{\"id\": \"a\", \"each\": {\"interaction\": \"open\"}" + chosen(WINDOWS, some)
                    + ", \"points\": 1}"));
        }
        for (String span : List.of("P30D", "PT12H", "P1DT1.5S", "p30d", "-P1D", "PT1,5S", "P1M", "P", "PT", "P1DT")) {
            wholes.add(model("{\"id\": \"a\", \"each\": {\"interaction\": \"open\"}, \"within\": \"" + span
                    + "\", \"points\": 1}"));
        }
        int right = 0;
        for (String whole : wholes) {
            boolean fits = SchemaCheck.faults(ScoringModelJson.schema(), SchemaCheck.tree(whole))
                    .isEmpty();
            assertThat(fits).as(whole).isEqualTo(isRead(whole));
            right += fits ? 1 : 0;
        }
        assertThat(right).isBetween(10, wholes.size() - 10);
    }

    private static String chosen(List<String> members, int some) {
        StringBuilder chosen = new StringBuilder();
        for (int i = 0; i < members.size(); i++) {
            chosen.append((some >> i & 1) == 0 ? "" : ", " + members.get(i));
        }
        return chosen.toString();
    }

    private static String model(String rule) {
        return GOOD.substring(0, GOOD.indexOf("{\"id\"")) + rule + "]}]}";
    }

    private static boolean isRead(String text) {
        try {
            ScoringModelJson.read(
                    JsonDocument.of(text), FieldCatalog.of(Field.number("employees")), RuleRegistry.EMPTY);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }
}
