package dev.leadkit.scoring.explain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Draws the picture of an explanation that the documentation shows; a test compares it with the file. */
final class ScorePicture {

    private ScorePicture() {}

    static String svg() {
        return ScoreChart.of(Documented.explanation(Documented.NOW), Sentences.of(Locale.ENGLISH))
                        .svg()
                + "\n";
    }

    /** Writes the picture into the folder that is given. */
    public static void main(String[] folder) throws IOException {
        Files.writeString(Path.of(folder[0], "scoring-explanation.svg"), svg(), StandardCharsets.UTF_8);
    }
}
