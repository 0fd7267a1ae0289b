package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.kit.KpiContract;

final class ResponseTimeLawsProperties extends KpiContract<ResponseCounts, ResponseTime.Times> {
    @Override
    protected Kpi<ResponseCounts, ResponseTime.Times> subject() {
        return new ResponseTime(ResponseTime.USUAL_TARGET);
    }
}
