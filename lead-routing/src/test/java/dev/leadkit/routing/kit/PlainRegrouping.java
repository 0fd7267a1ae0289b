package dev.leadkit.routing.kit;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes the lags of leavers on in the plainest way, or with a flaw. */
final class PlainRegrouping {

    private final Map<RepId, Long> lags;
    private final Optional<Flaw> flaw;

    PlainRegrouping(Map<RepId, Long> lags, Optional<Flaw> flaw) {
        this.lags = lags;
        this.flaw = flaw;
    }

    private boolean has(Flaw some) {
        return flaw.filter(some::equals).isPresent();
    }

    void to(Map<RepId, Integer> weights) {
        List<RepId> heirs = weights.keySet().stream()
                .filter(rep -> requireNonNull(weights.get(rep)) > 0)
                .sorted()
                .toList();
        boolean negative = weights.values().stream().anyMatch(weight -> weight < 0);
        if ((heirs.isEmpty() || negative) && !has(Flaw.REGROUPS_BY_NO_WEIGHT)) {
            throw new IllegalArgumentException("weights must be 0 or more, and one more than 0");
        }
        List<RepId> leavers = lags.keySet().stream()
                .filter(rep ->
                        has(Flaw.TAKES_LAGS_OF_WHO_HAS_NO_WEIGHT) ? !heirs.contains(rep) : !weights.containsKey(rep))
                .filter(rep -> !has(Flaw.KEEPS_LAGS_OF_LEAVERS))
                .toList();
        BigInteger passed = BigInteger.ZERO;
        for (RepId leaver : leavers) {
            passed = passed.add(BigInteger.valueOf(lags.getOrDefault(leaver, 0L)));
            lags.put(leaver, 0L);
        }
        if (!has(Flaw.DROPS_LAGS_OF_LEAVERS)) {
            pass(passed, heirs, weights);
        }
    }

    private int weight(RepId heir, Map<RepId, Integer> weights) {
        return has(Flaw.DIVIDES_LAGS_EQUALLY) ? 1 : requireNonNull(weights.get(heir));
    }

    private void pass(BigInteger passed, List<RepId> heirs, Map<RepId, Integer> weights) {
        long total = heirs.stream().mapToLong(heir -> weight(heir, weights)).sum();
        BigInteger left = passed;
        for (RepId heir : heirs) {
            BigInteger[] part = passed.multiply(BigInteger.valueOf(weight(heir, weights)))
                    .divideAndRemainder(BigInteger.valueOf(total));
            long down = part[0].longValueExact() - (part[1].signum() < 0 ? 1 : 0);
            lags.merge(heir, down, Long::sum);
            left = left.subtract(BigInteger.valueOf(down));
        }
        for (int i = 0; i < left.intValueExact(); i++) {
            lags.merge(heirs.get(i), 1L, Long::sum);
        }
    }
}
