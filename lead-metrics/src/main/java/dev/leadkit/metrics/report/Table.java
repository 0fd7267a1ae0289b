package dev.leadkit.metrics.report;

/** A table whose first column names the rows and whose other columns are figures. */
final class Table {

    private final String caption;
    private final int columns;
    private final Tag head = new Tag("tr");
    private final Tag body = new Tag("tbody");
    private boolean endsInWords;
    private String look = "words";

    Table(String caption, String... columns) {
        this.caption = caption;
        this.columns = columns.length;
        for (String column : columns) {
            head.add(new Tag("th").set("scope", "col").say(column));
        }
    }

    /** Says that the last column holds words, not figures. */
    Table endingInWords() {
        endsInWords = true;
        return this;
    }

    /** Says that the last column names leads, whose identifiers are better not broken. */
    Table endingInLeads() {
        look = "words leads";
        return endingInWords();
    }

    void row(String name, String... figures) {
        Tag row = new Tag("tr").add(new Tag("th").set("scope", "row").add(new Tag("bdi").say(name)));
        for (int i = 0; i < figures.length; i++) {
            boolean words = endsInWords && i == columns - 2;
            row.add((words ? Tag.of("td", look) : new Tag("td")).say(figures[i]));
        }
        body.add(row);
    }

    /** The table in a frame that scrolls by itself where the screen is too narrow, also with the keyboard. */
    Tag tag() {
        Tag table = Tag.of("table", endsInWords ? "worded" : "plain")
                .add(new Tag("caption").say(caption))
                .add(new Tag("thead").add(head))
                .add(body);
        return Tag.of("div", "scroll")
                .set("role", "region")
                .set("aria-label", caption)
                .set("tabindex", "0")
                .add(table);
    }
}
