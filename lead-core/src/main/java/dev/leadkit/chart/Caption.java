package dev.leadkit.chart;

/**
 * What a chart is called and what it says. Both are drawn above the chart; both and all figures make up its text
 * alternative. Immutable and thread-safe.
 *
 * @param title the name of the chart, not blank; longer than two lines is shortened in the drawing
 * @param description a sentence that explains it, may be empty; longer than three lines is shortened in the drawing
 */
public record Caption(String title, String description) {

    /**
     * Checks that the chart has a name.
     *
     * @param title the name of the chart
     * @param description a sentence that explains it
     * @throws IllegalArgumentException if the title is blank
     */
    public Caption {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must be non-blank, was '" + title + "'");
        }
        description = description.strip();
    }
}
