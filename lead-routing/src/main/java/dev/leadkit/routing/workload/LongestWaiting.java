package dev.leadkit.routing.workload;

/** {@link Rankings#longestWaiting()}. */
final class LongestWaiting extends FieldRanking {

    @Override
    public boolean asksTurns() {
        return true;
    }

    @Override
    void prepare(Field field) {
        System.arraycopy(field.last, 0, field.key, 0, field.size);
    }

    @Override
    public Figure figure(Field field, int place) {
        return new Figure(field.last[place], 0, 0);
    }

    @Override
    public String words(Named winner, Named next) {
        return "longest waiting: " + last(winner) + ", " + last(next);
    }

    private static String last(Named one) {
        long last = one.of().figure();
        return last == 0 ? one.name() + " never got a lead" : one.name() + " got the last one as number " + last;
    }
}
