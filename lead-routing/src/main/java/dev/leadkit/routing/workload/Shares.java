package dev.leadkit.routing.workload;

import dev.leadkit.routing.model.Lag;

/**
 * What is due of a lead to each of those who are eligible: weight / total weight, in whole units that add up to the lead
 * exactly. Rounding leaves fewer units than there are candidates; the first ones get them, one each, so that who is eligible
 * alone says who gets what.
 */
final class Shares {

    private Shares() {}

    static void of(Field field) {
        field.account = true;
        int size = field.size;
        long total = 0;
        for (int i = 0; i < size; i++) {
            total += field.weight[i];
        }
        long left = Lag.ONE_LEAD;
        long weight = 0;
        long part = 0;
        for (int i = 0; i < size; i++) {
            if (field.weight[i] != weight) {
                weight = field.weight[i];
                part = Lag.ONE_LEAD * weight / total;
            }
            field.share[i] = part;
            left -= part;
        }
        for (int i = 0; i < left; i++) {
            field.share[i]++;
        }
    }
}
