package dev.leadkit.examples.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes leads: 14 texts and 7 numbers, of which 8 % are missing, and from 0 to so many acts of 12 types within half a year. No two
 * texts are the same object. A lead is the same for the same number, whoever else is made.
 *
 * <p>Acts are at moments at which no decay of the rules comes close to the middle between two thousandths of a point. There,
 * floating point and integers may round differently; so every contender has to give the same total, to the last digit.
 */
public final class People {

    /** The moment that is scored for. */
    public static final Instant AS_OF = Instant.parse("2026-03-01T09:00:00Z");

    private static final int MISSING_PERCENT = 8;
    private static final int DAYS = 180;
    private static final double CLOSE = 0.01;
    private static final long A_MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final List<EventRule.Decay> decays;
    private final int mostActs;
    private final boolean exactly;
    private final Zipf types = new Zipf(EventRules.TYPES.size());
    private final Zipf topics = new Zipf(EventRules.TOPICS.size());

    private People(RuleSet rules, int mostActs, boolean exactly) {
        this.decays = rules.decays();
        this.mostActs = mostActs;
        this.exactly = exactly;
    }

    /**
     * Leads who did 0 to 50 things.
     *
     * @param rules the rules that they are scored by
     * @return the maker of leads
     */
    public static People of(RuleSet rules) {
        return new People(rules, 50, false);
    }

    /**
     * Leads who did the same number of things.
     *
     * @param rules the rules that they are scored by
     * @param acts how many things
     * @return the maker of leads
     */
    public static People of(RuleSet rules, int acts) {
        return new People(rules, acts, true);
    }

    /**
     * The first leads.
     *
     * @param count how many
     * @return the leads
     */
    public List<Person> first(int count) {
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            people.add(person(number));
        }
        return people;
    }

    /**
     * One lead.
     *
     * @param number its number, from 0
     * @return the lead
     */
    public Person person(int number) {
        SplittableRandom chance = new SplittableRandom(number * 31L + 7);
        @Nullable String[] texts = new @Nullable String[Attribute.texts().size()];
        for (Attribute.Text attribute : Attribute.texts()) {
            String drawn = attribute.draw(chance);
            texts[attribute.place()] = isMissing(chance) ? null : copy(drawn);
        }
        double[] numbers = new double[Attribute.numbers().size()];
        for (Attribute.Amount attribute : Attribute.numbers()) {
            double drawn = attribute.draw(chance).doubleValue();
            numbers[attribute.place()] = isMissing(chance) ? Double.NaN : drawn;
        }
        return new Person(texts, numbers, acts(chance), AS_OF.toEpochMilli());
    }

    private static boolean isMissing(SplittableRandom chance) {
        return chance.nextInt(100) < MISSING_PERCENT;
    }

    /** Values come from a request or a row, so they are objects of their own. */
    static String copy(String text) {
        return new String(text.toCharArray());
    }

    private List<Act> acts(SplittableRandom chance) {
        int count = exactly ? mostActs : chance.nextInt(mostActs + 1);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            acts.add(act(chance));
        }
        acts.sort(Comparator.comparingLong(Act::getAt));
        return List.copyOf(acts);
    }

    private Act act(SplittableRandom chance) {
        String type = copy(EventRules.TYPES.get(types.draw(chance)));
        String topic = chance.nextInt(4) == 0 ? null : copy(EventRules.TOPICS.get(topics.draw(chance)));
        double drawn = chance.nextDouble();
        long at = AS_OF.toEpochMilli() - (long) (drawn * drawn * DAYS * DAY);
        Act act = new Act(type, topic, at);
        while (!isClear(act)) {
            act = new Act(type, topic, act.getAt() - A_MINUTE);
        }
        return act;
    }

    private boolean isClear(Act act) {
        for (EventRule.Decay decay : decays) {
            if (decay.isMeant(act, AS_OF.toEpochMilli())) {
                double left = decay.left(AS_OF.toEpochMilli() - act.getAt());
                if (Math.abs(left - Math.floor(left) - 0.5) < CLOSE) {
                    return false;
                }
            }
        }
        return true;
    }
}
