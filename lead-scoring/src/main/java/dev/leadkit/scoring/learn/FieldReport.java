package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.Proportion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one field alone says of the outcome. The areas are cross-validated: what a value is worth was learned from other
 * leads than those that it is judged by.
 *
 * @param name the field's name, or that of the question
 * @param bins how many bins may earn points, one for missing values among them; a bin of too few leads counts as average
 * @param winners how many of the winners have it filled
 * @param losers how many of the losers have it filled
 * @param auc the area under the ROC curve of the field alone, a missing value being a value
 * @param auc95 the range that holds the true area with 95 % confidence
 * @param aucWhereFilled the same area among those leads only that have it filled
 * @param informationValue how far winners and losers differ in it: over all bins the sum of
 *     {@code (w - l) * ln(w / l)}, {@code w} and {@code l} being the bin's shares of winners and losers, half a lead added to
 *     each count; below 0.02 it says nothing, from 0.3 it says much (Siddiqi 2006); three digits after the point
 * @param signs what gives it away as a leak; empty for most
 */
public record FieldReport(
        String name,
        int bins,
        Proportion winners,
        Proportion losers,
        Measure auc,
        Optional<Interval> auc95,
        Measure aucWhereFilled,
        BigDecimal informationValue,
        List<LeakSign> signs) {

    /**
     * Keeps a copy of the signs.
     *
     * @param name the field's name
     * @param bins how many bins
     * @param winners how many of the winners have it filled
     * @param losers how many of the losers have it filled
     * @param auc the area of the field alone
     * @param auc95 its interval
     * @param aucWhereFilled the area where it is filled
     * @param informationValue how far winners and losers differ in it
     * @param signs what gives it away as a leak
     */
    public FieldReport {
        signs = List.copyOf(signs);
    }
}
