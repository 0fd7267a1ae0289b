/** Who takes a lead: plans as data, a ledger of capacity, the reasons. */
module dev.leadkit.routing {
    requires static transitive org.jspecify;
    requires transitive dev.leadkit.core;

    exports dev.leadkit.routing.availability;
    exports dev.leadkit.routing.decision;
    exports dev.leadkit.routing.desk;
    exports dev.leadkit.routing.dispatch;
    exports dev.leadkit.routing.engine;
    exports dev.leadkit.routing.json;
    exports dev.leadkit.routing.ledger;
    exports dev.leadkit.routing.model;
    exports dev.leadkit.routing.rebalance;
    exports dev.leadkit.routing.simulation;
    exports dev.leadkit.routing.skill;
    exports dev.leadkit.routing.territory;
    exports dev.leadkit.routing.workload;
}
