/**
 * The rankings of the library: fair shares, loads and waiting, compared in whole numbers over all who are eligible for a lead.
 */
@NullMarked
package dev.leadkit.routing.workload;

import org.jspecify.annotations.NullMarked;
