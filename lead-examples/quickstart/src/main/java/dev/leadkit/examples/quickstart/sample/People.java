package dev.leadkit.examples.quickstart.sample;

import dev.leadkit.examples.quickstart.sample.Person.Market;
import dev.leadkit.examples.quickstart.sample.Person.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Invents people. Every name, company and number is made up. */
final class People {

    private static final List<String> FIRST =
            words("Anna Ben Clara David Elena Farid Greta Hugo Ines Jonas Karin Luis Mia Noah Olga Paul "
                    + "Rosa Samir Tilda Umut Vera Wim Yara Zoe");
    private static final List<String> LAST =
            words("Albers Baumann Conti Dupont Eriksen Fischer Garcia Haas Ivanova Jansen Keller "
                    + "Lindqvist Moreau Novak O'Neill Petrov Quist Rossi Schmidt Tanaka Ulrich Vogel Walker "
                    + "Young Zimmermann");
    private static final List<String> COMPANY_HEAD =
            words("Alder Birch Cobalt Delta Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen "
                    + "Meridian Nimbus Onyx Polar Quartz Ridge Summit Tidal");
    private static final List<String> COMPANY_TAIL =
            words("Logistics Foods Energy Optics Robotics Textiles Pharma Media Tools Systems");
    private static final List<Market> MARKETS = List.of(
            new Market(List.of("Germany", "germany", "DE"), "Berlin", "+49 30 231257", 0.8),
            new Market(List.of("United States", "USA", "US"), "Seattle", "(206) 555-01", 0.5),
            new Market(List.of("United Kingdom", "UK"), "London", "020 7946 08", 0.6),
            new Market(List.of("Austria", "AT"), "Vienna", "", 0.7),
            new Market(List.of("Switzerland", "CH"), "Zurich", "", 0.7),
            new Market(List.of("France", "FR"), "Lyon", "", 0.4),
            new Market(List.of("Netherlands", "NL"), "Utrecht", "", 0.5));
    private static final List<String> TITLES = List.of(
            "Student",
            "Assistant",
            "Engineer",
            "Head of Sales",
            "Marketing Manager",
            "Operations Manager",
            "CEO",
            "CTO");
    private static final List<String> SOURCES = List.of(
            "Google", "Google", "Organic Search", "LinkedIn Ads", "Webinar", "Trade Fair", "Partner", "Referral");

    private final Dice dice;
    private final Instant start;
    private final Duration span;

    People(Dice dice, Instant start, Duration span) {
        this.dice = dice;
        this.start = start;
        this.span = span;
    }

    Person next(int number) {
        Profile profile = new Profile(
                dice.oneOf(FIRST),
                dice.oneOf(LAST),
                dice.oneOfFirst(MARKETS),
                company(),
                dice.oneOf(TITLES),
                employees(),
                dice.oneOf(SOURCES));
        String id = String.format(Locale.ROOT, "S-%06d", number);
        return new Person(id, dice.after(start, Duration.ZERO, span), profile, appeal(profile));
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    private String company() {
        return dice.oneOf(COMPANY_HEAD) + " " + dice.oneOf(COMPANY_TAIL) + " " + (1 + dice.below(400));
    }

    private int employees() {
        return 1 + dice.below(dice.oneOf(List.of(10, 50, 250, 1_000, 5_000)));
    }

    private double appeal(Profile profile) {
        double appeal = 0.1 * profile.market().pull();
        appeal += profile.title().matches("C.O|Head.*|.*Manager") ? 0.25 : 0;
        appeal += profile.employees() >= 50 && profile.employees() < 2_000 ? 0.2 : 0;
        appeal += switch (profile.source()) {
            case "Referral" -> 0.3;
            case "Partner", "Webinar" -> 0.12;
            default -> 0;
        };
        return profile.title().equals("Student") ? appeal / 5 : appeal;
    }
}
