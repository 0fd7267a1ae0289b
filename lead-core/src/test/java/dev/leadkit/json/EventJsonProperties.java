package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Direction;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Queued;
import dev.leadkit.event.Scored;
import dev.leadkit.event.StageMoved;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class EventJsonProperties {

    @Property
    void readingGivesWhatWasWritten(@ForAll("events") LeadEvent event) {
        Map<String, Object> tree = EventJson.write(event);
        assertThat(read(JsonDocument.of(JsonText.line(tree)))).isEqualTo(event);
        assertThat(read(JsonDocument.of(tree))).isEqualTo(event);
    }

    @Property
    void droppingThePersonalMemberIsRedacting(@ForAll("events") LeadEvent event) {
        Map<String, Object> tree = EventJson.write(event);
        tree.remove("personal");
        assertThat(read(JsonDocument.of(tree))).isEqualTo(event.redacted());
        assertThat(tree).isEqualTo(EventJson.write(event.redacted()));
    }

    /** Whatever member is missing or of another kind: faults, never another exception. */
    @Property
    void damagedEventIsRefusedOrReadButNothingElse(
            @ForAll("events") LeadEvent event, @ForAll("damages") Object damage, @ForAll int which) {
        Map<String, Object> tree = EventJson.write(event);
        List<String> names = List.copyOf(tree.keySet());
        tree.put(names.get(Math.floorMod(which, names.size())), damage);
        List<String> faults =
                Faulty.faults(JsonDocument.of(tree), json -> EventJson.read(json, LeadArbitraries.catalog()));
        Set<String> each = new HashSet<>(faults);
        assertThat(faults).hasSameSizeAs(each);
    }

    private static LeadEvent read(JsonDocument document) {
        return document.as("event", json -> EventJson.read(json, LeadArbitraries.catalog()));
    }

    @Provide
    Arbitrary<Object> damages() {
        return Arbitraries.of(true, 1, "", "\ud800", List.of(), List.of(1), Map.of(), Map.of("format", Map.of()));
    }

    /** The kit's events, and those whose content it keeps simple. */
    @Provide
    Arbitrary<LeadEvent> events() {
        Arbitrary<LeadEvent> kits =
                LeadArbitraries.events().filter(events -> !events.isEmpty()).flatMap(Arbitraries::of);
        return Arbitraries.oneOf(kits, interacted(), moved(), converted(), decided(), scored());
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(10);
    }

    private static Arbitrary<String> names() {
        return texts().map(text -> "n" + text);
    }

    private static Arbitrary<EventHeader> headers() {
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(EventHeader.EARLIEST.getEpochSecond(), EventHeader.LATEST.getEpochSecond() - 1)
                .map(second -> Instant.ofEpochSecond(second, Math.floorMod(second, 1_000_000_000L)));
        return Combinators.combine(names().map(EventId::new), names().map(LeadId::new), instants, instants)
                .as(EventHeader::new);
    }

    private static Arbitrary<LeadEvent> interacted() {
        Arbitrary<Interaction> interactions = Combinators.combine(
                        names(),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(Actor.class),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(3))
                .as(Interaction::new);
        return Combinators.combine(headers(), interactions).as(Interacted::new);
    }

    private static Arbitrary<LeadEvent> moved() {
        Arbitrary<Stage> stages = names().map(Stage::new);
        return Arbitraries.oneOf(
                Combinators.combine(headers(), stages, stages, texts()).as(StageMoved::new),
                Combinators.combine(headers(), stages, texts()).as(Lost::new));
    }

    private static Arbitrary<LeadEvent> converted() {
        Arbitrary<Currency> currencies =
                Arbitraries.of("EUR", "JPY", "BHD", "XXX").map(Currency::getInstance);
        Arbitrary<Money> values =
                Combinators.combine(Arbitraries.longs(), currencies).as(Money::new);
        return Combinators.combine(headers(), names().map(Stage::new), values.optional())
                .as(Converted::new);
    }

    private static Arbitrary<LeadEvent> decided() {
        return Arbitraries.oneOf(
                Combinators.combine(headers(), names().map(RepId::new), Arbitraries.longs(), models(), texts())
                        .as(Assigned::new),
                Combinators.combine(headers(), texts(), models(), texts()).as(Queued::new));
    }

    private static Arbitrary<ModelRef> models() {
        Arbitrary<String> hashes = Arbitraries.of("", "0123456789abcdef".repeat(4));
        Arbitrary<String> remarks = Arbitraries.oneOf(Arbitraries.just(""), names());
        return Combinators.combine(names(), names(), remarks, remarks, hashes).as(ModelRef::new);
    }

    private static Arbitrary<LeadEvent> scored() {
        Arbitrary<Points> points =
                Arbitraries.longs().between(-1_000_000, 1_000_000).map(Points::new);
        Arbitrary<Contribution> contributions = Combinators.combine(
                        Arbitraries.of("fit", "engagement", "", " "),
                        texts(),
                        Arbitraries.of(Contribution.Kind.class),
                        points)
                .as(Contribution::new);
        Arbitrary<Fault> faults =
                Combinators.combine(texts(), names(), texts(), texts()).as(Fault::new);
        Arbitrary<Score> scores = Combinators.combine(
                        models(),
                        names().map(Grade::new).optional(),
                        contributions.list().ofMaxSize(5),
                        faults.list().ofMaxSize(2))
                .as(EventJsonProperties::score);
        return Combinators.combine(headers(), scores).as(Scored::new);
    }

    private static Score score(ModelRef model, Optional<Grade> grade, List<Contribution> parts, List<Fault> faults) {
        Map<String, Points> dimensions = new LinkedHashMap<>();
        dimensions.put("unused", Points.ZERO);
        for (Contribution part : parts) {
            if (!part.dimension().isEmpty()) {
                dimensions.merge(part.dimension(), part.points(), Points::plus);
            }
        }
        long judged = parts.size();
        Confidence confidence = new Confidence(new Points(judged), new Points(2 * judged));
        return new Score(model, dimensions, grade, parts, faults, confidence);
    }
}
