package dev.leadkit.metrics.report;

import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTML file with all figures: key figures as cards, charts, tables with exact figures, and notes. It needs no network and
 * no script, and is in English. Equal figures and texts give equal bytes. All texts are escaped. Immutable and thread-safe.
 */
public final class Report {

    private final String html;

    private Report(String html) {
        this.html = html;
    }

    /**
     * Starts with the title "Lead report" and no notes.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The whole page.
     *
     * @return a complete HTML document, to be written in UTF-8
     */
    public String html() {
        return html;
    }

    /** Collects what the page says beside the figures. Not thread-safe. */
    public static final class Builder {

        private final List<String> notes = new ArrayList<>();
        private String title = "Lead report";
        private @Nullable Intake intake;
        private @Nullable Audit audit;

        private Builder() {}

        /**
         * Says what the page is called.
         *
         * @param text the title, not blank
         * @return this
         */
        public Builder title(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("title must be a text, was blank");
            }
            title = text;
            return this;
        }

        /**
         * Adds what a reader must know to judge the figures, such as how the model was made.
         *
         * @param text a sentence or two
         * @return this
         */
        public Builder note(String text) {
            notes.add(text);
            return this;
        }

        /**
         * Says what became of the rows that came in.
         *
         * @param counts the counts
         * @return this
         */
        public Builder intake(Intake counts) {
            intake = counts;
            return this;
        }

        /**
         * Adds the section on the data's quality.
         *
         * @param found the audit, as of the same instant as the figures
         * @return this
         */
        public Builder audit(Audit found) {
            audit = found;
            return this;
        }

        /**
         * Makes the report; the builder may go on being used.
         *
         * @param figures the figures
         * @return the report
         */
        public Report build(Figures figures) {
            return new Report(new Page(title, List.copyOf(notes), intake, audit).html(figures));
        }
    }
}
