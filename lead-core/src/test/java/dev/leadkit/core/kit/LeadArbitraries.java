package dev.leadkit.core.kit;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Touch;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Leads, events and histories for property tests, over a small catalog whose values overlap on purpose: two leads often
 * agree in a field, and a field is often missing. Everything happens within the ten days after {@link #BEGIN}, on the hour.
 */
public final class LeadArbitraries {

    /** When the first thing may happen. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** The lead that all events are about. */
    public static final LeadId LEAD = new LeadId("L-1");

    /** A custom text field. */
    public static final Field<String> INDUSTRY = Field.text("industry");
    /** A custom number field. */
    public static final Field<BigDecimal> EMPLOYEES = Field.number("employees");
    /** A custom flag. */
    public static final Field<Boolean> SUBSCRIBED = Field.flag("subscribed");
    /** A custom date. */
    public static final Field<LocalDate> FOUNDED = Field.date("founded");
    /** A custom instant. */
    public static final Field<Instant> SEEN = Field.instant("seen");

    private static final int HOURS = 240;
    private static final List<Field<?>> CUSTOM = List.of(INDUSTRY, EMPLOYEES, SUBSCRIBED, FOUNDED, SEEN);
    private static final List<Field<?>> USED = List.of(
            StandardFields.COUNTRY,
            StandardFields.EMAIL,
            StandardFields.PHONE,
            INDUSTRY,
            EMPLOYEES,
            SUBSCRIBED,
            FOUNDED,
            SEEN);

    private LeadArbitraries() {}

    /** The standard fields and one custom field of each remaining type. */
    public static FieldCatalog catalog() {
        return FieldCatalog.of(CUSTOM);
    }

    /** The fields that get values here: one of each type, and two texts. */
    public static List<Field<?>> fields() {
        return USED;
    }

    /** Moments on the hour, within ten days. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, HOURS).map(hours -> BEGIN.plus(Duration.ofHours(hours)));
    }

    /** Values of a field, few enough to meet again, in spellings that are equal by their keys. */
    public static <T> Arbitrary<T> values(Field<T> field) {
        return candidates(field.type()).map(field.type().valueClass()::cast);
    }

    private static Arbitrary<?> candidates(FieldType<?> type) {
        if (type == FieldType.EMAIL) {
            return Arbitraries.of("ann@example.org", "Ann@example.org", "bob@example.com")
                    .map(EmailAddress::new);
        }
        if (type == FieldType.PHONE) {
            return Arbitraries.of("+4930123456", "+4930999999", "+15551234567").map(PhoneNumber::new);
        }
        if (type == FieldType.NUMBER) {
            return Arbitraries.of("-1", "0", "1", "1.00", "1.5", "10", "1E+1", "100")
                    .map(BigDecimal::new);
        }
        if (type == FieldType.FLAG) {
            return Arbitraries.of(true, false);
        }
        if (type == FieldType.DATE) {
            return Arbitraries.integers()
                    .between(-2, 12)
                    .map(days -> LocalDate.of(2026, 1, 1).plusDays(days));
        }
        return type == FieldType.INSTANT
                ? instants()
                : Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of("de", "DE", "At", "software", "Software House")),
                        Tuple.of(1, Arbitraries.of("STRASSE", "straße", "ısı", "")),
                        Tuple.of(1, Arbitraries.just(ConditionArbitraries.TOO_LONG_A_TASK)));
    }

    /** Values for some of {@link #fields()}: each is absent, has a value or was cleared. */
    public static Arbitrary<FieldValues> fieldValues() {
        Arbitrary<FieldValues> all = Arbitraries.just(FieldValues.EMPTY);
        for (Field<?> field : USED) {
            all = Combinators.combine(all, ofOne(field)).as(FieldValues::overlay);
        }
        return all;
    }

    private static <T> Arbitrary<FieldValues> ofOne(Field<T> field) {
        return EventArbitraries.perhaps(field, values(field));
    }

    /** Interactions of a few types, with a few properties. */
    public static Arbitrary<Interaction> interactions() {
        Arbitrary<String> text =
                Arbitraries.of("pricing", "Pricing", "home", "3", "10", "", ConditionArbitraries.TOO_LONG_A_TASK);
        Arbitrary<Map<String, String>> properties =
                Arbitraries.maps(Arbitraries.of("page", "count"), text).ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of("visit", "email.opened", "call"),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(Actor.class),
                        properties)
                .as(Interaction::new);
    }

    /** Histories of {@link #LEAD} with up to twelve events of all kinds but scores, the first of them not always a capture. */
    public static Arbitrary<LeadHistory> histories() {
        return events().map(events -> LeadHistory.of(LEAD, events));
    }

    /** Events of {@link #LEAD}, up to twelve, each with an identifier of its own, in no order. */
    public static Arbitrary<List<LeadEvent>> events() {
        return EventArbitraries.events(fieldValues(), interactions(), 1);
    }

    /** Touches with a few tags and click identifiers, some with neither as after an erasure. */
    public static Arbitrary<Touch> touches() {
        Arbitrary<Map<String, String>> tags = Arbitraries.maps(
                        Arbitraries.of("utm_source", "utm_medium", "utm_campaign", "landing_page"),
                        Arbitraries.of("google", "newsletter", "spring \u00e4", "https://example.org/a"))
                .ofMaxSize(3);
        Arbitrary<Map<String, String>> clicks = Arbitraries.maps(
                        Arbitraries.of("gclid", "fbclid"), Arbitraries.of("Cj0K", "IwAR0"))
                .ofMaxSize(2);
        return Combinators.combine(tags, clicks)
                .as((told, clicked) -> new Touch(new TreeMap<>(told), new TreeMap<>(clicked)));
    }
}
