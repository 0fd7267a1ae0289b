package dev.leadkit.routing.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

@Label("Substitutes")
class SubstituteProperties {

    private static final List<RepId> REPS =
            IntStream.range(0, 5).mapToObj(i -> new RepId("rep" + i)).toList();

    private static Map<RepId, RepHours> random(Random random) {
        Map<RepId, RepHours> reps = new HashMap<>();
        for (RepId rep : REPS) {
            RepHours hours = RepHours.ALWAYS;
            for (OutOfOffice away : Office.absences(random)) {
                hours = hours.away(random.nextInt(3) == 0 ? away : away.substitutedBy(another(random, rep)));
            }
            reps.put(rep, random.nextBoolean() ? hours : hours.substitutedBy(another(random, rep)));
        }
        return reps;
    }

    private static String another(Random random, RepId rep) {
        RepId other = REPS.get(random.nextInt(REPS.size()));
        return other.equals(rep) ? REPS.get(rep.equals(REPS.get(0)) ? 1 : 0).value() : other.value();
    }

    /** The oracle: whom a rep's substitutes lead to, by looking through all absences; null for a ring. */
    private static Optional<RepId> end(Map<RepId, RepHours> reps, RepId rep, Instant at, List<RepId> chain) {
        if (chain.contains(rep)) {
            return null;
        }
        chain.add(rep);
        for (OutOfOffice away : reps.get(rep).outOfOffice()) {
            if (!at.isBefore(away.from()) && at.isBefore(away.until())) {
                Optional<RepId> next = away.substitute().isPresent()
                        ? away.substitute()
                        : reps.get(rep).substitute();
                return next.isEmpty() ? Optional.empty() : end(reps, next.get(), at, chain);
            }
        }
        return Optional.of(rep);
    }

    private static List<Instant> boundaries(Map<RepId, RepHours> reps) {
        return reps.values().stream()
                .flatMap(hours -> hours.outOfOffice().stream())
                .map(OutOfOffice::from)
                .toList();
    }

    @Property(tries = 500)
    @Label("are refused just if at some instant they go round in a ring, and else followed to the end")
    void ringsAndChains(@ForAll Random random) {
        Map<RepId, RepHours> reps = random(random);
        Availability.Builder builder = Availability.builder();
        reps.forEach(builder::rep);
        boolean ring = boundaries(reps).stream()
                .anyMatch(at -> REPS.stream().anyMatch(rep -> end(reps, rep, at, new ArrayList<>()) == null));
        assertThat(builder.faults(REPS).isEmpty()).isEqualTo(!ring);
        if (!ring) {
            Availability availability = builder.build(REPS);
            for (Instant at : boundaries(reps)) {
                for (RepId rep : REPS) {
                    List<RepId> chain = new ArrayList<>();
                    Optional<RepId> end = end(reps, rep, at, chain);
                    assertThat(availability.substitute(rep, at)).isEqualTo(new Substitution(chain, end));
                }
            }
        }
    }
}
