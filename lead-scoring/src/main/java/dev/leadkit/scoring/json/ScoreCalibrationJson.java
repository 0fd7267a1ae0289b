package dev.leadkit.scoring.json;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.learn.ScoreCalibration;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON form of what the totals of a model have meant, version 1.
 *
 * <pre>{@code
 * {"format": "leadkit.calibration/1", "model": {"name": "learned", "version": "1", "hash": "9f86d0..."},
 *  "ranges": [{"from": 61, "won": 3, "of": 59}, {"from": 77.5, "won": 14, "of": 28}]}
 * }</pre>
 *
 * <p>{@code from} is in points, with at most three decimals. Ranges stand lowest first; each is of at least one lead and has a
 * greater rate than the one before. All members must be there, only the {@code hash} is left out for a scorer that keeps none.
 * Unknown members are faults.
 */
public final class ScoreCalibrationJson {

    /** What the member {@code format} must say. */
    public static final String FORMAT = "leadkit.calibration/1";

    private ScoreCalibrationJson() {}

    /**
     * Reads a calibration.
     *
     * @param document the JSON text, or a plain map
     * @return the calibration
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once, each with its JSON path
     */
    public static ScoreCalibration read(JsonDocument document) {
        return document.as("score calibration", ScoreCalibrationReader::read);
    }

    /**
     * Writes a calibration.
     *
     * @param calibration the calibration
     * @return a tree that {@link #read} reads as an equal calibration, for {@link dev.leadkit.json.JsonText}
     */
    public static Map<String, Object> write(ScoreCalibration calibration) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("model", VersionJson.write(calibration.model()));
        List<Map<String, Object>> ranges = calibration.calibration().bands().entrySet().stream()
                .map(range -> write(new Points(range.getKey()), range.getValue()))
                .toList();
        tree.put("ranges", ranges);
        return tree;
    }

    private static Map<String, Object> write(Points from, Proportion won) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", new BigDecimal(from.toString()));
        tree.put("won", BigDecimal.valueOf(won.successes()));
        tree.put("of", BigDecimal.valueOf(won.trials()));
        return tree;
    }
}
