package dev.leadkit.routing.json;

import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.dispatch.Ticket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON form of tickets, on one line, for the column of a table or a line of a file. */
public final class TicketJson {

    /** The format that is read and written. */
    public static final String FORMAT = "leadkit.ticket/1";

    private TicketJson() {}

    /**
     * Writes a ticket.
     *
     * @param ticket the ticket
     * @return a text that {@link #read} reads as an equal ticket; the same ticket always gives the same text
     */
    public static String write(Ticket ticket) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("lead", ticket.lead().value());
        tree.put("priority", ticket.priority());
        tree.put("since", ticket.since().toString());
        Map<String, Object> resting = new LinkedHashMap<>();
        ticket.resting().forEach((rep, until) -> resting.put(rep.value(), until.toString()));
        tree.put("resting", resting);
        tree.put("queue", ticket.queue());
        ticket.offer().ifPresent(offer -> {
            Map<String, Object> place = place(offer.rep(), offer.token());
            place.put("until", offer.until().toString());
            tree.put("offer", place);
        });
        ticket.promise().ifPresent(promise -> {
            Map<String, Object> place = place(promise.rep(), promise.token());
            place.put("since", promise.since().toString());
            place.put("due", promise.due().toString());
            tree.put("promise", place);
        });
        return JsonText.line(tree);
    }

    private static Map<String, Object> place(RepId rep, long token) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rep", rep.value());
        tree.put("token", token);
        return tree;
    }

    /**
     * Reads a ticket.
     *
     * @param document where it is
     * @return the ticket
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with it: every fault at once, each with its path
     */
    public static Ticket read(JsonDocument document) {
        return document.as("ticket", TicketJson::read);
    }

    private static Optional<Ticket> read(JsonCursor json) {
        json.only("format", "lead", "priority", "since", "resting", "queue", "offer", "promise");
        json.at("format").oneOf(List.of(FORMAT));
        Optional<LeadId> lead =
                json.at("lead").text().flatMap(id -> json.at("lead").make(() -> new LeadId(id)));
        int priority = json.at("priority")
                .integer(Integer.MIN_VALUE, Integer.MAX_VALUE)
                .orElse(0);
        Instant since = json.at("since").instant().orElse(Instant.EPOCH);
        SortedMap<RepId, Instant> resting = resting(json.at("resting"));
        String queue = json.at("queue").anyText().orElse("");
        Optional<Ticket.Offer> offer = json.at("offer").isMissing() ? Optional.empty() : offer(json.at("offer"));
        Optional<Ticket.Promise> promise =
                json.at("promise").isMissing() ? Optional.empty() : promise(json.at("promise"));
        return lead.flatMap(id -> json.make(() -> new Ticket(id, priority, since, resting, queue, offer, promise)));
    }

    private static SortedMap<RepId, Instant> resting(JsonCursor json) {
        SortedMap<RepId, Instant> resting = new TreeMap<>();
        json.members()
                .forEach((rep, until) -> until.make(() -> new RepId(rep))
                        .ifPresent(id -> until.instant().ifPresent(moment -> resting.put(id, moment))));
        return resting;
    }

    private static Optional<Ticket.Offer> offer(JsonCursor json) {
        json.only("rep", "token", "until");
        Instant until = json.at("until").instant().orElse(Instant.EPOCH);
        long token = token(json);
        return rep(json).map(rep -> new Ticket.Offer(rep, token, until));
    }

    private static Optional<Ticket.Promise> promise(JsonCursor json) {
        json.only("rep", "token", "since", "due");
        Instant since = json.at("since").instant().orElse(Instant.EPOCH);
        Instant due = json.at("due").instant().orElse(Instant.EPOCH);
        long token = token(json);
        return rep(json).map(rep -> new Ticket.Promise(rep, token, since, due));
    }

    private static long token(JsonCursor json) {
        return json.at("token").wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE).orElse(0);
    }

    private static Optional<RepId> rep(JsonCursor json) {
        return json.at("rep").text().flatMap(id -> json.at("rep").make(() -> new RepId(id)));
    }
}
