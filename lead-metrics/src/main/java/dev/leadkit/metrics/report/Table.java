package dev.leadkit.metrics.report;

import java.util.List;

/** A table whose first column names the rows and whose other columns are figures. */
final class Table {

    private final String caption;
    private final Tag head = new Tag("tr");
    private final Tag body = new Tag("tbody");

    Table(String caption, String... columns) {
        this.caption = caption;
        for (String column : columns) {
            head.add(new Tag("th").set("scope", "col").say(column));
        }
    }

    void row(String name, String... figures) {
        Tag row = new Tag("tr").add(new Tag("th").set("scope", "row").say(name));
        List.of(figures).forEach(figure -> row.add(new Tag("td").say(figure)));
        body.add(row);
    }

    /** The table in a frame that scrolls by itself where the screen is too narrow, also with the keyboard. */
    Tag tag() {
        Tag table = new Tag("table")
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
