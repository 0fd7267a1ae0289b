/** Which channels brought the customers: credit and money by model, to the last cent, with what no channel can claim beside it. */
@NullMarked
package dev.leadkit.metrics.attribution;

import org.jspecify.annotations.NullMarked;
