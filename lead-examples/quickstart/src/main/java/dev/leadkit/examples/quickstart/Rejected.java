package dev.leadkit.examples.quickstart;

import dev.leadkit.fault.Fault;
import java.util.List;

/**
 * A row that did not become part of a lead.
 *
 * @param file the file's name
 * @param row which row, the first behind the header is 1
 * @param outcome what became of it
 * @param faults every reason
 */
record Rejected(String file, long row, String outcome, List<Fault> faults) {}
