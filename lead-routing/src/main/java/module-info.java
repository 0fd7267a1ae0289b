/** Who takes a lead: plans as data, a ledger of capacity, the reasons. */
module dev.leadkit.routing {
    requires static transitive org.jspecify;
    requires transitive dev.leadkit.core;
}
