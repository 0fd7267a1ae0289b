/**
 * Working time: weekly hours, holidays and absences in a time zone, and exact arithmetic with the time that is open. {@link
 * dev.leadkit.calendar.Calendar} is the one engine for shifts, SLA clocks and quiet hours.
 */
@NullMarked
package dev.leadkit.calendar;

import org.jspecify.annotations.NullMarked;
