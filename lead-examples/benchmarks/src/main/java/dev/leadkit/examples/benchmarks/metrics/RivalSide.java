package dev.leadkit.examples.benchmarks.metrics;

import java.util.Optional;
import java.util.ServiceLoader;

/** The database's side of the comparison: the same events in its own table, the figures in SQL on all cores. */
final class RivalSide {

    private RivalSide() {}

    static Optional<SqlRival> rival() {
        return ServiceLoader.load(SqlRival.class).findFirst();
    }

    /**
     * Measures and prints.
     *
     * @param arguments how many rounds to warm up, how many to count, how many leads
     * @throws Exception if something fails
     */
    public static void main(String[] arguments) throws Exception {
        try (SqlRival rival = rival().orElseThrow()) {
            rival.load(Integer.parseInt(arguments[2]), Histories::of);
            Told.print(LeadKitSide.SECONDS, Rounds.of(arguments).seconds(rival::answers));
            rival.answers().lines().forEach(System.out::println);
        }
    }
}
