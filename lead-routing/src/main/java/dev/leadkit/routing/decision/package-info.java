/**
 * What routing answers: a {@link dev.leadkit.routing.decision.Decision} with its reasons, kept as figures and put into words only
 * when somebody reads them.
 */
@NullMarked
package dev.leadkit.routing.decision;

import org.jspecify.annotations.NullMarked;
