package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Row;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Label("A backup of all events")
final class EventBackupProperties {

    private static final MatchKeyRule COUNTRY = values -> values.get(StandardFields.COUNTRY).stream()
            .filter(text -> !text.isBlank() && text.length() < 255)
            .map(text -> new MatchKey("country", text))
            .toList();
    private static final EventBackup BACKUP = EventBackup.of(LeadArbitraries.catalog(), MatchKeyRule.email(), COUNTRY);
    private static final List<MatchKey> KEYS = List.of(
            new MatchKey("email", "ann@example.org"),
            new MatchKey("email", "bob@example.com"),
            new MatchKey(MatchKey.RECORD, LeadId.derived("form", "1").value()));

    /** Up to three leads, told in one order; some events are told of several leads. */
    @Provide
    Arbitrary<List<LeadEvent>> told() {
        return LeadArbitraries.events().list().ofMinSize(1).ofMaxSize(3).flatMap(leads -> {
            List<LeadEvent> all = new ArrayList<>();
            for (int i = 0; i < leads.size(); i++) {
                for (LeadEvent event : leads.get(i)) {
                    all.add(of(new LeadId("L-" + i), event));
                }
            }
            return Arbitraries.shuffle(all);
        });
    }

    /** The same event of another lead. */
    private static LeadEvent of(LeadId lead, LeadEvent event) {
        Map<String, Object> tree = EventJson.write(event);
        tree.put("lead", lead.value());
        return JsonDocument.of(tree).as("event", json -> EventJson.read(json, LeadArbitraries.catalog()));
    }

    /** As the desk would: each event in a commit of its own, with the keys that nobody has yet. */
    private static LeadStore store(List<LeadEvent> told) {
        LeadStore store = LeadStore.inMemory();
        RestoredKeys rule = new RestoredKeys(MatchKeyRule.email(), COUNTRY);
        for (LeadEvent event : told) {
            long version =
                    store.find(event.leadId()).map(lead -> lead.version()).orElse(0L);
            var own = rule.own(event);
            own.removeIf(key -> store.findByKey(key)
                    .filter(owner -> !owner.equals(event.leadId()))
                    .isPresent());
            store.commit(Commit.of(event.leadId(), version, List.of(event)).withKeys(own, rule.shared(event)));
        }
        return store;
    }

    private static String written(LeadStore store) throws IOException {
        StringWriter lines = new StringWriter();
        BACKUP.write(store, 0, lines);
        return lines.toString();
    }

    private static Map<LeadId, LeadHistory> histories(LeadStore store) {
        Map<LeadId, LeadHistory> histories = new HashMap<>();
        for (LeadId id : store.page(LeadQuery.all(), Optional.empty(), 1_000)) {
            histories.put(id, store.find(id).orElseThrow().history());
        }
        return histories;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("gives equal histories and the same owners of keys, once or twice, also of redacted leads")
    void roundTrip(@ForAll("told") List<LeadEvent> told, @ForAll @IntRange(min = -1, max = 2) int redacted)
            throws IOException {
        LeadStore store = store(told);
        Map<MatchKey, LeadId> owners = store.findByKey(KEYS);
        LeadId erased = new LeadId("L-" + redacted);
        store.redact(erased);
        String lines = written(store);
        int count = store.feed(0, 1_000).size();
        LeadStore other = LeadStore.inMemory();
        for (int times = 0; times < 2; times++) {
            assertThat(BACKUP.restore(new StringReader(lines), other)).isEqualTo(new EventBackup.Restored(count, 0));
            assertThat(histories(other)).isEqualTo(histories(store));
            assertThat(other.feed(0, 1_000)).hasSize(count);
        }
        if (store.find(erased).isEmpty()) {
            assertThat(other.findByKey(KEYS)).isEqualTo(owners);
            for (String country : List.of("de", "DE", "At")) {
                LeadQuery sharing = LeadQuery.withKey(new MatchKey("country", country));
                assertThat(other.page(sharing, Optional.empty(), 9))
                        .containsExactlyInAnyOrderElementsOf(store.page(sharing, Optional.empty(), 9));
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @Label("written in parts is the backup written at once")
    void inParts(@ForAll("told") List<LeadEvent> told, @ForAll @IntRange(min = 0, max = 36) int half)
            throws IOException {
        LeadStore store = LeadStore.inMemory();
        StringWriter lines = new StringWriter();
        long position = 0;
        for (int i = 0; i < told.size(); i++) {
            LeadEvent event = told.get(i);
            long version =
                    store.find(event.leadId()).map(lead -> lead.version()).orElse(0L);
            store.commit(Commit.of(event.leadId(), version, List.of(event)));
            position = i == half ? BACKUP.write(store, position, lines) : position;
        }
        assertThat(BACKUP.write(store, position, lines))
                .isEqualTo(store.feed(0, 1_000).size());
        assertThat(lines.toString()).isEqualTo(written(store));
        assertThat(lines.toString().lines()).hasSize(store.feed(0, 1_000).size());
    }

    private static LeadEvent visit(String lead, int number) {
        return new Interacted(
                new EventHeader(
                        new EventId("v" + number), new LeadId(lead), LeadArbitraries.BEGIN, LeadArbitraries.BEGIN),
                Interaction.inbound("visit"));
    }

    @Example
    @Label("tells of every batch, written and read, and of no batch where there is nothing")
    void progress() throws IOException {
        LeadStore store = LeadStore.inMemory();
        store.commit(Commit.of(
                new LeadId("a"),
                0,
                IntStream.range(0, 1_100).mapToObj(i -> visit("a", i)).toList()));
        List<Long> told = new ArrayList<>();
        StringWriter lines = new StringWriter();
        EventBackup telling = BACKUP.onProgress(told::add);
        assertThat(telling.write(store, 0, lines)).isEqualTo(1_100);
        assertThat(told).containsExactly(500L, 1_000L, 1_100L);
        told.clear();
        LeadStore other = LeadStore.inMemory();
        assertThat(telling.restore(new StringReader(lines.toString()), other).restored())
                .isEqualTo(1_100);
        assertThat(told).containsExactly(500L, 1_000L, 1_100L);
        assertThat(histories(other)).isEqualTo(histories(store));
        told.clear();
        assertThat(telling.write(LeadStore.inMemory(), 0, lines)).isZero();
        assertThat(telling.restore(new StringReader("\n \n"), other)).isEqualTo(new EventBackup.Restored(0, 0));
        assertThat(told).isEmpty();
    }

    @Example
    @Label("leaves broken lines out, tells which and why, and goes on")
    void brokenLines() throws IOException {
        LeadStore store = LeadStore.inMemory();
        store.commit(Commit.of(new LeadId("a"), 0, List.of(visit("a", 1), visit("a", 2))));
        List<String> good = written(store).lines().toList();
        List<Row.Broken<LeadEvent>> broken = new ArrayList<>();
        String lines = good.get(0) + "\n{\n\n" + good.get(1).replace("visit\"", "visit\", \"extra\": 1") + "\r\n"
                + good.get(1);
        LeadStore other = LeadStore.inMemory();
        List<Long> told = new ArrayList<>();
        assertThat(BACKUP.onBroken(broken::add).onProgress(told::add).restore(new StringReader(lines), other))
                .isEqualTo(new EventBackup.Restored(2, 2));
        assertThat(told).containsExactly(4L);
        assertThat(broken).extracting(Row.Broken::line).containsExactly(2L, 4L);
        assertThat(broken.get(1).faults()).extracting(fault -> fault.path()).containsExactly("$.extra");
        assertThat(histories(other)).isEqualTo(histories(store));
    }

    @Example
    @Label("never overfills a lead, and never goes behind an assignment that was made since")
    void refusals() throws IOException {
        LeadId full = new LeadId("full");
        LeadStore other = LeadStore.inMemory();
        other.commit(Commit.of(
                full,
                0,
                IntStream.range(0, LeadHistory.MOST_EVENTS)
                        .mapToObj(i -> visit("full", i))
                        .toList()));
        LeadId busy = new LeadId("busy");
        other.commit(Commit.of(busy, 0, List.of(assigned(busy, 7))));
        LeadStore store = LeadStore.inMemory();
        store.commit(Commit.of(full, 0, List.of(visit("full", -1))));
        store.commit(Commit.of(busy, 0, List.of(assigned(busy, 6))));
        store.commit(Commit.of(new LeadId("a"), 0, List.of(visit("a", 1))));
        List<String> faults = new ArrayList<>();
        assertThat(BACKUP.onBroken(row ->
                                faults.add(row.number() + " " + row.faults().get(0)))
                        .restore(new StringReader(written(store)), other))
                .isEqualTo(new EventBackup.Restored(1, 2));
        assertThat(faults)
                .containsExactly(
                        "1 history: must be at most 10000 events, was more",
                        "2 token: must be as new as 7, was older. It was assigned anew since.");
    }

    @Example
    @Label("overcomes somebody else who writes to its leads, and names the lines of those that never come to rest")
    void writersMeanwhile() throws IOException {
        LeadStore store = LeadStore.inMemory();
        store.commit(Commit.of(new LeadId("a"), 0, List.of(visit("a", 1))));
        store.commit(Commit.of(new LeadId("b"), 0, List.of(visit("b", 1))));
        for (int storms : new int[] {1, Integer.MAX_VALUE}) {
            LeadStore other = LeadStore.inMemory();
            List<String> faults = new ArrayList<>();
            EventBackup.Restored restored = BACKUP.onBroken(row ->
                            faults.add(row.number() + " " + row.faults().get(0).path()))
                    .restore(new StringReader(written(store)), stormy(other, storms));
            boolean calm = storms == 1;
            assertThat(restored).isEqualTo(new EventBackup.Restored(calm ? 2 : 1, calm ? 0 : 1));
            assertThat(faults).isEqualTo(calm ? List.of() : List.of("1 lead"));
            assertThat(other.find(new LeadId("b"))).isEqualTo(store.find(new LeadId("b")));
            assertThat(other.find(new LeadId("a"))
                            .orElseThrow()
                            .history()
                            .contains(visit("a", 1).id()))
                    .isEqualTo(calm);
        }
    }

    /** A store in which the lead a is changed before each of so many commits. */
    private static LeadStore stormy(LeadStore store, int storms) {
        int[] passed = {0};
        return (LeadStore) Proxy.newProxyInstance(
                EventBackupProperties.class.getClassLoader(),
                new Class<?>[] {LeadStore.class},
                (any, method, arguments) -> {
                    if (method.getName().equals("commit") && passed[0] < storms) {
                        long version = passed[0]++;
                        store.commit(Commit.of(new LeadId("a"), version, List.of(visit("a", (int) (1_000 + version)))));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Example
    @Label("makes shared keys again")
    void sharedKeys() throws IOException {
        LeadStore store = LeadStore.inMemory();
        EventHeader header =
                new EventHeader(new EventId("c"), new LeadId("a"), LeadArbitraries.BEGIN, LeadArbitraries.BEGIN);
        FieldValues values =
                FieldValues.builder().set(StandardFields.COMPANY, "Acme GmbH").build();
        store.commit(Commit.of(
                new LeadId("a"),
                0,
                List.of(Captured.of(header, new Origin("web", "1", true), new Stage("new"), values))));
        EventBackup backup = EventBackup.of(FieldCatalog.standard(), MatchKeyRule.email(), MatchKeyRule.company());
        LeadStore other = LeadStore.inMemory();
        backup.restore(new StringReader(written(store)), other);
        assertThat(other.page(LeadQuery.withKey(new MatchKey("company", "acme")), Optional.empty(), 9))
                .containsExactly(new LeadId("a"));
    }

    private static LeadEvent assigned(LeadId lead, long token) {
        EventHeader header =
                new EventHeader(new EventId("t" + token), lead, LeadArbitraries.BEGIN, LeadArbitraries.BEGIN);
        return new Assigned(header, new RepId("ann"), token, new ModelRef("plan", "1"), "");
    }

    @Example
    @Label("leaves a key with the lead that has it in the store already")
    void keysInTheStore() throws IOException {
        FieldValues ann = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress("ann@example.org"))
                .build();
        LeadId old = new LeadId("old");
        LeadStore other = LeadStore.inMemory();
        other.commit(Commit.of(old, 0, List.of(visit("old", 1))).withKeys(Set.of(KEYS.get(0)), Set.of()));
        LeadId fresh = new LeadId("fresh");
        EventHeader header = new EventHeader(new EventId("u"), fresh, LeadArbitraries.BEGIN, LeadArbitraries.BEGIN);
        LeadStore store = LeadStore.inMemory();
        store.commit(Commit.of(fresh, 0, List.of(Updated.of(header, new Origin("form", "1", true), ann))));
        assertThat(BACKUP.restore(new StringReader(written(store)), other).broken())
                .isZero();
        assertThat(other.findByKey(KEYS)).isEqualTo(Map.of(KEYS.get(0), old, KEYS.get(2), fresh));
    }
}
