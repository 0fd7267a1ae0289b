package dev.leadkit.calendar;

import java.util.List;

/** Hours made ready to be asked for the intervals of any stretch of time. Immutable. */
@FunctionalInterface
interface Part {

    /** The open intervals in seconds of the epoch, from the first second on to the last, which is not included. */
    Intervals within(long from, long until);

    static Part of(OpenHours hours) {
        if (hours instanceof OpenHours.Any any) {
            List<Part> parts = any.of().stream().map(Part::of).toList();
            return (from, until) -> Intervals.union(
                    parts.stream().map(part -> part.within(from, until)).toList());
        }
        if (hours instanceof OpenHours.All all) {
            List<Part> parts = all.of().stream().map(Part::of).toList();
            return (from, until) -> all(parts, from, until);
        }
        if (hours instanceof OpenHours.Except difference) {
            Part open = of(difference.open());
            Part except = of(difference.except());
            return (from, until) -> open.within(from, until).minus(except.within(from, until));
        }
        return new LocalPart((WorkingHours) hours);
    }

    private static Intervals all(List<Part> parts, long from, long until) {
        Intervals common = Intervals.of(from, until);
        for (Part part : parts) {
            common = common.and(part.within(from, until));
        }
        return common;
    }
}
