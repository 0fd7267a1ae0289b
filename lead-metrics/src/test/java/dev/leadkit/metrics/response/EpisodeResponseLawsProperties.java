package dev.leadkit.metrics.response;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.DayOfWeek;
import java.time.Duration;

final class EpisodeResponseLawsProperties extends LeadKpiContract<EpisodeResponse.Responses> {
    @Override
    protected LeadKpi<EpisodeResponse.Responses> subject() {
        WorkingHours office = WorkingHours.in("Europe/Berlin")
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30")
                .build();
        return new EpisodeResponse(
                WaitsFrom.ASSIGNMENT,
                Duration.ofHours(1),
                BusinessTime.of("office", office),
                new Resolution(Duration.ofMinutes(1)));
    }
}
