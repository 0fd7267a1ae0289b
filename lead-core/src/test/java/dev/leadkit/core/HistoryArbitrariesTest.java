package dev.leadkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.core.kit.HistoryArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Histories over a host's own fields use all that was named and nothing else, and shrink to the smallest lead. */
final class HistoryArbitrariesTest {

    private static final Field<String> PLAN = Field.text("plan");
    private static final Field<BigDecimal> SEATS = Field.number("seats");
    private static final Field<Boolean> PAYING = Field.flag("paying");
    private static final Field<LocalDate> RENEWAL = Field.date("renewal");
    private static final Field<Instant> TRIAL = Field.instant("trialBegan");
    private static final Field<EmailAddress> MAIL = new Field<>("billingMail", FieldType.EMAIL, true);
    private static final Set<Field<?>> WISHED = Set.of(StandardFields.APPOINTMENT_AT, StandardFields.PREFERRED_CHANNEL);
    private static final List<Field<?>> FIELDS = List.of(PLAN, SEATS, PAYING, RENEWAL, TRIAL, MAIL);
    /** With what a wish for a call says, which has fields of its own. */
    private static final List<Field<?>> SAID =
            Stream.concat(FIELDS.stream(), WISHED.stream()).toList();

    private static final Set<String> PLANS = Set.of("free", "team");
    private static final Map<String, Set<String>> EXPORT = Map.of("format", Set.of("csv", "pdf"), "rows", Set.of("7"));

    private static final HistoryArbitraries OWN = HistoryArbitraries.of(SEATS, PAYING, RENEWAL, TRIAL, MAIL)
            .with(PLAN, Arbitraries.of("free", "team"))
            .withInteraction("export", Map.of("format", Arbitraries.of("csv", "pdf"), "rows", Arbitraries.of("7")))
            .withInteraction("login", Map.of());

    @Provide
    Arbitrary<LeadHistory> histories() {
        return OWN.histories();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aHistorySaysWhatWasNamedAndNothingElse(@ForAll("histories") LeadHistory history) {
        assertThat(history.id()).isEqualTo(LeadArbitraries.LEAD);
        assertThat(history.events()).hasSizeLessThanOrEqualTo(HistoryArbitraries.MOST_EVENTS);
        Instant end = LeadArbitraries.BEGIN.plus(Duration.ofDays(10));
        for (LeadEvent event : history.events()) {
            assertThat(event.occurredAt()).isBetween(LeadArbitraries.BEGIN, end);
            assertThat(SAID).containsAll(event.values().fields());
            assertThat(event.values().get(PLAN)).matches(plan -> plan.isEmpty() || PLANS.contains(plan.get()));
        }
        for (Interacted each : history.interactions()) {
            Map<String, Set<String>> known = each.interaction().type().equals("export") ? EXPORT : Map.of();
            assertThat(each.interaction().properties())
                    .allSatisfy((name, value) -> assertThat(known.get(name)).contains(value));
        }
    }

    @Example
    void everyFieldValueTypeAndPropertyComesUp() {
        List<LeadHistory> histories = OWN.histories().generator(1_000).stream(new Random(1))
                .limit(1_000)
                .map(Shrinkable::value)
                .toList();
        List<LeadEvent> events =
                histories.stream().flatMap(history -> history.events().stream()).toList();
        for (Field<?> field : FIELDS) {
            assertThat(histories).anyMatch(history -> history.lead().get(field).isPresent());
            assertThat(events).anyMatch(event -> event.values().cleared().contains(field.name()));
        }
        assertThat(events.stream()
                        .flatMap(event -> event.values().get(PLAN).stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(PLANS);
        Set<Interaction> done = histories.stream()
                .flatMap(history -> history.interactions().stream())
                .map(Interacted::interaction)
                .collect(Collectors.toSet());
        // without or with either of two formats, without or with the rows
        int exports = 3 * 2;
        assertThat(done).hasSize((exports + 1) * waysAndActors());
        assertThat(histories).anyMatch(history -> history.events().isEmpty());
    }

    private static int waysAndActors() {
        return Direction.values().length * Actor.values().length;
    }

    @Example
    void whoNamesNoInteractionsGetsSomeAndWhoNamesNoFieldsGetsNoValues() {
        HistoryArbitraries none = HistoryArbitraries.of();
        RandomGenerator<LeadHistory> generator = none.histories().generator(100);
        List<LeadHistory> histories = generator.stream(new Random(2))
                .limit(100)
                .map(Shrinkable::value)
                .toList();
        assertThat(histories)
                .anyMatch(history -> history.interactions().stream()
                        .anyMatch(each -> each.interaction().type().equals("visit")));
        assertThat(histories)
                .allMatch(history -> history.events().stream()
                        .allMatch(event -> WISHED.containsAll(event.values().fields())));
    }

    @Example
    void theSmallestHistoryIsEmpty() {
        assertThat(smallest(history -> true).events()).isEmpty();
    }

    @Example
    void theSmallestLeadWithAValueHasThatValueAlone() {
        for (Field<?> field : FIELDS) {
            LeadHistory lead = smallest(history -> history.lead().get(field).isPresent());
            assertThat(lead.events()).hasSize(1);
            assertThat(lead.events().get(0).values().fields()).hasSize(1);
            assertThat(lead.events().get(0).values().cleared()).isEmpty();
            assertThat(lead.events().get(0).occurredAt()).isEqualTo(LeadArbitraries.BEGIN);
        }
        assertThat(smallest(history -> history.lead().get(PLAN).isPresent())
                        .lead()
                        .get(PLAN))
                .contains("free");
    }

    @Example
    void theSmallestLeadWithAnInteractionHasNoOtherAndNoProperties() {
        LeadHistory lead = smallest(history -> !history.interactions().isEmpty());
        assertThat(lead.events()).hasSize(1);
        assertThat(lead.interactions().get(0).interaction().properties()).isEmpty();
    }

    /** What a property that fails for these would be shown with: from one that was found, as long as a smaller one fails, too. */
    private static LeadHistory smallest(Predicate<LeadHistory> fails) {
        Shrinkable<LeadHistory> found = OWN.histories().generator(1_000).stream(new Random(3))
                .filter(each -> each.value().events().size() > 6 && fails.test(each.value()))
                .findFirst()
                .orElseThrow();
        Optional<Shrinkable<LeadHistory>> next = Optional.of(found);
        while (next.isPresent()) {
            found = next.get();
            Shrinkable<LeadHistory> from = found;
            next = from.shrink()
                    .filter(each -> each.distance().compareTo(from.distance()) < 0 && fails.test(each.value()))
                    .findFirst();
        }
        return found.value();
    }

    @Example
    void refusesAFieldThatNoEventSays() {
        assertThatThrownBy(() -> HistoryArbitraries.of(PLAN, StandardFields.STAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field must be one that events say, was stage");
    }
}
