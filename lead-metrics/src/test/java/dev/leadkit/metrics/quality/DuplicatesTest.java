package dev.leadkit.metrics.quality;

import static dev.leadkit.metrics.quality.SmallAudit.result;
import static dev.leadkit.metrics.quality.SmallAudit.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.metrics.fold.KpiResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A few leads that share keys, counted by hand. */
final class DuplicatesTest {

    private static AuditFacts lead(String id, String... keys) {
        Set<HashedKey> hashed = new TreeSet<>();
        for (String key : keys) {
            String[] kindAndValue = key.split(" ", 2);
            hashed.add(HashedKey.of(new MatchKey(kindAndValue[0], kindAndValue[1])));
        }
        return new AuditFacts(new LeadId(id), "web", new TreeMap<>(), Optional.empty(), hashed);
    }

    private static Duplicates.Group group(String... leads) {
        return new Duplicates.Group(
                leads.length, List.of(leads).stream().map(LeadId::new).toList());
    }

    private static final List<AuditFacts> LEADS = List.of(
            lead("a", "phone 1", "name x"), lead("b", "phone 1"), lead("c", "name x"), lead("d", "phone 2"), lead("e"));

    @Test
    @DisplayName("Three of the four leads with a key share one, and the fifth is left out")
    void any() {
        Duplicates.Shared shared = result(new Duplicates(), LEADS);
        assertThat(shown(shared.any())).isEqualTo("3 of 4 {no key=1}");
        assertThat(shared.any().definition().id()).isEqualTo("data.duplicates/1");
        assertThat(shared.any().definition().meaning()).contains("key of any kind");
    }

    @Test
    @DisplayName("Each kind of key is told on its own, with the leads that share one")
    void byKind() {
        Duplicates.Shared shared = result(new Duplicates(), LEADS);
        assertThat(shared.byKind()).containsOnlyKeys("name", "phone");
        Duplicates.Kind phone = shared.byKind().get("phone");
        assertThat(shown(phone.leads())).isEqualTo("2 of 3 {no such key=2}");
        assertThat(phone.groups()).isEqualTo(1);
        assertThat(phone.largest()).containsExactly(group("a", "b"));
        assertThat(phone.leads().definition().id()).isEqualTo("data.duplicates/1?key=phone");
        Duplicates.Kind name = shared.byKind().get("name");
        assertThat(shown(name.leads())).isEqualTo("2 of 2 {no such key=3}");
        assertThat(name.largest()).containsExactly(group("a", "c"));
    }

    @Test
    @DisplayName("The largest group comes first, then by its first lead, then by all that it lists")
    void order() {
        Duplicates.Kind kind = result(
                        new Duplicates(),
                        List.of(
                                lead("a", "tag 1", "tag 2", "tag 3"),
                                lead("b", "tag 4", "tag 5"),
                                lead("c", "tag 1"),
                                lead("d", "tag 2"),
                                lead("e", "tag 3"),
                                lead("f", "tag 4", "tag 5"),
                                lead("g", "tag 5")))
                .byKind()
                .get("tag");
        assertThat(kind.groups()).isEqualTo(5);
        assertThat(kind.largest())
                .containsExactly(
                        group("b", "f", "g"), group("a", "c"), group("a", "d"), group("a", "e"), group("b", "f"));
    }

    @Test
    @DisplayName("Leads that share nothing are none of a group")
    void alone() {
        Duplicates.Shared shared = result(new Duplicates(), List.of(lead("a", "phone 1"), lead("b", "fax 1")));
        assertThat(shown(shared.any())).isEqualTo("0 of 2");
        assertThat(shared.byKind().get("phone").groups()).isZero();
        assertThat(shared.byKind().get("phone").largest()).isEmpty();
    }

    @Test
    @DisplayName("Without keys nothing is known, and while a lead is missing nothing is told")
    void undefined() {
        assertThat(shown(result(new Duplicates(), List.of(lead("a"))).any())).isEqualTo("no lead has a key {no key=1}");
        Duplicates.Shared piece =
                result(new Duplicates(), List.of(lead("a", "phone 1")), List.of(lead("b", "phone 1", "fax 2")));
        assertThat(shown(piece.any())).startsWith(KpiResult.INCOMPLETE);
        assertThat(piece.byKind()).containsOnlyKeys("phone");
        assertThat(shown(piece.byKind().get("phone").leads())).startsWith(KpiResult.INCOMPLETE);
        assertThat(piece.byKind().get("phone").groups()).isZero();
    }
}
