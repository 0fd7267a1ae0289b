package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Entries that are told to share leads, against all pairs of entries one by one: deep trees, few widths, so that much meets. */
final class OverlapsProperties {

    private static final Pattern PAIR =
            Pattern.compile(".*territories\\[(\\d+)]\\.entries.* than .*territories\\[(\\d+)]\\.entries.*");
    private static final long LEAST = Long.MIN_VALUE;
    private static final long MOST = Long.MAX_VALUE;

    private record Claim(int territory, Optional<SizeSpan> postal, SizeSpan size) {

        private boolean meets(Claim other) {
            return postalMeets(other) && isAlike(size, other.size) && meet(size, other.size);
        }

        private boolean postalMeets(Claim other) {
            if (postal.isEmpty() || other.postal.isEmpty()) {
                return postal.equals(other.postal);
            }
            return isAlike(postal.get(), other.postal.get()) && meet(postal.get(), other.postal.get());
        }
    }

    /** Whether two are equally strong: open at one side both, or at both, or equally wide. */
    private static boolean isAlike(SizeSpan one, SizeSpan other) {
        return one.isOpen() == other.isOpen()
                && isHalfOpen(one) == isHalfOpen(other)
                && (isHalfOpen(one) || one.to() - one.from() == other.to() - other.from());
    }

    private static boolean isHalfOpen(SizeSpan size) {
        return !size.isOpen() && (size.from() == LEAST || size.to() == MOST);
    }

    private static boolean meet(SizeSpan one, SizeSpan other) {
        return one.from() <= other.to() && other.from() <= one.to();
    }

    private final List<Claim> claims = new ArrayList<>();

    private TerritoryPlan.Builder market(Random random) {
        claims.clear();
        TerritoryPlan.Builder plan = TerritoryPlan.builder();
        int count = 2 + random.nextInt(4);
        int kinds = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Territory territory = Territory.of("t" + i);
            if (i > 0 && random.nextInt(4) > 0) {
                territory = territory.within("t" + random.nextInt(i));
            }
            for (int entry = random.nextInt(3); entry >= 0; entry--) {
                Claim claim = claim(i, kinds, random);
                claims.add(claim);
                territory = territory.entry(criteria(claim));
            }
            plan.territory(territory);
        }
        return plan;
    }

    private static Claim claim(int territory, int kinds, Random random) {
        int from = 10_000 + random.nextInt(60);
        Optional<SizeSpan> postal = random.nextInt(1 + kinds) == 1
                ? Optional.empty()
                : Optional.of(new SizeSpan(from, from + 9 + random.nextInt(1 + kinds / 3)));
        long size = random.nextInt(40);
        SizeSpan span = switch (random.nextInt(kinds)) {
            case 0 -> new SizeSpan(LEAST, MOST);
            case 1 -> new SizeSpan(size, size + 7);
            case 2 -> new SizeSpan(LEAST, size);
            default -> new SizeSpan(size, MOST);
        };
        return new Claim(territory, postal, span);
    }

    private static Criteria criteria(Claim claim) {
        Criteria criteria = Criteria.any().country("DE").size(claim.size.from(), claim.size.to());
        return claim.postal
                .map(codes -> criteria.postalCode(codes.from() + ".." + codes.to()))
                .orElse(criteria);
    }

    private static boolean isWithin(List<Territory> territories, int inner, int outer) {
        Optional<String> at = Optional.of("t" + inner);
        while (at.isPresent() && !at.get().equals("t" + outer)) {
            at = territories.get(Integer.parseInt(at.get().substring(1))).parent();
        }
        return at.isPresent();
    }

    private Set<String> pairs(List<Territory> territories) {
        Set<String> pairs = new TreeSet<>();
        for (Claim one : claims) {
            for (Claim other : claims) {
                if (one.meets(other)
                        && !isWithin(territories, one.territory, other.territory)
                        && !isWithin(territories, other.territory, one.territory)) {
                    pairs.add(one.territory + " and " + other.territory);
                }
            }
        }
        return pairs;
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void sharedLeadsAreToldIfAndOnlyIfEntriesOfTerritoriesApartAreEquallyStrong(@ForAll long seed) {
        TerritoryPlan.Builder plan = market(new Random(seed));
        Set<String> expected = pairs(plan.territories());

        List<Fault> faults = plan.faults();

        assertThat(faults.isEmpty()).isEqualTo(expected.isEmpty());
        for (Fault fault : faults) {
            Matcher told = PAIR.matcher(fault.path() + " than " + fault.rule());
            assertThat(told.matches()).as(fault.toString()).isTrue();
            assertThat(expected).contains(told.group(1) + " and " + told.group(2));
        }
        assertThat(faults).extracting(fault -> fault.path() + fault.value()).doesNotHaveDuplicates();
    }
}
