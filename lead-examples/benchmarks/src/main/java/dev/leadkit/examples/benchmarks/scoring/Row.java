package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.suite.Figure;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure that follows from the standings.
 *
 * @param name its name
 * @param unit its unit
 * @param value the value, as soon as the contenders are measured that it needs
 */
record Row(String name, String unit, Function<Standings, Optional<Double>> value) {

    Optional<Figure> figure(Standings standings) {
        return value.apply(standings).map(known -> new Figure(ScoringSuite.NAME, name, known, unit));
    }
}
