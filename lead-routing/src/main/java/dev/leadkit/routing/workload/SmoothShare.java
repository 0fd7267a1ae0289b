package dev.leadkit.routing.workload;

/** {@link Rankings#smoothWeighted()}: the largest lag, this lead's share included; of the level ones the first. */
final class SmoothShare extends FieldRanking {

    @Override
    void prepare(Field field) {
        Shares.of(field);
        field.draws = false;
        for (int i = 0; i < field.size; i++) {
            field.key[i] = -field.lag[i] - field.share[i];
        }
    }

    @Override
    public Figure figure(Field field, int place) {
        return new Figure(-field.key[place], 0, 0);
    }

    @Override
    public String words(Named winner, Named next) {
        return "smooth weighted: " + FairShare.behind(winner) + ", " + FairShare.behind(next);
    }
}
