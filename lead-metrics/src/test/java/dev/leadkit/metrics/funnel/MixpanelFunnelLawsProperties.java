package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class MixpanelFunnelLawsProperties extends LeadKpiContract<EventFunnel.Way> {

    private static final FunnelStep[] STEPS = {
        FunnelStep.captured(), FunnelStep.entered(LeadFactsArbitraries.STAGES.get(1)), FunnelStep.converted()
    };

    @Override
    protected LeadKpi<EventFunnel.Way> subject() {
        return new EventFunnel(FunnelPreset.MIXPANEL_DEFAULT
                .steps(STEPS)
                .count(FunnelSpec.Unit.ENTRY)
                .maturedOnly()
                .build());
    }
}
