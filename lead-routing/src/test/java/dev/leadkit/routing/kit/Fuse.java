package dev.leadkit.routing.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Counts calls to ports, and lets the process die before or after one of them: whatever it calls from then on does not come through. */
public final class Fuse {

    private final Set<String> counted;
    private final boolean after;
    private int left;

    /** The process is gone. */
    public static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A fuse that burns once.
     *
     * @param counted the names of the methods that count
     * @param calls how many calls come through
     * @param after whether the next one still comes through, and only its answer does not
     */
    public Fuse(Set<String> counted, int calls, boolean after) {
        this.counted = Set.copyOf(counted);
        this.left = calls;
        this.after = after;
    }

    /**
     * A port whose calls are counted.
     *
     * @param type the port
     * @param real who answers
     * @param <T> the port
     * @return the same, until the fuse burns
     */
    public <T> T guard(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                Fuse.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean last = counted.contains(method.getName()) && left-- <= 0;
                    if (last && (!after || left < -1)) {
                        throw new Died();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (last) {
                            throw new Died();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
