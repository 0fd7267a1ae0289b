package dev.leadkit.examples.jdbc;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.json.EventJson;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.FieldCatalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in its row: the personal half can be erased without knowing what kind of event it is.
 *
 * @param kind the kind's name in JSON
 * @param skeleton the event's JSON without its member {@code personal}
 * @param personal that member's JSON, or null if there is none
 */
record StoredEvent(String kind, String skeleton, @Nullable String personal) {

    private static final String PERSONAL = "personal";
    private static final String MEMBER = ",\"" + PERSONAL + "\":";

    /** Kinds that never change what a lead is now: most events are of these, and need not be read to know it. */
    static final Set<String> QUIET = Set.of("interacted", "touched", "queued");

    static StoredEvent of(LeadEvent event) {
        Map<String, Object> whole = EventJson.write(event);
        Map<String, Object> tree = new LinkedHashMap<>(whole);
        Object personal = tree.remove(PERSONAL);
        String skeleton = JsonText.line(tree);
        String text = personal == null ? null : JsonText.line(personal);
        long length = text == null ? skeleton.length() : (long) skeleton.length() + MEMBER.length() + text.length();
        StoredJson.check(length, whole);
        return new StoredEvent(String.valueOf(tree.get("kind")), skeleton, text);
    }

    static LeadEvent read(String skeleton, @Nullable String personal, FieldCatalog catalog) {
        return JsonDocument.of(whole(skeleton, personal)).as("stored event", json -> EventJson.read(json, catalog));
    }

    private static String whole(String skeleton, @Nullable String personal) {
        String open = skeleton.substring(0, skeleton.length() - 1);
        return personal == null ? skeleton : open + MEMBER + personal + "}";
    }

    boolean isQuiet() {
        return QUIET.contains(kind);
    }
}
