package dev.leadkit.examples.benchmarks.core;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Invents rows of a CSV file of leads, by number: the same number is the same row on every machine, and no two people share
 * an e-mail address. One name in twelve or so is not ASCII, some names are in capitals, some cells are in quotes, and some
 * are placeholders, as in a file that a system exports. Every name, company and number is made up.
 */
final class LeadRows {

    private static final String HEADER = "Id,Created,First name,Last name,E-mail,Company,Title,Country,Source,Campaign";
    private static final String HEADER_WITH_PHONE = HEADER + ",Phone";

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> FIRST = words(
            "Anna Ben Clara David Elena Farid Greta Hugo Ines Jonas Karin Luis Mia Noah Olga Paul Rosa Samir Tilda "
                    + "Umut Vera Wim Yara Zoe Alice Bruno Carla Dmitri Erik Fatima Gianni Helen Ivan Julia Kofi Lena "
                    + "Marco Nadia Oscar Priya Quentin Rahul Sofia Thomas Ursula Victor Wendy Xavier Yusuf José Zoë "
                    + "François Jürgen Åsa");
    private static final List<String> LAST = words(
            "Albers Baumann Conti Dupont Eriksen Fischer Garcia Haas Ivanova Jansen Keller Lindqvist Moreau Novak "
                    + "O'Neill Petrov Quist Rossi Schmidt Tanaka Ulrich Vogel Walker Young Zimmermann Andersson Becker "
                    + "Chen Diaz Evans Ferrari Gupta Hansen Ito Jones Kumar Lopez McDonald Nguyen Okafor Patel Reyes "
                    + "Silva Taylor Usman Verma Wang Yilmaz Müller Núñez Dvořák Sørensen");
    private static final List<String> COMPANY_HEAD = words(
            "Alder Birch Cobalt Delta Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen Meridian Nimbus Onyx "
                    + "Polar Quartz Ridge Summit Tidal Umbra Vertex Willow Xenon Yarrow Zephyr");
    private static final List<String> COMPANY_TAIL = words(
            "Logistics Foods Energy Optics Robotics Textiles Pharma Media Tools Systems Labs Partners Retail Steel");
    private static final List<String> LEGAL_FORM = List.of(" GmbH", " Ltd", ", Inc.", " & Co. KG", " SA", "");
    private static final List<String> LEVEL = List.of("Head of ", "Director of ", "VP ", "Manager ", "Assistant ", "");
    private static final List<String> AREA = words("Sales Marketing Operations Finance Purchasing IT Logistics Quality "
            + "Engineering Research Support Legal Strategy Design");
    private static final List<String> COUNTRIES = List.of(
            "Germany",
            "germany",
            "DE",
            "United States",
            "USA",
            "US",
            "United Kingdom",
            "UK",
            "Austria",
            "Switzerland",
            "France",
            "FR",
            "Netherlands",
            "Spain",
            "España",
            "Italy",
            "Poland",
            "India",
            "Japan",
            "Brazil",
            "Canada",
            "Mexico",
            "Sweden",
            "Norway",
            "Denmark",
            "Côte d'Ivoire",
            "South Korea",
            "N/A");
    private static final List<String> SOURCES = List.of(
            "Google",
            "Organic Search",
            "LinkedIn Ads",
            "Webinar",
            "Trade Fair",
            "Partner",
            "Referral",
            "Newsletter",
            "Direct",
            "Bing",
            "-");
    private static final List<IntFunction<String>> PHONES = List.of(
            n -> digits("(212) 5%02d-%04d", n),
            n -> digits("+1 415 6%02d %04d", n),
            n -> digits("+44 20 7%03d %04d", n),
            n -> digits("011 49 30 23%02d%04d", n),
            n -> digits("+91 98%04d%04d", n),
            n -> digits("+14082%02d%04d", n));

    private final int known;
    private final boolean phones;

    /**
     * Rows about so many known people, who are those of the first rows, and everybody else: of the rows behind, one in ten is
     * about a known person. With a column of phone numbers or without.
     */
    LeadRows(int known, boolean phones) {
        this.known = known;
        this.phones = phones;
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    /** Writes a file with a header and the rows from {@code from} (inclusive) to {@code to} (exclusive). */
    void write(Path file, int from, int to) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.append(phones ? HEADER_WITH_PHONE : HEADER).append("\r\n");
            for (int number = from; number < to; number++) {
                out.append(row(number))
                        .append(phones ? "," + phone(number) : "")
                        .append("\r\n");
            }
        }
    }

    /** Whether a row is about somebody whom an earlier row was about. */
    boolean isAgain(int number) {
        return number >= known && known > 0 && number % 10 == 0;
    }

    private int person(int number) {
        return isAgain(number) ? (int) (number * 7919L % known) : number;
    }

    /** The row of a number, without phone: who comes again has a new record and the old address. */
    private String row(int number) {
        int person = person(number);
        SplittableRandom who = new SplittableRandom(person);
        String first = oneOf(FIRST, who);
        String last = oneOf(LAST, who);
        String company = oneOf(COMPANY_HEAD, who) + " " + oneOf(COMPANY_TAIL, who) + " " + who.nextInt(900);
        String mail = ascii(first) + "." + ascii(last) + person + "@"
                + company.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
        boolean shouts = who.nextInt(20) == 0;
        SplittableRandom what = new SplittableRandom(~number);
        return String.join(
                ",",
                String.format(Locale.ROOT, "CRM-%08d", number),
                START.plus(Duration.ofSeconds(number * 37L % 30_000_000)).toString(),
                shouts ? first.toUpperCase(Locale.ROOT) : first,
                shouts ? last.toUpperCase(Locale.ROOT) : last,
                mail,
                quoted(company + oneOf(LEGAL_FORM, who)),
                oneOf(LEVEL, who) + oneOf(AREA, who),
                quoted(oneOf(COUNTRIES, who)),
                oneOf(SOURCES, what),
                oneOf(SOURCES, what).charAt(0) + "-campaign-" + (2024 + what.nextInt(2)) + "-" + what.nextInt(40));
    }

    /** The phone number of a row: valid, and in one of six spellings, of which some need to know the region US. */
    private static String phone(int number) {
        return quoted(PHONES.get(Math.floorMod(number, PHONES.size())).apply(number));
    }

    private static String digits(String format, int number) {
        long group = (number / 10_000) % 100;
        return String.format(Locale.ROOT, format, group, number % 10_000);
    }

    private static String oneOf(List<String> words, SplittableRandom chance) {
        return words.get(chance.nextInt(words.size()));
    }

    private static String ascii(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 ? cell : '"' + cell + '"';
    }
}
