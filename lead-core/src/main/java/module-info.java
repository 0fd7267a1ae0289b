/** What a lead is, what happened to it, and the conditions, ports and front door around it. */
@SuppressWarnings("requires-automatic") // libphonenumber has a module name in its manifest only
module dev.leadkit.core {
    requires static transitive org.jspecify;
    requires tools.jackson.core;
    requires static com.github.benmanes.caffeine;
    requires static de.siegmar.fastcsv;
    requires static com.google.i18n.phonenumbers.libphonenumber;

    exports dev.leadkit.accuracy;
    exports dev.leadkit.cache;
    exports dev.leadkit.calendar;
    exports dev.leadkit.capture;
    exports dev.leadkit.chart;
    exports dev.leadkit.condition;
    exports dev.leadkit.condition.index;
    exports dev.leadkit.condition.logic;
    exports dev.leadkit.contact;
    exports dev.leadkit.csv;
    exports dev.leadkit.desk;
    exports dev.leadkit.enrichment;
    exports dev.leadkit.event;
    exports dev.leadkit.fault;
    exports dev.leadkit.form;
    exports dev.leadkit.json;
    exports dev.leadkit.lead;
    exports dev.leadkit.lifecycle;
    exports dev.leadkit.port;
    exports dev.leadkit.store;
    exports dev.leadkit.transfer;
}
