package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import dev.leadkit.routing.availability.AvailableReps;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.model.Rep;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A team")
final class TeamTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<RepId> REPS =
            IntStream.range(0, 70).mapToObj(i -> new RepId("rep" + i)).toList();

    /** All but two, the first and the last one. */
    private static AvailableReps available() {
        RepHours away = RepHours.ALWAYS.away(
                new OutOfOffice(NOON, NOON.plus(Duration.ofHours(1)), Optional.empty(), OutOfOffice.Kind.HARD));
        return Availability.builder()
                .rep(REPS.get(0), away)
                .rep(REPS.get(69), away)
                .build(REPS)
                .timeline(REPS)
                .at(NOON);
    }

    private static Team team(int... members) {
        BitSet of = new BitSet();
        IntStream.of(members).forEach(of::set);
        List<Rep> reps = REPS.stream().map(id -> Rep.of(id.value(), 1)).toList();
        return new Teams(reps, List.of()).of(of);
    }

    @Test
    @DisplayName("knows by place which of its own reps are there")
    void present() {
        Team team = team(0, 3, 69);
        AvailableReps available = available();
        assertThat(team.present(available)).containsExactly(0b010);
        assertThat(team.present(available)).isSameAs(team.present(available));
        assertThat(team.present(Availability.ALWAYS.timeline(REPS).at(NOON))).containsExactly(0b111);
    }

    @Test
    @DisplayName("does not hold what is known of all reps because it was asked about them last")
    void forgets() {
        Team team = team(1, 69);
        WeakReference<AvailableReps> held = asked(team);
        for (int i = 0; i < 50 && held.get() != null; i++) {
            System.gc();
        }
        assertThat(held.get()).isNull();
        assertThat(team.present(available())).containsExactly(0b01);
    }

    private static WeakReference<AvailableReps> asked(Team team) {
        AvailableReps available = available();
        assertThat(team.present(available)).containsExactly(0b01);
        return new WeakReference<>(available);
    }
}
