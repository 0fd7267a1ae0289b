package dev.leadkit.metrics.money;

/** For each of what money is spent. */
enum Per {
    LEAD("lead.cost", "captured", "leads captured", ""),
    QUALIFIED("lead.cost.qualified", "qualified", "leads first qualified", "never qualified"),
    CONVERTED("lead.cost.converted", "converted", "converted leads captured", "not converted"),
    CUSTOMER("lead.cac", "converted", "leads first converted", "not converted");

    private final String id;
    private final String what;
    private final String leads;
    private final String none;

    Per(String id, String what, String leads, String none) {
        this.id = id;
        this.what = what;
        this.leads = leads;
        this.none = none;
    }

    String id() {
        return id;
    }

    /** Which leads are below the line. */
    String leads() {
        return leads;
    }

    /** Why a lead has no event that could be in the scope of a cost. */
    String none() {
        return none;
    }

    String whenEmpty() {
        return switch (this) {
            case CUSTOMER -> "no customer in the scope of a cost";
            case LEAD -> "no lead in the scope of a cost";
            case QUALIFIED, CONVERTED -> "no " + what + " lead in the scope of a cost";
        };
    }
}
