/**
 * CSV, read with every common habit of its writers and never stopped by a bad row, and written so that a spreadsheet runs
 * nothing of it. With a {@link dev.leadkit.capture.Mapping}, rows are read as submissions.
 */
@NullMarked
package dev.leadkit.csv;

import org.jspecify.annotations.NullMarked;
