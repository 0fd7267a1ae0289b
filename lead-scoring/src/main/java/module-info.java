/** How good a lead is: models as data, exact totals, the reasons. */
module dev.leadkit.scoring {
    requires static transitive org.jspecify;
    requires transitive dev.leadkit.core;

    exports dev.leadkit.scoring.bulk;
    exports dev.leadkit.scoring.engine;
    exports dev.leadkit.scoring.explain;
    exports dev.leadkit.scoring.json;
    exports dev.leadkit.scoring.learn;
    exports dev.leadkit.scoring.model;
    exports dev.leadkit.scoring.release;
    exports dev.leadkit.scoring.review;
}
