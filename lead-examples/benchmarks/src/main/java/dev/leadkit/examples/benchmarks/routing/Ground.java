package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.routing.territory.Criteria;
import dev.leadkit.routing.territory.Territory;
import dev.leadkit.routing.territory.TerritoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * {@value #TERRITORIES} territories with {@value #ENTRIES} entries, drawn from a fixed seed: single postal codes and beginnings of
 * them in the USA, ranges in Germany, beginnings in France, named accounts by domain and by company.
 */
final class Ground {

    static final int TERRITORIES = 500;
    static final int ENTRIES = 100_000;
    static final int DOMAINS = 10_000;
    static final int COMPANIES = 9_000;

    private static final int US_CODES = 60_000;
    private static final int US_BEGINNINGS = 1_000;
    private static final int TENS = 10_000;
    private static final long SEED = 11;

    private Ground() {}

    static String name(int territory) {
        return "t" + territory;
    }

    static String domain(int account) {
        return "account" + account + ".example";
    }

    static String company(int account) {
        return "Invented Works " + account;
    }

    static List<Territory> territories() {
        List<List<TerritoryEntry>> entries = new ArrayList<>();
        for (int i = 0; i < TERRITORIES; i++) {
            entries.add(new ArrayList<>());
        }
        SplittableRandom chance = new SplittableRandom(SEED);
        for (Criteria each : criteria()) {
            entries.get(chance.nextInt(TERRITORIES)).add(new TerritoryEntry(each, OptionalInt.empty()));
        }
        List<Territory> territories = new ArrayList<>();
        for (int i = 0; i < TERRITORIES; i++) {
            territories.add(new Territory(
                    name(i), Optional.empty(), Criteria.any(), entries.get(i), OptionalInt.empty(), false));
        }
        return territories;
    }

    private static List<Criteria> criteria() {
        List<Criteria> all = new ArrayList<>();
        for (int i = 0; i < US_CODES; i++) {
            all.add(Criteria.any().country("US").postalCode(digits(i * 5 / 3, 5)));
        }
        for (int i = 0; i < US_BEGINNINGS; i++) {
            all.add(Criteria.any().country("US").postalCode(digits(i, 3) + "*"));
        }
        for (int i = 0; i < TENS; i++) {
            String tens = digits(i, 4);
            all.add(Criteria.any().country("DE").postalCode(tens + "0.." + tens + "9"));
            all.add(Criteria.any().country("FR").postalCode(tens + "*"));
        }
        for (int i = 0; i < DOMAINS; i++) {
            all.add(Criteria.any().domain(domain(i)));
        }
        for (int i = 0; i < COMPANIES; i++) {
            all.add(Criteria.any().company(company(DOMAINS + i)));
        }
        return all;
    }

    static String digits(int number, int length) {
        String text = Integer.toString(number);
        return "0".repeat(length - text.length()) + text;
    }
}
