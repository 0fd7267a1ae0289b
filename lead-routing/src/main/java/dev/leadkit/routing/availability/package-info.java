/**
 * Who is there and when: hours, out of office with substitutes, and what happens when everybody is away. {@link
 * dev.leadkit.routing.availability.AvailabilityTimeline} answers it for all reps of a plan at once.
 */
@NullMarked
package dev.leadkit.routing.availability;

import org.jspecify.annotations.NullMarked;
