package dev.leadkit.routing.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds an order in which calls that ran at the same time may have happened one after the other, if there is one: Wing and
 * Gong, "Testing and verifying concurrent objects" (1993). Tries them all, so it is for a handful of calls.
 *
 * @param <S> what the calls are made on
 */
final class Linearizing<S> {

    private final Supplier<S> fresh;
    private final List<Call<S>> calls;

    /** Something to do, and what it answers. */
    interface Deed<S> {
        Object on(S subject);
    }

    /** A call: what it does, what it answered, and the moments (of any clock) between which it ran. */
    record Call<S>(String name, Deed<S> deed, Object answer, long from, long to) {

        boolean isBefore(Call<S> other) {
            return to < other.from;
        }

        @Override
        public String toString() {
            return name + " -> " + answer + " in " + from + ".." + to;
        }
    }

    Linearizing(Supplier<S> fresh, List<Call<S>> calls) {
        this.fresh = fresh;
        this.calls = List.copyOf(calls);
    }

    boolean isPossible() {
        return canGoOn(new ArrayList<>());
    }

    private boolean canGoOn(List<Call<S>> order) {
        if (order.size() == calls.size()) {
            return true;
        }
        for (Call<S> next : calls) {
            if (!order.contains(next) && mayBeNext(next, order) && answers(order, next)) {
                order.add(next);
                if (canGoOn(order)) {
                    return true;
                }
                order.remove(next);
            }
        }
        return false;
    }

    private boolean mayBeNext(Call<S> next, List<Call<S>> order) {
        return calls.stream().noneMatch(other -> other.isBefore(next) && !order.contains(other));
    }

    private boolean answers(List<Call<S>> order, Call<S> next) {
        S subject = fresh.get();
        order.forEach(call -> call.deed().on(subject));
        return next.deed().on(subject).equals(next.answer());
    }
}
