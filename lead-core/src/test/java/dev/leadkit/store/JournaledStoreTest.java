package dev.leadkit.store;

import dev.leadkit.core.kit.DurableLeadStoreContract;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The smallest durable store there is: a journal of what was asked for, told again to a store in memory when it is opened. */
final class JournaledStoreTest extends DurableLeadStoreContract {

    private static final Set<String> CHANGES =
            Set.of("commit", "redact", "forget", "claim", "complete", "postpone", "failed", "keep", "remove");

    /** What was asked for. */
    private interface Change {
        Object on(LeadStore store);
    }

    private final IdentityHashMap<LeadStore, List<Change>> journals = new IdentityHashMap<>();

    @Override
    protected LeadStore newStore() {
        journals.clear();
        return open(new ArrayList<>(), Integer.MAX_VALUE);
    }

    @Override
    protected int sequences() {
        return 50;
    }

    @Override
    protected LeadStore reopen(LeadStore store) {
        return dying(store, Integer.MAX_VALUE);
    }

    @Override
    protected LeadStore dying(LeadStore store, int calls) {
        return open(journals.get(store), calls);
    }

    private LeadStore open(List<Change> journal, int calls) {
        LeadStore memory = LeadStore.inMemory();
        journal.forEach(each -> each.on(memory));
        Life life = new Life(memory, journal, calls);
        Map<String, Object> parts = Map.of(
                "outbox", life.recording(Outbox.class, LeadStore::outbox, Map.of()),
                "quarantine", life.recording(Quarantine.class, LeadStore::quarantine, Map.of()));
        LeadStore store = life.recording(LeadStore.class, whole -> whole, parts);
        journals.put(store, journal);
        return store;
    }

    /** A process that can use the medium of its journal so many times before it dies. */
    private static final class Life {

        private final LeadStore memory;
        private final List<Change> journal;
        private int left;

        Life(LeadStore memory, List<Change> journal, int calls) {
            this.memory = memory;
            this.journal = journal;
            this.left = calls;
        }

        <T> T recording(Class<T> port, Function<LeadStore, T> part, Map<String, Object> parts) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                if (parts.containsKey(method.getName())) {
                    return parts.get(method.getName());
                }
                return CHANGES.contains(method.getName())
                        ? change(store -> invoke(part.apply(store), method, arguments))
                        : invoke(part.apply(memory), method, arguments);
            };
            return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
        }

        private synchronized Object change(Change change) {
            use();
            Object result = change.on(memory);
            journal.add(change);
            use();
            return result;
        }

        private void use() {
            if (left-- <= 0) {
                throw new IllegalStateException("the process is dead");
            }
        }

        private static Object invoke(Object on, Method method, Object[] arguments) {
            try {
                return method.invoke(on, arguments);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
