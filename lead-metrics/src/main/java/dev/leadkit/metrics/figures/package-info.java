/**
 * All figures at once: {@link dev.leadkit.metrics.figures.FiguresFold} takes lead after lead in one pass and gives
 * {@link dev.leadkit.metrics.figures.Figures}, which reports and JSON are made of.
 */
@NullMarked
package dev.leadkit.metrics.figures;

import org.jspecify.annotations.NullMarked;
