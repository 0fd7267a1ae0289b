package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Duration;

final class HubSpotFunnelLawsProperties extends LeadKpiContract<EventFunnel.Way> {

    private static final FunnelStep[] STEPS = {
        FunnelStep.captured(), FunnelStep.entered(LeadFactsArbitraries.STAGES.get(1)), FunnelStep.converted()
    };

    @Override
    protected LeadKpi<EventFunnel.Way> subject() {
        return new EventFunnel(FunnelPreset.HUBSPOT_ANY
                .steps(STEPS)
                .window(Window.fromFirstStep(Duration.ofDays(9)))
                .resolution(new Resolution(Duration.ofDays(1)))
                .build());
    }
}
