package dev.leadkit.condition.index;

import dev.leadkit.condition.LeadZone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a lead that somebody asks for the age of, each as its second and its nanosecond. Where the lead itself may name
 * its time zone, calendar days wait for it: it may be told after them. For one thread.
 */
final class Dates {

    private final LeadZone whose;
    private final long[] words;

    /** The calendar days that wait; none where all days begin by one zone. */
    private final @Nullable LocalDate[] days;

    private ZoneId zone;
    private boolean isStale;

    Dates(int slots, Optional<LeadZone> whose) {
        this.whose = whose.orElse(LeadZone.UTC);
        this.words = new long[2 * slots];
        this.days = new LocalDate[this.whose.field().isPresent() ? slots : 0];
        this.zone = this.whose.zone();
        clear();
    }

    int length() {
        return words.length;
    }

    /** Forgets all. */
    void clear() {
        if (words.length > 0) {
            Arrays.fill(words, AgeSlot.NEVER);
            Arrays.fill(days, null);
            zone = whose.zone();
            isStale = false;
        }
    }

    /** Days that are set from now on begin by this zone. */
    void in(ZoneId known) {
        zone = known;
    }

    /** The lead names its zone. */
    void zone(@Nullable String name) {
        zone = whose.named(name);
        isStale = true;
    }

    void set(int slot, @Nullable Object date) {
        if (days.length > 0) {
            days[slot] = date instanceof LocalDate day ? day : null;
        }
        words[2 * slot] = date == null ? AgeSlot.NEVER : AgeSlot.second(date, zone);
        words[2 * slot + 1] = date == null ? 0 : AgeSlot.nano(date);
    }

    /** Good until the next change. */
    long[] words() {
        if (isStale) {
            for (int slot = 0; slot < days.length; slot++) {
                LocalDate day = days[slot];
                if (day != null) {
                    words[2 * slot] = AgeSlot.second(day, zone);
                }
            }
            isStale = false;
        }
        return words;
    }
}
