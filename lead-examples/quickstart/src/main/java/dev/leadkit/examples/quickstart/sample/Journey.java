package dev.leadkit.examples.quickstart.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invents what happens to a person: visits before, answers after, and how it ends. */
final class Journey {

    private static final Duration NONE = Duration.ZERO;
    private static final List<String> PAGES = List.of("/blog", "/features", "/pricing", "/customers", "/docs");
    private static final List<String> REASONS = List.of("no budget", "chose another", "no answer", "bad timing");

    private final Dice dice;
    private final Instant end;
    private final Person person;
    private final boolean buys;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One row of the interactions file.
     *
     * @param lead the lead's identifier in the file
     * @param type what happened
     * @param at when
     * @param outbound whether it went from the company to the lead
     * @param properties further facts
     */
    record Step(String lead, String type, Instant at, boolean outbound, Map<String, String> properties) {}

    private Journey(Dice dice, Instant end, Person person) {
        this.dice = dice;
        this.end = end;
        this.person = person;
        this.buys = dice.chance(person.appeal());
    }

    static List<Step> of(Person person, Dice dice, Instant end) {
        Journey journey = new Journey(dice, end, person);
        journey.before();
        journey.after();
        return journey.steps;
    }

    private void before() {
        int visits = dice.below(buys ? 5 : 2);
        for (int i = 0; i < visits; i++) {
            Instant at = dice.after(person.created(), Duration.ofDays(-14), NONE);
            add("page.visited", at, false, Map.of("page", dice.oneOf(PAGES)));
        }
        if (dice.chance(buys ? 0.45 : 0.08)) {
            add("demo.requested", person.created(), false, Map.of());
        } else if (dice.chance(buys ? 0.4 : 0.2)) {
            add("content.downloaded", person.created(), false, Map.of("asset", "guide-" + (1 + dice.below(4))));
        }
    }

    private void after() {
        Instant contacted = dice.after(person.created(), Duration.ofMinutes(2), Duration.ofHours(buys ? 30 : 90));
        add("email.sent", person.created().plusSeconds(20), true, Map.of("actor", "automated"));
        if (!dice.chance(0.9)) {
            return;
        }
        add(dice.chance(0.6) ? "call.made" : "email.sent", contacted, true, Map.of("actor", "human"));
        move("contacted", contacted);
        if (buys || dice.chance(0.3)) {
            Instant qualified = dice.after(contacted, Duration.ofHours(2), Duration.ofDays(6));
            add("email.opened", dice.after(contacted, NONE, Duration.ofDays(2)), false, Map.of());
            move("mql", qualified);
            deal(qualified);
        } else if (dice.chance(0.5)) {
            lose(contacted);
        }
    }

    private void deal(Instant qualified) {
        if (!buys && !dice.chance(0.4)) {
            lose(qualified);
            return;
        }
        Instant accepted = dice.after(qualified, Duration.ofHours(5), Duration.ofDays(8));
        move("sql", accepted);
        if (buys) {
            String value = String.format(Locale.ROOT, "%d.00", 500 * (1 + dice.below(40)));
            Instant won = dice.after(accepted, Duration.ofDays(3), Duration.ofDays(50));
            add("lead.converted", won, false, Map.of("value", value, "currency", "EUR"));
        } else {
            lose(accepted);
        }
    }

    private void lose(Instant after) {
        Instant at = dice.after(after, Duration.ofDays(1), Duration.ofDays(40));
        add("lead.lost", at, false, Map.of("reason", dice.oneOf(REASONS)));
    }

    private void move(String stage, Instant at) {
        add("stage.moved", at, false, Map.of("to", stage));
    }

    private void add(String type, Instant at, boolean outbound, Map<String, String> properties) {
        if (at.isBefore(end)) {
            steps.add(new Step(person.id(), type, at, outbound, properties));
        }
    }
}
