package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.assigned;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.bad;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.header;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.visited;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdempotencyKey;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.Reservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Makes things to do with a store, at random, from so few ingredients that they get into each other's way. */
final class StoreActions {

    private static final int COMMITS = 3;
    private static final int LATEST = 9;
    private static final List<String> TYPES = List.of("mail.welcome", "call");

    private final Random random;

    StoreActions(Random random) {
        this.random = random;
    }

    /** Something to do with a store, once it is known what is there; {@code held} are the claims that were given so far. */
    interface Action {
        Function<LeadStore, Object> on(PlainStore now, List<Claim> held);
    }

    /** An action and how a failure names it. */
    record Named(String name, Action action) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The next thing to do. */
    Named next() {
        return switch (random.nextInt(13)) {
            case 0 -> redact();
            case 1 -> forget();
            case 2, 3 -> claim();
            case 4 -> complete();
            case 5 -> postpone();
            case 6, 7 -> keep();
            case 8 -> remove();
            case 9 -> failed();
            default -> commits();
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Instant moment() {
        return at(10 * random.nextInt(LATEST));
    }

    private <T> Set<T> some(List<T> of) {
        Set<T> some = new LinkedHashSet<>(of);
        some.removeIf(each -> random.nextInt(4) > 0);
        return some;
    }

    private <T> Optional<T> seldom(T value) {
        return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
    }

    private Named redact() {
        LeadId lead = one(StoreView.LEADS);
        return new Named("redact " + lead, (now, held) -> store -> store.redact(lead));
    }

    private Named forget() {
        Instant moment = moment();
        return new Named("forget " + moment, (now, held) -> store -> store.forget(moment));
    }

    private Named claim() {
        Instant moment = moment();
        Instant until = moment.plusSeconds(1 + random.nextInt(40));
        ClaimRequest all = ClaimRequest.of(moment, until, ALL);
        ClaimRequest request = random.nextBoolean() ? all : all.only(List.of(one(TYPES), "other"));
        return new Named(
                "claim " + request,
                (now, held) -> store -> new HashSet<>(store.outbox().claim(request)));
    }

    private Named complete() {
        int which = random.nextInt(ALL);
        return new Named("complete " + which, (now, held) -> {
            List<Claim> claims = List.copyOf(held);
            return store -> claims.isEmpty() || store.outbox().complete(claims.get(which % claims.size()));
        });
    }

    private Named postpone() {
        int which = random.nextInt(ALL);
        Instant moment = moment();
        return new Named("postpone " + which + " until " + moment, (now, held) -> {
            List<Claim> claims = List.copyOf(held);
            return store -> claims.isEmpty() || store.outbox().postpone(claims.get(which % claims.size()), moment);
        });
    }

    private Named failed() {
        int which = random.nextInt(ALL);
        Instant moment = moment();
        return new Named("failed " + which + ", again at " + moment, (now, held) -> {
            List<Claim> claims = List.copyOf(held);
            return store -> claims.isEmpty() || store.outbox().failed(claims.get(which % claims.size()), moment);
        });
    }

    private Optional<Reservation> reservation() {
        IdempotencyKey key = new IdempotencyKey("try-" + random.nextInt(4), "payload-" + random.nextInt(2));
        return seldom(new Reservation(key, "result-" + random.nextInt(9), moment()));
    }

    /** Numbers differ from store to store, so the answer is what stands under the number. */
    private Named keep() {
        QuarantinedSubmission bad =
                bad("" + random.nextInt(4), "rule-" + random.nextInt(3), 10 * random.nextInt(LATEST));
        Optional<Reservation> once = reservation();
        return new Named("keep " + bad + " under " + once, (now, held) -> store -> {
            KeepResult result = store.quarantine().keep(bad, once);
            return result instanceof KeepResult.Kept kept
                    ? store.quarantine().find(kept.number()).map(QuarantineItem::content)
                    : result;
        });
    }

    private Named remove() {
        int which = random.nextInt(ALL);
        return new Named("remove " + which, (now, held) -> store -> {
            List<QuarantineItem> items = store.quarantine().page(0, ALL);
            return items.isEmpty()
                    || store.quarantine().remove(items.get(which % items.size()).number());
        });
    }

    private Named commits() {
        List<Commit> drafts = new ArrayList<>();
        int many = 1 + random.nextInt(COMMITS);
        for (int i = 0; i < many; i++) {
            drafts.add(draft(one(StoreView.LEADS)));
        }
        return new Named("commit " + drafts, (now, held) -> {
            List<Commit> commits =
                    drafts.stream().map(draft -> based(draft, now)).toList();
            return store ->
                    store.commit(commits).stream().map(StoreActions::shown).toList();
        });
    }

    /** Of several keys that are taken, any may be named. */
    private static Object shown(CommitResult result) {
        return result instanceof CommitResult.KeyTaken ? "key taken" : result;
    }

    /** Its version is what it adds to the version that is there: mostly nothing. */
    private Commit draft(LeadId lead) {
        return Commit.of(lead, random.nextInt(4) == 0 ? 1 : 0, events(lead))
                .withKeys(some(StoreView.KEYS), some(StoreView.KEYS))
                .withEffects(some(List.of(0, 1, 2, 3, 4)).stream()
                        .map(i -> effect(lead, TYPES.get(i % TYPES.size()), "F-" + i, 10 * i))
                        .toList())
                .withReservation(reservation())
                .withPayload(seldom(payload("" + random.nextInt(3), 10 * random.nextInt(LATEST))));
    }

    private static Commit based(Commit draft, PlainStore now) {
        return new Commit(
                draft.lead(),
                now.version(draft.lead()) + draft.expectedVersion(),
                draft.events(),
                draft.keys(),
                draft.sharedKeys(),
                draft.effects(),
                draft.reservation(),
                draft.payload());
    }

    private List<LeadEvent> events(LeadId lead) {
        List<LeadEvent> events = new ArrayList<>();
        int many = 1 + random.nextInt(2);
        for (int i = 0; i < many; i++) {
            events.add(event(lead, random.nextInt(6)));
        }
        return events;
    }

    private LeadEvent event(LeadId lead, int second) {
        return switch (random.nextInt(4)) {
            case 0 -> captured(lead, one(List.of("ada@example.org", "eve@example.org")), one(StoreView.COUNTRIES));
            case 1 -> moved(lead, second, one(StoreView.COUNTRIES));
            case 2 -> lead.equals(StoreSamples.LEAD) ? assigned(second, random.nextInt(4)) : visited(lead, second);
            default -> visited(lead, second);
        };
    }

    private static LeadEvent moved(LeadId lead, int second, String country) {
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, country).build();
        return Updated.of(header(lead, "moved-" + second, second), new Origin("web", "m", true), values);
    }
}
