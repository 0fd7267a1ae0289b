package dev.leadkit.lifecycle;

import dev.leadkit.lead.Stage;

/** The stages of {@link Lifecycle#standard()}. */
public final class StandardStages {

    /** Captured, and nothing done about it yet. */
    public static final Stage NEW = new Stage("new");
    /** We got in touch. */
    public static final Stage CONTACTED = new Stage("contacted");
    /** Marketing qualified: good enough for sales to look at. */
    public static final Stage MQL = new Stage("mql");
    /** Sales qualified: sales looked at it and agrees. */
    public static final Stage SQL = new Stage("sql");
    /** There is a deal to be won. */
    public static final Stage OPPORTUNITY = new Stage("opportunity");
    /** Not now: given back, to be taken up again later. */
    public static final Stage RECYCLED = new Stage("recycled");
    /** Became a customer. */
    public static final Stage CONVERTED = new Stage("converted");
    /** Given up. */
    public static final Stage LOST = new Stage("lost");

    private StandardStages() {}
}
