/**
 * What can be said of conditions without any lead: {@link dev.leadkit.condition.logic.Logic} proves that one can never be
 * true, that one always is, or that one follows from another. Whoever checks rules before they are used asks here.
 */
@NullMarked
package dev.leadkit.condition.logic;

import org.jspecify.annotations.NullMarked;
