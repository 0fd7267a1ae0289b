/**
 * What looks at how much a rep has: the capacity stage, and the rankings by open leads and by fair share.
 */
@NullMarked
package dev.leadkit.routing.workload;

import org.jspecify.annotations.NullMarked;
