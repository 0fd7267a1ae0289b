package dev.leadkit.routing.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The latest changes. Writers never wait; a reader stops before a change that has its position and is not written yet. */
final class ChangeRing {

    private static final int SIZE = 1 << 14;

    private final AtomicReferenceArray<Change> ring = new AtomicReferenceArray<>(SIZE);
    private final AtomicLong last = new AtomicLong();

    void add(Change.Sort sort, Place place, long step, String reason) {
        Change change = new Change(last.incrementAndGet(), sort, place, step, reason);
        int index = index(change.position());
        Change before = ring.get(index);
        // who is not a whole ring behind need not look at what was written so long ago, which is in no near cache
        while ((last.get() - change.position() < SIZE || isOlder(before, change))
                && !ring.compareAndSet(index, before, change)) {
            before = ring.get(index);
        }
    }

    private static boolean isOlder(@Nullable Change before, Change change) {
        return before == null || before.position() < change.position();
    }

    private static int index(long position) {
        return (int) position & (SIZE - 1);
    }

    Changes after(long after, int most) {
        List<Change> list = new ArrayList<>();
        boolean complete = true;
        long position = after + 1;
        if (last.get() - position >= SIZE) {
            position = oldestKept();
            complete = false;
        }
        while (list.size() < most) {
            Change change = ring.get(index(position));
            if (change == null || change.position() < position) {
                break;
            }
            if (change.position() == position) {
                list.add(change);
                position++;
            } else {
                list.clear();
                position = oldestKept();
                complete = false;
            }
        }
        return new Changes(list, complete);
    }

    /** Writers go on meanwhile, so it is not the very oldest. */
    private long oldestKept() {
        return last.get() - AssignmentLedger.CHANGES_KEPT + 1;
    }
}
