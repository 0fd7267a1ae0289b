package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Draw;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.workload.Field;
import dev.leadkit.routing.workload.Rankings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same decisions as the router's by asking every rep: who is there, serves the territory, has both skills and room. The territory is
 * told for nothing, the order among those who are left is the library's own, and loads and lags are plain fields instead of a
 * ledger: only the scan is slow.
 */
final class NaiveScan {

    private final List<Desk> desks = new ArrayList<>();
    private final Field field;

    private static final class Desk {

        private final RepId id;
        private final Set<String> territories;
        private final Map<String, Integer> skills;
        private final int capacity;
        private final int weight;
        private final long hash;
        private final boolean away;
        private int open;
        private long lag;

        private Desk(Rep rep, boolean away, Standing standing) {
            this.id = rep.id();
            this.territories = new HashSet<>(rep.territories());
            this.skills = new HashMap<>(rep.skills());
            this.capacity = rep.capacity();
            this.weight = rep.weight();
            this.hash = Draw.hash(rep.id().value());
            this.away = away;
            this.open = standing.open();
            this.lag = standing.lag();
        }

        private boolean has(String skill, int level) {
            Integer own = skills.get(skill);
            return own != null && own >= level;
        }
    }

    /** Reps who stand as the ledger says now. */
    NaiveScan(Market market, AssignmentLedger ledger) {
        Staff staff = market.staff();
        List<RepId> ids = staff.reps().stream().map(Rep::id).toList();
        List<Standing> standings = ledger.standings("market", ids);
        for (int i = 0; i < ids.size(); i++) {
            desks.add(new Desk(staff.reps().get(i), staff.isAway(i), standings.get(i)));
        }
        field = new Field(ids.size());
    }

    /** Fills the field with those who can take the lead. */
    private void scan(Facts lead, String territory) {
        String product = lead.lead().get(Demand.PRODUCT).orElseThrow();
        int level = Market.level(Staff.productNumber(product));
        String language = lead.lead().get(Demand.LANGUAGE).orElseThrow();
        int units = Market.units(lead);
        field.clear();
        for (int number = 0; number < desks.size(); number++) {
            Desk desk = desks.get(number);
            if (!desk.away
                    && desk.territories.contains(territory)
                    && desk.has(product, level)
                    && desk.has(language, 1)
                    && desk.capacity - desk.open >= units) {
                int place = field.add(number, desk.weight, desk.capacity);
                field.standing(place, desk.open, desk.lag, 0);
            }
        }
    }

    /** The numbers of those who can take the lead. */
    List<Integer> eligible(Facts lead, String territory) {
        scan(lead, territory);
        List<Integer> numbers = new ArrayList<>();
        for (int place = 0; place < field.size(); place++) {
            numbers.add(field.rep(place));
        }
        return numbers;
    }

    /** Gives the lead to whom the fair share says; empty if nobody can take it. */
    Optional<RepId> take(Facts lead, String territory) {
        scan(lead, territory);
        if (field.size() == 0) {
            return Optional.empty();
        }
        LeadId id = lead.lead().id();
        long lot = Draw.of(Floor.SEED, id.value());
        field.rank(Rankings.fairShare(), 1, rep -> Draw.of(lot, desks.get(rep).hash));
        for (int place = 0; place < field.size(); place++) {
            desks.get(field.rep(place)).lag += field.share(place);
        }
        Desk winner = desks.get(field.rep(field.best(0)));
        winner.lag -= Lag.ONE_LEAD;
        winner.open += Market.units(lead);
        return Optional.of(winner.id);
    }
}
