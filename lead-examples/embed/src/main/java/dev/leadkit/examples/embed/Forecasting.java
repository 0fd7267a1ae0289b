package dev.leadkit.examples.embed;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.forecast.Forecast;
import dev.leadkit.scoring.learn.Learned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the open leads are expected to bring, by the chances that a learned model tells. */
final class Forecasting {

    private static final int MILLIONTHS = 6;

    private Forecasting() {}

    static KpiResult expected(Stream<LeadHistory> histories, Learned learned, Instant asOf) {
        // spotless:off
        // tag::forecasting[]
        Function<Score, Optional<BigDecimal>> chances = score -> learned.chance(score.total())
                .map(Proportion::rate)
                .flatMap(rate -> rate.decimal(MILLIONTHS));
        Forecast.Outlook outlook = histories
                .map(history -> LeadFacts.of(history, chances))
                .collect(new Forecast().collector(asOf));
        // end::forecasting[]
        // spotless:on
        return outlook.conversions();
    }
}
