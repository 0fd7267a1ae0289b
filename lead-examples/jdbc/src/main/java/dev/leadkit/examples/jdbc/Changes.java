package dev.leadkit.examples.jdbc;

import dev.leadkit.event.Effect;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.Payload;
import dev.leadkit.store.Reservation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written because of some commits. It goes in with one round trip: first the rows that somebody else may have
 * written meanwhile, each kind in order, so that two writers wait for each other but never in a circle.
 */
final class Changes {

    private static final String TEXT = "cast(? as varchar array)";
    private static final String WHOLE = "cast(? as bigint array)";
    private static final String MOMENT = "cast(? as numeric(28, 9) array)";

    private final Map<LeadId, Lead> leads = new TreeMap<>();
    private final Map<LeadId, Integer> places = new LinkedHashMap<>();
    private final List<Told> events = new ArrayList<>();
    private final Map<MatchKey, LeadId> keys = new TreeMap<>(Decider.KEY_ORDER);
    private final List<Commit> commits = new ArrayList<>();
    private boolean raced;

    /** A lead's row before and after. */
    private record Lead(Situation.Row before, Situation.Row after) {

        boolean isNew() {
            return before.version() == 0;
        }
    }

    /** An event and its row. */
    private record Told(LeadEvent event, StoredEvent stored) {}

    /** An effect and its place among those of this call. */
    private record Due(Effect effect, long place) {}

    /** A match key and a lead that shares it. */
    private record Shared(MatchKey key, LeadId lead) {}

    void event(LeadEvent event, StoredEvent stored) {
        events.add(new Told(event, stored));
    }

    void lead(LeadId id, Situation.Row before, Situation.Row after) {
        Lead earlier = leads.get(id);
        places.putIfAbsent(id, places.size());
        leads.put(id, new Lead(earlier == null ? before : earlier.before(), after));
    }

    void key(MatchKey key, LeadId lead) {
        keys.put(key, lead);
    }

    void beside(Commit commit) {
        commits.add(commit);
    }

    boolean isEmpty() {
        return commits.isEmpty();
    }

    /** The new leads, and those of which events came in that say what the lead is. */
    List<LeadId> reshaped(boolean fresh) {
        TreeSet<LeadId> told = new TreeSet<>();
        events.stream()
                .filter(each -> leads.get(each.event().leadId()).isNew() == fresh)
                .filter(each -> fresh || !each.stored().isQuiet())
                .forEach(each -> told.add(each.event().leadId()));
        return List.copyOf(told);
    }

    List<LeadEvent> events(LeadId lead) {
        return events.stream()
                .map(Told::event)
                .filter(each -> each.leadId().equals(lead))
                .toList();
    }

    /** Adds all statements. */
    void write(long turn, RoundTrip to) {
        freshLeads(turn, to);
        changedLeads(to);
        events(to);
        keys(to);
        sharedKeys(to);
        effects(turn, to);
        payloads(to);
        reservations(to);
    }

    /** Whether somebody else wrote a row that was free when it was looked for. */
    boolean raced() {
        return raced;
    }

    private void expect(int rows, int written) {
        raced |= written < rows;
    }

    private static <T> Object texts(List<T> of, Function<T, @Nullable String> cell) {
        List<@Nullable String> cells = new ArrayList<>(of.size());
        of.forEach(each -> cells.add(cell.apply(each)));
        return RoundTrip.texts(cells);
    }

    private static <T> Object longs(List<T> of, Function<T, @Nullable Long> cell) {
        List<@Nullable Long> cells = new ArrayList<>(of.size());
        of.forEach(each -> cells.add(cell.apply(each)));
        return RoundTrip.longs(cells);
    }

    private static <T> Object decimals(List<T> of, Function<T, BigDecimal> cell) {
        return RoundTrip.decimals(of.stream().map(cell).toList());
    }

    private static String id(LeadId lead) {
        return Cells.of(lead.value());
    }

    private static @Nullable Long token(Situation.Row row) {
        return row.newestToken() == Long.MIN_VALUE ? null : row.newestToken();
    }

    private void freshLeads(long turn, RoundTrip to) {
        List<Map.Entry<LeadId, Lead>> fresh = leads.entrySet().stream()
                .filter(each -> each.getValue().isNew())
                .toList();
        if (!fresh.isEmpty()) {
            to.update(
                    "insert into lead (id, version, events, newest_token, place, turn) select w.*, cast(? as bigint) from unnest("
                            + String.join(", ", TEXT, WHOLE, WHOLE, WHOLE, WHOLE) + ") as w on conflict do nothing",
                    written -> expect(fresh.size(), written),
                    turn,
                    texts(fresh, each -> id(each.getKey())),
                    longs(fresh, each -> each.getValue().after().version()),
                    longs(fresh, each -> (long) each.getValue().after().events()),
                    longs(fresh, each -> token(each.getValue().after())),
                    longs(fresh, each -> (long) places.get(each.getKey())));
        }
    }

    private void changedLeads(RoundTrip to) {
        List<Map.Entry<LeadId, Lead>> changed = leads.entrySet().stream()
                .filter(each -> !each.getValue().isNew())
                .toList();
        if (!changed.isEmpty()) {
            to.update(
                    "merge into lead l using (select * from unnest(" + String.join(", ", TEXT, WHOLE, WHOLE, WHOLE)
                            + ") as u(id, version, events, newest_token)) w on l.id = w.id when matched then update set "
                            + "version = w.version, events = w.events, newest_token = w.newest_token",
                    texts(changed, each -> id(each.getKey())),
                    longs(changed, each -> each.getValue().after().version()),
                    longs(changed, each -> (long) each.getValue().after().events()),
                    longs(changed, each -> token(each.getValue().after())));
        }
    }

    private void events(RoundTrip to) {
        if (!events.isEmpty()) {
            to.update(
                    "insert into lead_event (lead, id, kind, skeleton, personal) select * from unnest("
                            + String.join(", ", TEXT, TEXT, TEXT, TEXT, TEXT) + ") on conflict do nothing",
                    written -> expect(events.size(), written),
                    texts(events, each -> id(each.event().leadId())),
                    texts(events, each -> Cells.of(each.event().id().value())),
                    texts(events, each -> each.stored().kind()),
                    texts(events, each -> each.stored().skeleton()),
                    texts(events, each -> each.stored().personal()));
        }
    }

    private void keys(RoundTrip to) {
        List<Map.Entry<MatchKey, LeadId>> fresh = List.copyOf(keys.entrySet());
        if (!fresh.isEmpty()) {
            to.update(
                    "insert into lead_key (kind, match_value, lead) select * from unnest("
                            + String.join(", ", TEXT, TEXT, TEXT) + ") on conflict do nothing",
                    written -> expect(fresh.size(), written),
                    texts(fresh, each -> Cells.of(each.getKey().kind())),
                    texts(fresh, each -> Cells.of(each.getKey().value())),
                    texts(fresh, each -> id(each.getValue())));
        }
    }

    private void sharedKeys(RoundTrip to) {
        List<Shared> shared = commits.stream()
                .flatMap(commit -> commit.sharedKeys().stream().map(key -> new Shared(key, commit.lead())))
                .toList();
        if (!shared.isEmpty()) {
            to.update(
                    "insert into lead_shared_key (kind, match_value, lead) select * from unnest("
                            + String.join(", ", TEXT, TEXT, TEXT) + ") on conflict do nothing",
                    texts(shared, each -> Cells.of(each.key().kind())),
                    texts(shared, each -> Cells.of(each.key().value())),
                    texts(shared, each -> id(each.lead())));
        }
    }

    private void effects(long turn, RoundTrip to) {
        List<Due> due = new ArrayList<>();
        commits.forEach(commit -> commit.effects().forEach(effect -> due.add(new Due(effect, due.size()))));
        due.sort(Comparator.comparing(each -> each.effect().id().value()));
        if (!due.isEmpty()) {
            to.update(
                    "insert into lead_effect (id, lead, type, facts, personal, due_at, place, turn, free_at, attempts, "
                            + "complete) select w.id, w.lead, w.type, w.facts, w.personal, w.due_at, w.place, "
                            + "cast(? as bigint), w.due_at, 0, false from unnest("
                            + String.join(", ", TEXT, TEXT, TEXT, TEXT, TEXT, MOMENT, WHOLE)
                            + ") as w(id, lead, type, facts, personal, due_at, place) on conflict do nothing",
                    turn,
                    texts(due, each -> Cells.of(each.effect().id().value())),
                    texts(due, each -> id(each.effect().lead())),
                    texts(due, each -> Cells.of(each.effect().type())),
                    texts(due, each -> StoredSubmission.write(each.effect().facts())),
                    texts(
                            due,
                            each -> each.effect().personal().isEmpty()
                                    ? null
                                    : StoredSubmission.write(each.effect().personal())),
                    decimals(due, each -> Cells.of(each.effect().dueAt())),
                    longs(due, Due::place));
        }
    }

    private void payloads(RoundTrip to) {
        List<Commit> with =
                commits.stream().filter(commit -> commit.payload().isPresent()).toList();
        if (!with.isEmpty()) {
            to.update(
                    "insert into lead_payload (lead, submission, received_at, keep_until) select * from unnest("
                            + String.join(", ", TEXT, TEXT, MOMENT, MOMENT) + ")",
                    texts(with, each -> id(each.lead())),
                    texts(with, each -> StoredSubmission.write(payload(each).submission())),
                    decimals(with, each -> Cells.of(payload(each).receivedAt())),
                    decimals(with, each -> Cells.of(payload(each).keepUntil())));
        }
    }

    private static Payload payload(Commit commit) {
        return commit.payload().orElseThrow();
    }

    private void reservations(RoundTrip to) {
        List<Commit> with = commits.stream()
                .filter(commit -> commit.reservation().isPresent())
                .sorted(Comparator.comparing(commit -> reservation(commit).key().key()))
                .toList();
        if (!with.isEmpty()) {
            to.update(
                    "insert into lead_reservation (idempotency_key, payload, result, about, keep_until) "
                            + "select * from unnest(" + String.join(", ", TEXT, TEXT, TEXT, TEXT, MOMENT)
                            + ") on conflict do nothing",
                    written -> expect(with.size(), written),
                    texts(with, each -> Cells.of(reservation(each).key().key())),
                    texts(with, each -> Cells.of(reservation(each).key().payload())),
                    texts(with, each -> Cells.of(reservation(each).result())),
                    texts(with, each -> id(each.lead())),
                    decimals(with, each -> Cells.of(reservation(each).keepUntil())));
        }
    }

    private static Reservation reservation(Commit commit) {
        return commit.reservation().orElseThrow();
    }
}
