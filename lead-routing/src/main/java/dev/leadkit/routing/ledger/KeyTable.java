package dev.leadkit.routing.ledger;

import dev.leadkit.store.IdempotencyKey;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first result of each idempotency key. Whoever comes with a key that is being worked on waits for its result. */
final class KeyTable {

    private final Map<String, Used> keys = new ConcurrentHashMap<>();
    private final Queue<Used> inOrder = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    /** A key; guarded by itself. */
    private static final class Used {
        private final String key;
        private String payload = "";
        private @Nullable ReserveResult result;
        private Instant at = Instant.MIN;
        private boolean forgotten;

        Used(String key) {
            this.key = key;
        }
    }

    ReserveResult once(IdempotencyKey key, Instant now, Supplier<ReserveResult> first) {
        ReserveResult result = null;
        while (result == null) {
            result = tried(keys.computeIfAbsent(key.key(), Used::new), key.payload(), now, first);
        }
        return result;
    }

    private @Nullable ReserveResult tried(Used used, String payload, Instant now, Supplier<ReserveResult> first) {
        synchronized (used) {
            if (used.forgotten) {
                return null;
            }
            if (used.result == null) {
                used.result = first.get();
                used.payload = payload;
                used.at = now;
                inOrder.add(used);
                size.incrementAndGet();
            }
            return used.payload.equals(payload) ? used.result : new ReserveResult.KeyReused();
        }
    }

    int forget(Instant before, int most) {
        int forgotten = 0;
        Used oldest = inOrder.peek();
        while (forgotten < most && oldest != null && forgets(oldest, before)) {
            forgotten++;
            oldest = inOrder.peek();
        }
        return forgotten;
    }

    /** Forgets the oldest beyond a number. */
    void keep(int most) {
        while (size.get() > most) {
            Used oldest = inOrder.peek();
            if (oldest == null || !forgets(oldest, Instant.MAX)) {
                return;
            }
        }
    }

    private boolean forgets(Used used, Instant before) {
        synchronized (used) {
            if (!used.at.isBefore(before) || !inOrder.remove(used)) {
                return false;
            }
            size.decrementAndGet();
            used.forgotten = true;
            keys.remove(used.key);
            return true;
        }
    }
}
