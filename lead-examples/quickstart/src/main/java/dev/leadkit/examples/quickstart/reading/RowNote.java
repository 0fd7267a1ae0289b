package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.fault.Fault;
import java.util.List;

/**
 * Something to say about a row: why it is not part of a lead, or what about it is not as it should be.
 *
 * @param file the file's name
 * @param row which row, as a spreadsheet counts: the header is row 1
 * @param outcome what became of the row
 * @param faults everything there is to say
 */
public record RowNote(String file, long row, String outcome, List<Fault> faults) {}
