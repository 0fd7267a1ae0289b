package dev.leadkit.examples.benchmarks.routing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.examples.benchmarks.workload.Zipf;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.model.Rep;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Invented reps. Each territory is served by the same number of them, whatever their number; each rep has up to forty of
 * {@value #PRODUCTS} products (and each product at least one rep), and up to four of {@value #LANGUAGES} languages, frequent ones more often, as leads ask for them. Of a
 * hundred 15 are out of office and 15 in a time zone where it is night: {@value #AWAY_OF_TWENTY} of twenty are away. All together
 * have the same capacity, whatever their number.
 */
final class Staff {

    static final int PRODUCTS = 990;
    static final int LANGUAGES = 10;

    private static final String PRODUCT = "product";
    private static final int AWAY_OF_TWENTY = 6;
    private static final int MOST_REPS = 10_000;
    private static final int PRODUCTS_OF_A_REP = 40;
    private static final int LANGUAGES_OF_A_REP = 4;
    private static final Zipf BY_PRODUCT = new Zipf(PRODUCTS);
    private static final Zipf BY_LANGUAGE = new Zipf(LANGUAGES);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Map<String, WorkingHours> CALENDARS =
            Map.of("day", weekdays("Europe/Berlin"), "night", weekdays("America/Los_Angeles"));

    private final List<Rep> reps = new ArrayList<>();
    private final BitSet away = new BitSet();
    private final List<RepHours> hours = new ArrayList<>();

    /** As many reps, so many of them for each territory: a multiple of reps by territories. */
    Staff(int size, int team) {
        for (int number = 0; number < size; number++) {
            SplittableRandom chance = new SplittableRandom(1_000_003L * (number + 1));
            reps.add(rep(number, size, team, chance));
            int drawn = chance.nextInt(20);
            away.set(number, drawn < AWAY_OF_TWENTY);
            hours.add(hours(drawn));
        }
    }

    private static WorkingHours weekdays(String zone) {
        return WorkingHours.in(zone).open(MONDAY, FRIDAY, "09:00-18:00").build();
    }

    static Map<String, WorkingHours> calendars() {
        return CALENDARS;
    }

    static String product(int number) {
        return PRODUCT + number;
    }

    static int productNumber(String product) {
        return Integer.parseInt(product.substring(PRODUCT.length()));
    }

    static String language(int number) {
        return "language" + number;
    }

    private static Rep rep(int number, int size, int team, SplittableRandom chance) {
        TreeSet<String> territories = new TreeSet<>();
        int each = team * Ground.TERRITORIES / size;
        for (int i = 0; i < each; i++) {
            territories.add(Ground.name((int) (((long) number * each + i) % Ground.TERRITORIES)));
        }
        TreeMap<String, Integer> skills = new TreeMap<>();
        for (int i = 0; i < PRODUCTS_OF_A_REP; i++) {
            skills.put(product(BY_PRODUCT.draw(chance)), 1 + chance.nextInt(Rep.MOST_LEVEL));
        }
        // a plan that asks for what nobody can do is refused
        for (int rare = number; rare < PRODUCTS; rare += size) {
            skills.put(product(rare), Rep.MOST_LEVEL);
        }
        for (int i = 0; i < LANGUAGES_OF_A_REP; i++) {
            skills.put(language(BY_LANGUAGE.draw(chance)), 1 + chance.nextInt(Rep.MOST_LEVEL));
        }
        int capacity = (100 + chance.nextInt(400)) * (MOST_REPS / size);
        RepId id = new RepId("rep" + Ground.digits(number, 5));
        return new Rep(id, territories, skills, capacity, 1 + chance.nextInt(10), true);
    }

    private static RepHours hours(int drawn) {
        RepHours day = RepHours.named("day");
        if (drawn >= AWAY_OF_TWENTY) {
            return day;
        }
        return drawn < AWAY_OF_TWENTY / 2
                ? RepHours.named("night")
                : day.away(OutOfOffice.days(FIRST, FIRST.plusDays(13), ZoneId.of("Europe/Berlin")));
    }

    List<Rep> reps() {
        return reps;
    }

    RepHours hoursOf(int number) {
        return hours.get(number);
    }

    boolean isAway(int number) {
        return away.get(number);
    }
}
