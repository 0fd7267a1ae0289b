/**
 * Small charts as SVG text: {@link dev.leadkit.chart.BarChart}, {@link dev.leadkit.chart.FunnelChart},
 * {@link dev.leadkit.chart.HistogramChart} and {@link dev.leadkit.chart.WaterfallChart}, each a value with one method. Equal charts give equal text on every machine; a
 * chart has no script, no link and no id, so that many fit in one page. A page may style the classes {@code lk-chart}
 * (the picture), {@code lk-first} and {@code lk-second} (the two colours),
 * {@code lk-less} (what takes away), {@code lk-sum} (sums), {@code lk-quiet} (secondary text) and
 * {@code lk-halo} and {@code lk-over} (the ground around whiskers, lines and words).
 */
@NullMarked
package dev.leadkit.chart;

import org.jspecify.annotations.NullMarked;
