package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.scoring.learn.ScoreCalibration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A calibration in JSON")
final class ScoreCalibrationJsonTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String SMALL =
            "{\"format\":\"leadkit.calibration/1\",\"model\":{\"name\":\"m\",\"version\":\"1\",\"hash\":\"" + HASH
                    + "\"},\"ranges\":[{\"from\":-2.5,\"won\":0,\"of\":4},{\"from\":61,\"won\":3,\"of\":59}]}";

    private static ScoreCalibration read(String json) {
        return ScoreCalibrationJson.read(JsonDocument.of(json));
    }

    private static List<String> faults(String json) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(json));
        return refused.faults().stream().map(Fault::toString).toList();
    }

    @Test
    @DisplayName("is written as the page says, and read as the same")
    void form() {
        ScoreCalibration calibration = new ScoreCalibration(
                new ModelRef("m", "1", "", "", HASH),
                Calibration.of(new TreeMap<>(Map.of(-2_500L, new Proportion(0, 4), 61_000L, new Proportion(3, 59)))));
        assertThat(JsonText.line(ScoreCalibrationJson.write(calibration))).isEqualTo(SMALL);
        assertThat(read(SMALL)).isEqualTo(calibration);
    }

    @Test
    @DisplayName("needs no hash where the scorer keeps none, and no range where nothing was counted")
    void leastForm() {
        String least =
                "{\"format\":\"leadkit.calibration/1\",\"model\":{\"name\":\"m\",\"version\":\"1\"},\"ranges\":[]}";
        assertThat(read(least))
                .isEqualTo(new ScoreCalibration(new ModelRef("m", "1"), Calibration.of(new TreeMap<>())));
        assertThat(JsonText.line(ScoreCalibrationJson.write(read(least)))).isEqualTo(least);
    }

    @Test
    @DisplayName("is refused with everything that is wrong, each with its place")
    void allAtOnce() {
        assertThat(faults("""
                        {"format": "leadkit.calibration/2", "model": {"name": "m", "verzion": "1", "hash": "abc"}, "more": 1, "ranges": [
                          {"from": 10, "won": 1, "of": 10},
                          {"from": 10, "won": 2, "of": 10},
                          {"from": 20, "won": 1, "of": 10},
                          {"from": 1.2345, "won": 11, "of": 10},
                          {"from": 1e999999999, "won": -1, "of": 0},
                          {"from": "30", "won": 1.5},
                          {"from": 30, "won": 2, "of": 10, "lost": 8},
                          {"from": 9223372036854775.808, "won": 3, "of": 10},
                          7]}
                        """))
                .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
                .containsExactlyInAnyOrder(
                        "$.format",
                        "$.model.verzion",
                        "$.model.version",
                        "$.more",
                        "$.ranges[1].from",
                        "$.ranges[2]",
                        "$.ranges[3].from",
                        "$.ranges[3].won",
                        "$.ranges[4].from",
                        "$.ranges[4].won",
                        "$.ranges[4].of",
                        "$.ranges[5].from",
                        "$.ranges[5].won",
                        "$.ranges[5].of",
                        "$.ranges[6].lost",
                        "$.ranges[7].from",
                        "$.ranges[8]");
        assertThat(faults("{}"))
                .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
                .containsExactlyInAnyOrder("$.format", "$.model", "$.ranges");
        assertThat(faults("[1]")).hasSize(1);
        assertThat(faults(SMALL.replace(HASH, "abc")))
                .singleElement()
                .asString()
                .startsWith("$.model: ");
    }

    @Test
    @DisplayName("names the range that does not rise, and what it must be")
    void hints() {
        assertThat(faults(SMALL.replace("\"won\":3", "\"won\":0")))
                .singleElement()
                .asString()
                .startsWith("$.ranges[1]: must be won more often than the range before, was ")
                .endsWith(". Chances never fall: put both ranges together.");
        assertThat(faults(SMALL.replace("61", "-3")))
                .containsExactly("$.ranges[1].from: must be more than that of the range before, was -3."
                        + " Ranges stand lowest first.");
    }
}
