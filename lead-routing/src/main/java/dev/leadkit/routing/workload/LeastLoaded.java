package dev.leadkit.routing.workload;

/** {@link Rankings#leastLoaded()} and {@link Rankings#leastLoadedRelative()}. */
final class LeastLoaded extends FieldRanking {

    private final boolean relative;

    LeastLoaded(boolean relative) {
        this.relative = relative;
    }

    @Override
    void prepare(Field field) {
        field.fractions = relative;
        for (int i = 0; i < field.size; i++) {
            if (relative) {
                field.key[i] = Long.MIN_VALUE;
                field.numerator[i] = field.open[i];
                field.denominator[i] = Math.max(1, field.capacity[i]);
            } else {
                field.key[i] = field.open[i];
            }
        }
    }

    @Override
    public Figure figure(Field field, int place) {
        return relative
                ? new Figure(field.open[place], field.numerator[place], field.denominator[place])
                : new Figure(field.open[place], 0, 0);
    }

    @Override
    public String words(Named winner, Named next) {
        return (relative ? "least loaded for the capacity: " : "least loaded: ") + open(winner) + ", " + open(next);
    }

    private static String open(Named one) {
        long open = one.of().figure();
        return one.of().isFraction()
                ? one.name() + " has " + open + " of " + one.of().denominator()
                : one.name() + " has " + open + (open == 1 ? " open lead" : " open leads");
    }
}
