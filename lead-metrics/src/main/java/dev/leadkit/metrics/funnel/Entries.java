package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.Episode;
import dev.leadkit.metrics.facts.LeadFacts;
import java.util.ArrayList;
import java.util.List;

/** The entries of a lead that count. */
final class Entries {

    /** How far one looks for the end of an entry before one looks farther: twice as far each time. */
    private static final int NEAR = 16;

    private final FunnelSpec spec;
    private final Timeline line;
    private final List<Chain> found = new ArrayList<>(1);

    private Entries(FunnelSpec spec, LeadFacts facts) {
        this.spec = spec;
        this.line = Timeline.of(spec, facts);
    }

    /** All that count, in their order; none if the lead never entered. Of excluded ones only that they are. */
    static List<Chain> of(FunnelSpec spec, LeadFacts facts) {
        Entries entries = new Entries(spec, facts);
        if (spec.entry().anchor() == Anchor.EPISODE) {
            entries.byEpisode(facts.episodes());
        } else if (spec.entry().unit() == FunnelSpec.Unit.ENTRY) {
            entries.oneByOne();
        } else {
            entries.keep(entries.walk(0, entries.line.size()));
        }
        return entries.found;
    }

    private boolean inOrder() {
        return spec.path().order() != StepOrder.ANY && spec.path().skip() == Skip.STRICT;
    }

    private InOrder.Walk walk(int from, int to) {
        Anchor anchor = spec.entry().anchor();
        boolean first = spec.entry().unit() == FunnelSpec.Unit.ENTRY
                || anchor == Anchor.FIRST_ENTRY
                || anchor == Anchor.EPISODE;
        return inOrder() ? InOrder.walk(line, spec, from, to, first) : AnyOrder.walk(line, spec, from, to);
    }

    private void keep(InOrder.Walk walk) {
        Chain chain = walk.chain();
        if (chain != null) {
            found.add(chain);
        }
    }

    private void byEpisode(List<Episode> episodes) {
        int from = 0;
        for (int i = 0; i < episodes.size(); i++) {
            from = line.firstSince(episodes.get(i).start(), from);
            int to = i + 1 < episodes.size()
                    ? line.firstSince(episodes.get(i + 1).start(), from)
                    : line.size();
            keep(walk(from, to));
        }
        if (spec.entry().unit() == FunnelSpec.Unit.LEAD && found.size() > 1) {
            Chain best = found.stream().filter(Chain::isExcluded).findFirst().orElseGet(this::deepest);
            found.clear();
            found.add(best);
        }
    }

    private Chain deepest() {
        Chain best = found.get(0);
        for (Chain chain : found) {
            best = chain.length() > best.length() ? chain : best;
        }
        return best;
    }

    private void oneByOne() {
        int at = entryFrom(0);
        while (at < line.size()) {
            if (spec.entry().anchor() == Anchor.LATEST_ENTRY) {
                int next = entryFrom(at + 1);
                keep(walk(at, Math.min(next + 1, line.size())));
                at = next;
            } else {
                InOrder.Walk walk = untilOver(at);
                keep(walk);
                at = entryFrom(walk.over());
            }
        }
    }

    private int entryFrom(int from) {
        int i = from;
        while (i < line.size() && inOrder() && !line.isStep(i, 0)) {
            i++;
        }
        return i;
    }

    private InOrder.Walk untilOver(int from) {
        boolean ahead = spec.path().ties().rule() == Ties.Rule.GRACE;
        for (int near = NEAR; !ahead && near < line.size() - from; near *= 2) {
            InOrder.Walk walk = walk(from, from + near);
            if (walk.over() < from + near) {
                return walk;
            }
        }
        return walk(from, line.size());
    }
}
