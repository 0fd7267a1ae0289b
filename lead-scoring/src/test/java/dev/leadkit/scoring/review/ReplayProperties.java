package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Scored;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is learned later, a past score comes out again as it was. */
final class ReplayProperties {

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<List<LeadEvent>> events() {
        return LeadArbitraries.events();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    private static LeadHistory recordedBy(List<LeadEvent> events, Instant at) {
        return LeadHistory.of(
                LeadArbitraries.LEAD,
                events.stream()
                        .filter(event -> !event.header().recordedAt().isAfter(at))
                        .collect(Collectors.toList()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theScoreOfThenIsTheScoreOfWhatWasRecordedThen(
            @ForAll("models") ScoringModel model,
            @ForAll("events") List<LeadEvent> events,
            @ForAll("moments") Instant at,
            @ForAll("moments") Instant asOf) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        LeadHistory today = LeadHistory.of(LeadArbitraries.LEAD, events);
        assertThat(Replay.score(engine, today, at)).isEqualTo(engine.score(recordedBy(events, at), at));
        assertThat(Replay.score(engine, today, asOf, at)).isEqualTo(engine.score(recordedBy(events, at), asOf));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void scoresThatWereKeptComeOutAgain(
            @ForAll("models") ScoringModel model,
            @ForAll("events") List<LeadEvent> events,
            @ForAll("moments") Instant first,
            @ForAll("moments") Instant second) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        List<LeadEvent> all = new ArrayList<>(events);
        for (Instant at : List.of(first, second)) {
            Score score = engine.score(recordedBy(events, at), at);
            all.add(new Scored(new EventHeader(new EventId("S" + all.size()), LeadArbitraries.LEAD, at, at), score));
        }
        LeadHistory today = LeadHistory.of(LeadArbitraries.LEAD, all);
        Replay replay = Replay.of(ref -> ref.equals(engine.model().ref()) ? Optional.of(engine) : Optional.empty());
        assertThat(replay.check(today)).hasSize(2).allMatch(Replay.Replayed::isSame);
        assertThat(Replay.of(ref -> Optional.empty()).check(today))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.again()).isEmpty())
                .noneMatch(Replay.Replayed::isSame);
    }
}
