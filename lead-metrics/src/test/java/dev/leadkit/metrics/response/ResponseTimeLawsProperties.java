package dev.leadkit.metrics.response;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;

final class ResponseTimeLawsProperties extends LeadKpiContract<ResponseTime.Times> {
    @Override
    protected LeadKpi<ResponseTime.Times> subject() {
        return new ResponseTime(ResponseTime.USUAL_TARGET);
    }
}
