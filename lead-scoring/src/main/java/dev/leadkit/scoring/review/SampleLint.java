package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Field;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what a sample of leads has of what a model asks about. Not thread-safe. */
final class SampleLint {

    private final List<Counted> all;
    private final Set<String> filled = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final LeadZone zone;
    private long leads;

    SampleLint(ScoringModel model) {
        this.zone = model.zone();
        this.all = Watched.all(model).stream().map(Counted::new).toList();
    }

    void look(Facts facts) {
        leads++;
        facts.lead().values().fields().forEach(field -> filled.add(key(field)));
        facts.interactions().forEach(event -> seen.add(event.interaction().type()));
        Facts local = zone.in(facts);
        all.forEach(counted -> counted.look(local));
    }

    private static String key(Field<?> field) {
        return field.type().name() + " " + field.name();
    }

    /**
     * Says what it saw.
     *
     * @param remarks what is proved of the model; what the sample shows is added to it, unless a proof says it already
     */
    void check(List<Remark> remarks) {
        if (leads == 0) {
            return;
        }
        if (leads < Lint.LEAST_SAMPLE) {
            remarks.add(new Remark(
                    "",
                    Remark.Kind.INCOMPLETE,
                    "the sample has " + leads + " leads: of a sample of fewer than " + Lint.LEAST_SAMPLE
                            + " nothing is said."));
            return;
        }
        Set<String> settled = settled(remarks);
        for (Counted counted : all) {
            boolean gaps = findGaps(counted.watched, remarks);
            if (!settled.contains(counted.watched.path())) {
                counted.check(gaps, remarks);
            }
        }
    }

    /** Where a proof says already what the sample can only show. */
    private static Set<String> settled(List<Remark> proved) {
        return proved.stream()
                .filter(remark -> remark.kind() == Remark.Kind.NEVER || remark.kind() == Remark.Kind.ALWAYS)
                .map(Remark::path)
                .collect(Collectors.toSet());
    }

    private boolean findGaps(Watched watched, List<Remark> remarks) {
        Set<String> gaps = new LinkedHashSet<>();
        for (Field<?> field : watched.asked().fields()) {
            if (!filled.contains(key(field)) && gaps.add(field.name())) {
                remarks.add(new Remark(
                        watched.path(),
                        Remark.Kind.FIELD_UNFILLED,
                        none() + " has a value in the field " + field.name() + "."));
            }
        }
        for (InteractionFilter filter : watched.asked().filters()) {
            boolean unseen =
                    !filter.types().isEmpty() && filter.types().stream().noneMatch(seen::contains);
            if (unseen && gaps.add(filter.toString())) {
                remarks.add(new Remark(
                        watched.path(),
                        Remark.Kind.INTERACTION_UNSEEN,
                        none() + " has an interaction of type " + String.join(" or ", filter.types()) + "."));
            }
        }
        return !gaps.isEmpty();
    }

    private String none() {
        return "none of the " + leads + " leads of the sample";
    }

    /** For how many leads each way of something was true. */
    private final class Counted {

        private final Watched watched;
        private final long[] held;

        private Counted(Watched watched) {
            this.watched = watched;
            this.held = new long[watched.ways().size()];
        }

        private void look(Facts local) {
            for (int i = 0; i < held.length; i++) {
                Condition way = watched.ways().get(i);
                held[i] += way.evaluate(local, fault -> {}) == Truth.TRUE ? 1 : 0;
            }
        }

        private void check(boolean gaps, List<Remark> remarks) {
            long most = 0;
            for (long count : held) {
                most = Math.max(most, count);
            }
            if (!gaps && held.length > 0 && most == 0) {
                remarks.add(new Remark(
                        watched.path(),
                        Remark.Kind.SILENT,
                        "the rule holds for none of the " + leads
                                + " leads of the sample, though what it asks about is there."));
            } else if (watched.telling() && most == leads) {
                remarks.add(new Remark(
                        watched.path(),
                        Remark.Kind.UNANIMOUS,
                        "the rule holds for each of the " + leads
                                + " leads of the sample, and tells none of them from the others."));
            }
        }
    }
}
