package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Puts what the parser found in plain words. Its own words name switches and classes of its own, which a writer of JSON
 * cannot use, so they are only looked into, never shown; nor is the text around the place, which may be personal.
 */
final class SyntaxFault {

    private static final Pattern UNEXPECTED =
            Pattern.compile("Unexpected (?:character \\(|close marker )'(.)'", Pattern.DOTALL);
    private static final Map<String, String> VALUES = values();
    private static final Map<String, String> HINTS = hints();

    private SyntaxFault() {}

    /** The parser's position stands in where the finding has none. */
    static Fault of(JacksonException found, TokenStreamLocation position, Place start) {
        String path = start.of(found.getLocation() == null ? position : found.getLocation());
        String words = String.valueOf(found.getOriginalMessage());
        if (found instanceof StreamConstraintsException) {
            return tooLarge(path, words);
        }
        return new Fault(path, "valid JSON", value(words), first(HINTS, words, "Check quotes, commas and brackets."));
    }

    private static Fault tooLarge(String path, String words) {
        if (words.contains("nesting")) {
            return new Fault(path, "nested at most " + JsonText.DEEPEST + " deep", "deeper");
        }
        if (words.contains("Document length")) {
            return new Fault(path, "a document of at most " + JsonText.LONGEST + " characters", "longer");
        }
        return words.contains("Token count")
                ? new Fault(
                        path, "a document of at most " + JsonText.MOST_TOKENS + " names, values and brackets", "larger")
                : new Fault(path, "of a sensible size", "a name, number or text of too many characters");
    }

    private static String value(String words) {
        Matcher unexpected = UNEXPECTED.matcher(words);
        if (unexpected.find() && !Character.isISOControl(unexpected.group(1).charAt(0))) {
            return "'" + unexpected.group(1) + "'";
        }
        return first(VALUES, words, "a syntax error");
    }

    private static String first(Map<String, String> meanings, String words, String otherwise) {
        return meanings.entrySet().stream()
                .filter(meaning -> words.contains(meaning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("end-of-input", "the end of the text");
        values.put("Unrecognized token", "a word without quotes");
        values.put("Non-standard token", "a word without quotes");
        values.put("Unrecognized character escape", "an unknown escape");
        values.put("Illegal unquoted character", "a control character");
        values.put("Unexpected character", "a control character");
        return values;
    }

    /** The first that fits counts, so the closer ones stand first. */
    private static Map<String, String> hints() {
        Map<String, String> hints = new LinkedHashMap<>();
        hints.put("comment", "JSON has no comments.");
        hints.put("end-of-input", "A quote or a bracket is not closed.");
        hints.put("Unexpected close marker", "Brackets must be closed in the order in which they were opened.");
        hints.put("expecting comma", "A comma is missing before it.");
        hints.put("expecting a colon", "A colon is missing before it.");
        hints.put(
                "to start property name",
                "A name in double quotes belongs here; behind the last member stands no comma.");
        hints.put("Illegal unquoted", "Within a text, a line break is written \\n and a tab \\t.");
        hints.put("character escape", "Within a text, a backslash is written \\\\.");
        hints.put("umeric value", "A number is written like 12, -0.5 or 1e6.");
        hints.put("expected a value", "A value belongs here.");
        hints.put("token", "A text stands in double quotes; without them only true, false, null and numbers.");
        hints.put("valid value", "A text stands in double quotes; without them only true, false, null and numbers.");
        return hints;
    }
}
