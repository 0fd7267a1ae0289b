package dev.leadkit.examples.quickstart.sample;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Who hides behind a sample lead.
 *
 * @param id the lead's identifier in the file
 * @param created when the lead came in
 * @param profile what a form tells
 * @param appeal how likely the person buys, from 0 to 1: what no file tells, and what a good score should find
 */
record Person(String id, Instant created, Profile profile, double appeal) {

    /**
     * What a form tells.
     *
     * @param first given name
     * @param last family name
     * @param market country, phone and spelling
     * @param company the company
     * @param title the job title
     * @param employees how many people work there
     * @param source where the lead came from
     */
    record Profile(
            String first, String last, Market market, String company, String title, int employees, String source) {

        String email() {
            String local = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
            String domain = company.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return local + "@" + domain + ".example";
        }
    }

    /**
     * A country as people write it, and its phone numbers that are reserved for fiction.
     *
     * @param spellings how the country is written, the likeliest first
     * @param city a city there
     * @param phone the beginning of a fictitious number; two digits follow
     * @param pull how well the product sells there, from 0 to 1
     */
    record Market(List<String> spellings, String city, String phone, double pull) {}
}
