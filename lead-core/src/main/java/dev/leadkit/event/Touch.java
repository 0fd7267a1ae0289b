package dev.leadkit.event;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One contact of a person with our marketing, as the parameters of a link tell it. Only parameters of two lists get in:
 * what a link says comes from outside and is not to be trusted. Click identifiers lead to one person's click at an
 * advertiser, so they count as personal data. {@code toString} shows the campaign tags only.
 *
 * @param tags what tells the campaign, by the names of {@link #TAGS}
 * @param clickIds the advertisers' identifiers of the click, by the names of {@link #CLICK_IDS}; empty once erased
 */
public record Touch(SortedMap<String, String> tags, SortedMap<String, String> clickIds) {

    /** The campaign tags that get in: the UTM parameters, and without their queries the landing and the referring page. */
    public static final Set<String> TAGS = Set.of(
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "utm_id",
            "utm_source_platform",
            "landing_page",
            "referrer");

    /** The click identifiers that get in: those of Google, Meta, Microsoft, LinkedIn, TikTok, X and others. */
    public static final Set<String> CLICK_IDS = Set.of(
            "gclid",
            "gbraid",
            "wbraid",
            "dclid",
            "fbclid",
            "msclkid",
            "li_fat_id",
            "ttclid",
            "twclid",
            "rdt_cid",
            "sccid",
            "epik");

    private static final Set<String> PAGES = Set.of("landing_page", "referrer");

    /** The most characters of a value; longer ones are cut, because half a tag still tells more than none. */
    public static final int LONGEST = 255;

    /**
     * Makes a touch of parameters as {@link #of} would leave them.
     *
     * @param tags campaign tags; others than {@link #TAGS} are not allowed
     * @param clickIds click identifiers; others than {@link #CLICK_IDS} are not allowed
     * @throws IllegalArgumentException if a name is on no list; or a value is blank, has blanks at its ends, is longer than
     *     {@link #LONGEST}, or is a page's address with a query
     */
    public Touch {
        tags = checked(tags, TAGS);
        clickIds = checked(clickIds, CLICK_IDS);
    }

    /**
     * The touch that parameters tell. Blank ones, and those of neither list, are left out.
     *
     * @param parameters any parameters, such as those of a landing page's link
     * @return the touch, or empty if none of them is on a list
     */
    public static Optional<Touch> of(Map<String, String> parameters) {
        Touch touch = new Touch(allowed(parameters, TAGS), allowed(parameters, CLICK_IDS));
        return touch.tags.isEmpty() && touch.clickIds.isEmpty() ? Optional.empty() : Optional.of(touch);
    }

    private static SortedMap<String, String> allowed(Map<String, String> parameters, Set<String> names) {
        SortedMap<String, String> allowed = new TreeMap<>();
        for (String name : names) {
            String text = withoutQuery(name, parameters.getOrDefault(name, "").strip());
            if (!text.isEmpty()) {
                allowed.put(name, cut(text));
            }
        }
        return allowed;
    }

    /** A letter that takes two units of a text is not cut in half: half a letter can be stored nowhere. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)
                .stripTrailing();
    }

    /** What stands in the query of a page's address may be anything, a person's e-mail address too. */
    private static String withoutQuery(String name, String text) {
        return PAGES.contains(name) ? text.split("[?#]", 2)[0].stripTrailing() : text;
    }

    private static SortedMap<String, String> checked(Map<String, String> values, Set<String> names) {
        if (!names.containsAll(values.keySet())) {
            throw new IllegalArgumentException(
                    "touch parameters must be on the list " + new TreeMap<>(values).keySet());
        }
        SortedMap<String, String> copy = new TreeMap<>(values);
        if (!copy.equals(allowed(copy, names))) {
            throw new IllegalArgumentException("touch parameters must be texts of 1 to " + LONGEST
                    + " characters, and pages without a query, " + copy.keySet());
        }
        return Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The touch without click identifiers.
     *
     * @return the campaign tags alone
     */
    public Touch redacted() {
        return clickIds.isEmpty() ? this : new Touch(tags, new TreeMap<>());
    }

    @Override
    public String toString() {
        return "Touch" + tags;
    }
}
