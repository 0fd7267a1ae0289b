package dev.leadkit.metrics.report;

/**
 * One HTML element under construction: the only place where markup is written and text is escaped. Attributes stand in the order in
 * which they were set.
 */
final class Tag {

    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    Tag(String name) {
        this.name = name;
    }

    static Tag of(String name, String look) {
        return new Tag(name).set("class", look);
    }

    /** An element that has no end, such as {@code meta}. */
    static String empty(String name, String... attributes) {
        Tag tag = new Tag(name);
        for (int i = 0; i < attributes.length; i += 2) {
            tag.set(attributes[i], attributes[i + 1]);
        }
        return "<" + name + tag.attributes + ">";
    }

    Tag set(String key, String value) {
        attributes.append(' ').append(key).append("=\"").append(escape(value)).append('"');
        return this;
    }

    Tag say(String text) {
        content.append(escape(text));
        return this;
    }

    Tag add(Tag child) {
        content.append(child);
        return this;
    }

    /** Adds markup that was made elsewhere: a chart, or the style sheet. */
    Tag trusted(String markup) {
        content.append(markup);
        return this;
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> escape(point, safe));
        return safe.toString();
    }

    private static void escape(int point, StringBuilder safe) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case 0x200E, 0x200F, 0x061C -> {
                // Marks of direction have no look of their own.
            }
            default -> safe.appendCodePoint(isText(point) && !turns(point) ? point : REPLACEMENT);
        }
    }

    /** Embeddings, overrides and isolates: with them a name could turn around the text that follows it. */
    private static boolean turns(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    // Half a surrogate pair cannot be written in UTF-8, and control characters show as nothing.
    private static boolean isText(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= ' ' && !(point >= 0x7F && point <= 0x9F) && !(point >= 0xD800 && point <= 0xDFFF));
    }

    @Override
    public String toString() {
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }
}
