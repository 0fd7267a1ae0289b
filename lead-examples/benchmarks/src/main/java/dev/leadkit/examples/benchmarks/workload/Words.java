package dev.leadkit.examples.benchmarks.workload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Made-up words. */
final class Words {

    private static final List<String> SYLLABLES = List.of(
            "ba", "bel", "cor", "da", "den", "el", "fi", "gar", "ha", "in", "ka", "kin", "la", "lor", "ma", "mer", "na",
            "nor", "o", "pa", "per", "qui", "ra", "ros", "sa", "sten", "ta", "tor", "u", "va", "vin", "wa", "xi",
            "zen");
    private static final List<String> LEVELS =
            List.of("", "Senior ", "Head of ", "Chief ", "Junior ", "Lead ", "Vice President ", "Assistant ");
    private static final List<String> AREAS = List.of(
            "Data",
            "Sales",
            "Marketing",
            "Finance",
            "Product",
            "Security",
            "Cloud",
            "Support",
            "Logistics",
            "People",
            "Research",
            "Legal");
    private static final List<String> ROLES = List.of(
            " Manager",
            " Engineer",
            " Director",
            " Analyst",
            " Officer",
            " Consultant",
            " Architect",
            " Intern",
            " Student");

    private Words() {}

    /** Words with a capital letter, all different whatever their case; the same for the same count and seed. */
    static List<String> names(int count, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Set<String> seen = new HashSet<>();
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            String word = word(chance);
            if (seen.add(word)) {
                words.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return List.copyOf(words);
    }

    private static String word(SplittableRandom chance) {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + chance.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(chance.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    /** Job titles, the usual ones not always first. */
    static List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (String role : ROLES) {
            for (String level : LEVELS) {
                AREAS.forEach(area -> titles.add(level + area + role));
            }
        }
        SplittableRandom chance = new SplittableRandom(17);
        for (int i = titles.size() - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            String title = titles.get(i);
            titles.set(i, titles.get(other));
            titles.set(other, title);
        }
        return List.copyOf(titles);
    }

    /** Addresses of pages. */
    static List<String> pages(int count, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<String> hosts = names(count / 5, seed + 1);
        List<String> paths = names(count / 4, seed + 2);
        Set<String> pages = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        while (inOrder.size() < count) {
            String page = "https://www." + lower(hosts.get(chance.nextInt(hosts.size()))) + ".example/"
                    + lower(paths.get(chance.nextInt(paths.size())));
            if (pages.add(page)) {
                inOrder.add(page);
            }
        }
        return List.copyOf(inOrder);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
