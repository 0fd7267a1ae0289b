package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadStoreContract;
import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class InMemoryLeadStoreTest extends LeadStoreContract {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    protected LeadStore newStore() {
        return LeadStore.inMemory();
    }

    @Test
    @Timeout(20)
    @DisplayName("A claim costs what is claimed, not what waits for later or was completed ever")
    void claimIsQuick() {
        InMemoryOutbox outbox = new InMemoryOutbox();
        LeadId lead = new LeadId("L-1");
        int many = 40_000;
        for (int i = 0; i < many; i++) {
            outbox.put(
                    List.of(effect(lead, "now-" + i, Instant.EPOCH.plusSeconds(i)), effect(lead, "later-" + i, LATER)));
        }
        for (int i = 0; i < many; i++) {
            Instant now = Instant.EPOCH.plusSeconds(many + i);
            List<Claim> claims = outbox.claim(now, now.plusSeconds(1), 1);
            assertThat(claims).extracting(claim -> claim.effect().id().value()).containsExactly("now-" + i);
            assertThat(outbox.complete(claims.get(0))).isTrue();
        }
        assertThat(outbox.claim(LATER.minusNanos(1), LATER, many)).isEmpty();
    }

    @Test
    @DisplayName("Of several keys that others have, the first by kind and value is named, whatever their order")
    void firstKeyTaken() {
        LeadStore store = newStore();
        List<MatchKey> keys = IntStream.range(0, 9)
                .mapToObj(i -> new MatchKey("kind" + i / 3, "value" + i % 3))
                .toList();
        LeadId owner = new LeadId("L-1");
        store.commit(visit(owner).withKeys(Set.copyOf(keys), Set.of()));
        for (int from = 0; from < keys.size(); from++) {
            Set<MatchKey> some = new HashSet<>(keys.subList(from, keys.size()));
            some.add(new MatchKey("a", "of nobody"));
            assertThat(store.commit(visit(new LeadId("L-2")).withKeys(some, Set.of())))
                    .isEqualTo(new CommitResult.KeyTaken(keys.get(from), owner));
        }
    }

    private static Commit visit(LeadId lead) {
        EventHeader header = new EventHeader(new EventId("E-1"), lead, Instant.EPOCH, Instant.EPOCH);
        return Commit.of(lead, 0, List.of(new Interacted(header, Interaction.inbound("visit"))));
    }

    private static Effect effect(LeadId lead, String id, Instant dueAt) {
        return new Effect(new EffectId(id), lead, "mail", dueAt, new TreeMap<>(), new TreeMap<>());
    }
}
