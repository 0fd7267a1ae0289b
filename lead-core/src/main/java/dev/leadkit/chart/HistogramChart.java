package dev.leadkit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Two distributions over the same bins, for example the scores of leads that converted and of those that did not. Each
 * is drawn as shares of its own total, so that a small group compares with a large one: the first as filled columns,
 * the second as a stepped line, which tells them apart without colour. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param first the name of the distribution drawn as columns
 * @param second the name of the distribution drawn as a line
 * @param bins the bins from left to right; none gives a chart with a dash
 */
public record HistogramChart(Caption caption, String first, String second, List<Bin> bins) {

    /**
     * Keeps a copy of the bins.
     *
     * @param caption what the chart is called and says
     * @param first the name of the distribution drawn as columns
     * @param second the name of the distribution drawn as a line
     * @param bins the bins from left to right
     */
    public HistogramChart {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param label the values that it holds; where the labels have no room, every other or fewer are drawn
     * @param first how many of the first distribution fall into it, 0 or more
     * @param second how many of the second distribution fall into it, 0 or more
     */
    public record Bin(String label, long first, long second) {

        /**
         * Checks the counts.
         *
         * @param label the values that it holds
         * @param first how many of the first distribution
         * @param second how many of the second distribution
         * @throws IllegalArgumentException if a count is below 0
         */
        public Bin {
            if (first < 0 || second < 0) {
                throw new IllegalArgumentException("counts must be 0 or more, was " + first + " and " + second);
            }
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every bin with the counts and shares of both
     * distributions. A distribution that is empty is not drawn, and its shares are dashes.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        Series columns = new Series(first, bins.stream().map(Bin::first).toList());
        Series line = new Series(second, bins.stream().map(Bin::second).toList());
        if (bins.isEmpty()) {
            picture.nothing();
        } else {
            Legend.draw(picture, columns, line);
            new Plot(bins.stream().map(Bin::label).toList(), columns, line).draw(picture, spoken(columns, line));
        }
        return picture.svg(spoken(columns, line));
    }

    private List<String> spoken(Series columns, Series line) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            sentences.add(bins.get(i).label() + ": " + columns.spoken(i) + ", " + line.spoken(i));
        }
        return sentences;
    }
}
