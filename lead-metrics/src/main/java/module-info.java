/** How the whole is doing: KPIs that reconcile, funnels, a report. */
module dev.leadkit.metrics {
    requires static transitive org.jspecify;
    requires transitive dev.leadkit.core;

    exports dev.leadkit.metrics.attribution;
    exports dev.leadkit.metrics.catalog;
    exports dev.leadkit.metrics.cohort;
    exports dev.leadkit.metrics.consent;
    exports dev.leadkit.metrics.customer;
    exports dev.leadkit.metrics.explain;
    exports dev.leadkit.metrics.facts;
    exports dev.leadkit.metrics.figures;
    exports dev.leadkit.metrics.fold;
    exports dev.leadkit.metrics.forecast;
    exports dev.leadkit.metrics.funnel;
    exports dev.leadkit.metrics.health;
    exports dev.leadkit.metrics.json;
    exports dev.leadkit.metrics.kpi;
    exports dev.leadkit.metrics.money;
    exports dev.leadkit.metrics.nurture;
    exports dev.leadkit.metrics.quality;
    exports dev.leadkit.metrics.report;
    exports dev.leadkit.metrics.response;
    exports dev.leadkit.metrics.score;
    exports dev.leadkit.metrics.segment;
    exports dev.leadkit.metrics.survival;
    exports dev.leadkit.metrics.survey;
    exports dev.leadkit.metrics.team;
}
