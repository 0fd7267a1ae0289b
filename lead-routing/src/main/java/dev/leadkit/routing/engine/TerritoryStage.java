package dev.leadkit.routing.engine;

import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.territory.TerritoryMap;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lets pass who serves the lead's territory: by its name, by that of a territory around it, or everywhere. Of a lead in no
 * territory only those pass who serve everywhere. Who serves a territory is put together when the first lead of it comes, so
 * that a plan with very many territories is soon built and holds only those that leads come from.
 */
final class TerritoryStage extends PlanStage {

    private static final int NOWHERE = TerritoryMap.NONE;

    private final TerritoryMap map;
    private final Map<Integer, BitSet> named = new HashMap<>();
    private final BitSet everywhere = new BitSet();
    private final Teams teams;
    private final Team onlyEverywhere;
    private final AtomicReferenceArray<Team> serving;

    TerritoryStage(TerritoryMap map, List<Rep> all, Teams teams) {
        super(BuiltIn.TERRITORY);
        this.map = map;
        this.teams = teams;
        for (int rep = 0; rep < all.size(); rep++) {
            add(rep, all.get(rep));
        }
        this.onlyEverywhere = teams.of(everywhere);
        this.serving = new AtomicReferenceArray<>(map.size());
    }

    private void add(int number, Rep rep) {
        for (String territory : rep.territories()) {
            if (territory.equals(Rep.EVERYWHERE)) {
                everywhere.set(number);
            } else {
                named.computeIfAbsent(map.number(territory), none -> new BitSet())
                        .set(number);
            }
        }
    }

    @Override
    void open(Deliberation deliberation, int place) {
        deliberation.findTerritory();
    }

    private Team serving(int territory) {
        if (territory == NOWHERE) {
            return onlyEverywhere;
        }
        Team known = serving.get(territory);
        if (known == null) {
            known = found(territory);
            serving.set(territory, known);
        }
        return known;
    }

    private Team found(int territory) {
        BitSet all = (BitSet) everywhere.clone();
        boolean own = false;
        for (int around = territory; around != NOWHERE; around = map.parent(around)) {
            BitSet those = named.get(around);
            if (those != null && map.serves(around, territory)) {
                all.or(those);
                own = true;
            }
        }
        return own ? teams.of(all) : onlyEverywhere;
    }

    @Override
    void narrow(Deliberation deliberation, int place) {
        deliberation.left().within(serving(deliberation.territory()));
    }

    @Override
    boolean sparesTargets() {
        return true;
    }

    @Override
    Verdict test(Deliberation deliberation, int place, int rep) {
        int territory = deliberation.territory();
        return serving(territory).has(rep)
                ? Verdict.pass()
                : Verdict.refuse(
                        () -> remedy(territory, deliberation.plan().rep(rep)).words(deliberation.id(rep)));
    }

    @Override
    Remedy remedy(Deliberation deliberation, int place, int rep, Verdict verdict) {
        return remedy(deliberation.territory(), deliberation.plan().rep(rep));
    }

    private Remedy remedy(int territory, Rep rep) {
        Optional<String> where = territory == NOWHERE ? Optional.empty() : Optional.of(map.id(territory));
        return new Remedy.Territory(where, rep.territories());
    }
}
