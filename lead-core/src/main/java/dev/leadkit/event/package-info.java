/**
 * What happened to a lead. {@link dev.leadkit.event.LeadEvent} is sealed: these are all the kinds there are. Events are
 * facts and never change; a {@link dev.leadkit.event.LeadHistory} is a set of them, and the state of a lead is its fold.
 *
 * <p>Every event carries two instants: when it happened, which is what figures count by, and when it was recorded, which
 * is what "what did we know then" cuts on. Personal data stands in a section of its own, which can be erased without
 * losing the rest.
 */
@NullMarked
package dev.leadkit.event;

import org.jspecify.annotations.NullMarked;
