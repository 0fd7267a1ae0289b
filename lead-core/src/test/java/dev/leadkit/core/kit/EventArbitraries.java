package dev.leadkit.core.kit;

import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Converted;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Lost;
import dev.leadkit.event.Origin;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Events of {@link LeadArbitraries#LEAD} that say such values and tell of such interactions. */
final class EventArbitraries {

    private static final int MOST = HistoryArbitraries.MOST_EVENTS;
    private static final int OTHER_KINDS = 7;

    private EventArbitraries() {}

    /** A field that is absent, has a value or was cleared; the simplest is absent. */
    static <T> Arbitrary<FieldValues> perhaps(Field<T> field, Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(FieldValues.EMPTY)),
                Tuple.of(
                        1,
                        Arbitraries.just(
                                FieldValues.builder().clear(field.name()).build())),
                Tuple.of(
                        4,
                        values.map(
                                value -> FieldValues.builder().set(field, value).build())));
    }

    /**
     * Each with an identifier of its own, in no order; the simplest are none. Captures and updates come so many times as often as
     * each other kind, interactions twice that.
     */
    static Arbitrary<List<LeadEvent>> events(
            Arbitrary<FieldValues> values, Arbitrary<Interaction> interactions, int often) {
        ListArbitrary<Function<EventHeader, LeadEvent>> payloads =
                payloads(values, interactions, often).list().ofMaxSize(MOST);
        Arbitrary<List<Instant>> occurred = LeadArbitraries.instants().list().ofSize(MOST);
        Arbitrary<List<Instant>> recorded = LeadArbitraries.instants().list().ofSize(MOST);
        return Combinators.combine(payloads, occurred, recorded).as((told, happened, learned) -> {
            List<LeadEvent> events = new ArrayList<>();
            for (int i = 0; i < told.size(); i++) {
                EventHeader header =
                        new EventHeader(new EventId("E-" + i), LeadArbitraries.LEAD, happened.get(i), learned.get(i));
                events.add(told.get(i).apply(header));
            }
            return events;
        });
    }

    private static Arbitrary<Function<EventHeader, LeadEvent>> payloads(
            Arbitrary<FieldValues> values, Arbitrary<Interaction> interactions, int often) {
        Arbitrary<Origin> origins = Arbitraries.of(true, false).map(dated -> new Origin("form", "1", dated));
        Arbitrary<Function<EventHeader, LeadEvent>> captured = Combinators.combine(origins, stages(), values)
                .as((origin, stage, said) -> header -> Captured.of(header, origin, stage, said));
        Arbitrary<Function<EventHeader, LeadEvent>> updated =
                Combinators.combine(origins, values).as((origin, said) -> header -> Updated.of(header, origin, said));
        Arbitrary<Function<EventHeader, LeadEvent>> done =
                interactions.map(interaction -> header -> new Interacted(header, interaction));
        return Arbitraries.frequencyOf(
                Tuple.of(often, captured),
                Tuple.of(often, updated),
                Tuple.of(2 * often, done),
                Tuple.of(1, enrichments(values)),
                Tuple.of(OTHER_KINDS, others()));
    }

    private static Arbitrary<Stage> stages() {
        return Arbitraries.of("new", "working", "won", "lost").map(Stage::new);
    }

    private static Arbitrary<Function<EventHeader, LeadEvent>> others() {
        ModelRef plan = new ModelRef("plan", "1");
        return Arbitraries.oneOf(
                Combinators.combine(stages(), stages())
                        .as((from, to) -> header -> new StageMoved(header, from, to, "")),
                stages().map(stage -> header -> new Converted(header, stage, Optional.empty())),
                stages().map(stage -> header -> new Lost(header, stage, "no budget")),
                Combinators.combine(
                                Arbitraries.of("ada", "bo"), Arbitraries.longs().between(1, 3))
                        .as((rep, token) ->
                                header -> new Assigned(header, new RepId(rep), token, plan, "least loaded")),
                LeadArbitraries.touches().map(touch -> header -> new Touched(header, touch)),
                LeadArbitraries.instants().map(at -> header -> new AppointmentRequested(header, at)),
                Arbitraries.of(Channel.EMAIL, Channel.PHONE, new Channel("Brieftaube"))
                        .map(channel -> header -> new ChannelPreferred(header, channel)));
    }

    private static Arbitrary<Function<EventHeader, LeadEvent>> enrichments(Arbitrary<FieldValues> values) {
        Arbitrary<Map<String, Integer>> sure = Arbitraries.maps(
                        Arbitraries.of("country", "employees"), Arbitraries.of(0, 50, 100))
                .ofMaxSize(2);
        return Combinators.combine(Arbitraries.of("acme", "Other Data"), values, sure)
                .as((provider, said, confidence) -> header -> {
                    FieldValues known = withoutClearings(said);
                    return new Enriched(
                            header, provider, known.skeleton(), known.personal(), new TreeMap<>(confidence));
                });
    }

    private static FieldValues withoutClearings(FieldValues values) {
        FieldValues.Builder known = FieldValues.builder();
        values.fields()
                .forEach(field -> known.parse(field, values.text(field.name()).orElseThrow()));
        return known.build();
    }
}
