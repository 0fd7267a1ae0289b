package dev.leadkit.examples.quickstart.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mappings, models and plans that come with the quickstart. */
final class Presets {

    static final String SAMPLE = "sample";
    static final List<String> NAMES = List.of(SAMPLE, "xeducation");

    private Presets() {}

    /** Reads a file of a known preset. */
    static String text(String preset, String file) throws IOException {
        try (InputStream in = Presets.class.getResourceAsStream("/presets/" + preset + "/" + file)) {
            if (in == null) {
                throw new IllegalStateException("preset " + preset + " must have a " + file + ", was missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
