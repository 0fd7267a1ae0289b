/** How good a lead is: models as data, exact totals, the reasons. */
module dev.leadkit.scoring {
    requires static transitive org.jspecify;
    requires transitive dev.leadkit.core;
}
