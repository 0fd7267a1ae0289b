package dev.leadkit.json;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.FieldCatalog;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of events, for stores, feeds and archives.
 *
 * <pre>{@code
 * {"format": "leadkit.event/1", "kind": "captured", "id": "E-1", "lead": "L-1",
 *  "occurredAt": "2026-11-22T08:00:00Z", "recordedAt": "2026-11-22T08:00:01Z",
 *  "origin": {"system": "web", "externalId": "17", "dated": true}, "stage": "new",
 *  "facts": {"country": "DE", "employees": 50}, "cleared": ["region"],
 *  "personal": {"email": "a@example.com"}}
 * {... "kind": "updated", "origin": ..., "facts": ..., "cleared": ..., "personal": ...}
 * {... "kind": "enriched", "provider": "acme", "facts": ..., "personal": ..., "confidence": {"company": 90}}
 * {... "kind": "touched", "tags": {"utm_source": "google"}, "personal": {"gclid": "Cj0"}}
 * {... "kind": "appointmentRequested", "at": "2026-11-24T13:00:00Z"}
 * {... "kind": "channelPreferred", "channel": "phone"}
 * {... "kind": "interacted", "type": "visit", "direction": "inbound", "actor": "automated", "properties": {"page": "/"}}
 * {... "kind": "stageMoved", "from": "new", "to": "mql", "reason": ""}
 * {... "kind": "converted", "stage": "won", "value": {"minor": 125000, "currency": "EUR"}}
 * {... "kind": "lost", "stage": "lost", "reason": "budget"}
 * {... "kind": "scored", "score": {"model": {"name": "b2b", "version": "3"}, "dimensions": {"fit": 10}, "grade": "A",
 *      "contributions": [{"dimension": "fit", "rule": "big", "kind": "rule", "points": 10}]}}
 * {... "kind": "assigned", "rep": "r7", "token": 12, "plan": {"name": "emea", "version": "1"}, "reason": "least loaded"}
 * {... "kind": "queued", "queue": "triage", "plan": {...}, "reason": "nobody is active"}
 * }</pre>
 *
 * <p>All personal values stand in the member {@code personal} and nowhere else: without that member the event is its
 * {@linkplain LeadEvent#redacted() redacted} form, so a store can erase a person without knowing any kind of event.
 */
public final class EventJson {

    static final String FORMAT = "leadkit.event/1";

    private EventJson() {}

    /**
     * Writes an event, its personal data included.
     *
     * @param event the event
     * @return a tree for {@link JsonText}, which {@link #read} reads as an equal event; numbers of more than 1,000 digits
     *     apart
     */
    public static Map<String, Object> write(LeadEvent event) {
        return event.match(new EventWriter());
    }

    /**
     * Reads an event. Faults show no values, because these may be personal.
     *
     * @param json the event's object
     * @param catalog the fields that exist; a value of a field that it does not have is a fault. It also decides now which
     *     values are personal: a field that became so since the event was written is read into the personal section
     * @return the event; empty if faults prevent it
     */
    public static Optional<LeadEvent> read(JsonCursor json, FieldCatalog catalog) {
        return new EventReader(json.hidingValues(), catalog).read();
    }
}
