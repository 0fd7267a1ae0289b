package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.capture.Submission;

/**
 * A row of the leads file that could be read.
 *
 * @param number which row, as a spreadsheet counts
 * @param submission what it says
 */
public record LeadRow(long number, Submission submission) {}
