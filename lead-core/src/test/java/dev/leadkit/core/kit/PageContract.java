package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.header;
import static dev.leadkit.core.kit.StoreSamples.keyed;
import static dev.leadkit.core.kit.StoreSamples.shared;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Paging through leads: all, by key and by field. */
abstract class PageContract {

    private static final List<Field<?>> CANDIDATES = List.of(
            StandardFields.COUNTRY,
            StandardFields.EMAIL,
            StandardFields.STAGE,
            StandardFields.OWNER,
            StandardFields.PHONE,
            Field.text("unheardOf"));

    private LeadStore store;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private List<LeadId> all(LeadQuery query) {
        return store.page(query, Optional.empty(), ALL);
    }

    private static LeadId lead(int number) {
        return new LeadId("P-" + number);
    }

    private static Updated moved(LeadId lead, int second, String country) {
        return Updated.of(
                header(lead, "moved-" + second, second),
                new Origin("web", "m", true),
                FieldValues.builder().set(StandardFields.COUNTRY, country).build());
    }

    @Test
    @DisplayName("Pages have every lead once, in the order in which they came in, and only the last is short")
    void pages() {
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            leads.add(lead((i * 3) % 7));
            store.commit(commitOf(0, captured(lead((i * 3) % 7))));
        }
        store.commit(commitOf(1, visited(leads.get(2), 1)));
        List<LeadId> paged = new ArrayList<>();
        Optional<LeadId> last = Optional.empty();
        for (int size : List.of(3, 3, 1)) {
            List<LeadId> page = store.page(LeadQuery.all(), last, 3);
            assertThat(page).hasSize(size);
            paged.addAll(page);
            last = Optional.of(page.get(size - 1));
        }
        assertThat(paged).isEqualTo(leads);
        assertThat(store.page(LeadQuery.all(), last, 3)).isEmpty();
        assertThat(all(LeadQuery.all())).isEqualTo(leads);
    }

    @Test
    @DisplayName("An empty store has an empty page; a page without room is refused")
    void edges() {
        assertThat(all(LeadQuery.all())).isEmpty();
        assertThat(all(LeadQuery.withKey(EMAIL))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store.page(LeadQuery.all(), Optional.empty(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store.page(LeadQuery.all(), Optional.empty(), -1));
    }

    @Test
    @DisplayName("A shared key finds all leads that were committed with it, belongs to none and refuses nothing")
    void sharedKeys() {
        for (int i = 4; i >= 0; i--) {
            store.commit(i == 2 ? keyed(0, EMAIL, captured(lead(i))) : shared(0, PHONE, captured(lead(i))));
        }
        assertThat(all(LeadQuery.withKey(PHONE))).containsExactly(lead(4), lead(3), lead(1), lead(0));
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.of(lead(3)), 1))
                .containsExactly(lead(1));
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.of(lead(3)), 9))
                .containsExactly(lead(1), lead(0));
        assertThat(store.findByKey(PHONE)).isEmpty();
    }

    @Test
    @DisplayName("A key finds the lead that owns it and those that share it, each once")
    void ownAndShared() {
        store.commit(shared(0, EMAIL, captured(LEAD)));
        store.commit(keyed(0, EMAIL, captured(OTHER)));
        store.commit(shared(1, EMAIL, visited(OTHER, 1)));
        store.commit(shared(1, EMAIL, visited(LEAD, 1)));
        assertThat(all(LeadQuery.withKey(EMAIL))).containsExactly(LEAD, OTHER);
        assertThat(store.findByKey(EMAIL)).contains(OTHER);
        assertThat(all(LeadQuery.withKey(PHONE))).isEmpty();
    }

    @Test
    @DisplayName(
            "A field finds leads by the value it has now, without regard to the case of texts, or is refused by name")
    void byField() {
        store.commit(commitOf(0, captured(LEAD, "ada@example.org", "GB")));
        store.commit(commitOf(0, captured(OTHER, "Eve@example.org", "gb")));
        store.commit(commitOf(0, captured(lead(3), "eve@example.org", "DE")));
        store.commit(commitOf(1, moved(LEAD, 5, "FR")));
        store.commit(commitOf(1, moved(lead(3), 5, "GB")));
        TreeSet<String> answered = new TreeSet<>();
        if (answers(StandardFields.COUNTRY)) {
            assertThat(all(LeadQuery.where(StandardFields.COUNTRY, "Gb"))).containsExactly(OTHER, lead(3));
            assertThat(all(LeadQuery.where(StandardFields.COUNTRY, "FR"))).containsExactly(LEAD);
            assertThat(store.page(LeadQuery.where(StandardFields.COUNTRY, "GB"), Optional.of(OTHER), 1))
                    .containsExactly(lead(3));
            assertThat(store.page(LeadQuery.where(StandardFields.COUNTRY, "GB"), Optional.empty(), 1))
                    .containsExactly(OTHER);
            assertThat(all(LeadQuery.where(StandardFields.COUNTRY, "DE"))).isEmpty();
            answered.add("country");
        }
        if (answers(StandardFields.EMAIL)) {
            EmailAddress eve = new EmailAddress("EVE@EXAMPLE.ORG");
            assertThat(all(LeadQuery.where(StandardFields.EMAIL, eve))).containsExactly(OTHER, lead(3));
            store.redact(OTHER);
            assertThat(all(LeadQuery.where(StandardFields.EMAIL, eve))).containsExactly(lead(3));
            answered.add("email");
        }
        if (answers(StandardFields.STAGE)) {
            assertThat(all(LeadQuery.where(StandardFields.STAGE, "new"))).containsExactly(LEAD, OTHER, lead(3));
            assertThat(all(LeadQuery.where(StandardFields.STAGE, "won"))).isEmpty();
            answered.add("stage");
        }
        assertThat(answered).isNotEmpty();
    }

    @Test
    @DisplayName("A store that cannot look for a field says which ones it can look for")
    void fieldsByName() {
        List<Field<?>> answered = CANDIDATES.stream().filter(this::answers).toList();
        String[] names = answered.stream().map(Field::name).toArray(String[]::new);
        assertThat(names).isNotEmpty();
        for (Field<?> field : CANDIDATES) {
            if (!answered.contains(field)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> all(new LeadQuery.Where(field, sample(field))))
                        .withMessageContainingAll(names);
            }
        }
    }

    private boolean answers(Field<?> field) {
        try {
            all(new LeadQuery.Where(field, sample(field)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String sample(Field<?> field) {
        if (field.equals(StandardFields.EMAIL)) {
            return "ada@example.org";
        }
        return field.equals(StandardFields.PHONE) ? "+442071234567" : "GB";
    }
}
