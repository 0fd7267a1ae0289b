package dev.leadkit.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TagTest {

    @Test
    @DisplayName("Attributes stand in their order, content as it was added")
    void order() {
        Tag tag = Tag.of("p", "lead")
                .set("id", "a")
                .say("one ")
                .add(new Tag("b").say("two"))
                .trusted("<i>3</i>");
        assertThat(tag).hasToString("<p class=\"lead\" id=\"a\">one <b>two</b><i>3</i></p>");
        assertThat(Tag.empty("meta", "charset", "utf-8", "name", "x")).isEqualTo("<meta charset=\"utf-8\" name=\"x\">");
    }

    @Test
    @DisplayName("What means something in markup is escaped in texts and in attributes")
    void escapes() {
        assertThat(new Tag("p").set("title", "\"<&>'").say("\"<&>'"))
                .hasToString("<p title=\"&quot;&lt;&amp;&gt;&#39;\">&quot;&lt;&amp;&gt;&#39;</p>");
    }

    @Test
    @DisplayName("What no file can hold or nobody sees is replaced; all else stays, line ends too")
    void characters() {
        for (String bad : new String[] {"\0", "\u001f", "\r", "\u007f", "\u0080", "\u009f", "\ud800", "\udfff"}) {
            assertThat(new Tag("p").say("a" + bad + "b")).hasToString("<p>a\uFFFDb</p>");
        }
        for (String good :
                new String[] {"\n", "\t", " ", "~", "\u00a0", "\ud7ff", "\ue000", "\ud83d\ude00", "\u0130"}) {
            assertThat(new Tag("p").say("a" + good + "b")).hasToString("<p>a" + good + "b</p>");
        }
    }

    @Test
    @DisplayName("Only the last column of a table holds words, and only if it was said")
    void tables() {
        Table figures = new Table("Some & others", "Name", "One", "Two");
        figures.row("a", "1", "2");
        assertThat(figures.tag())
                .hasToString(
                        "<div class=\"scroll\" role=\"region\" aria-label=\"Some &amp; others\" tabindex=\"0\">"
                                + "<table class=\"plain\"><caption>Some &amp; others</caption><thead><tr>"
                                + "<th scope=\"col\">Name</th><th scope=\"col\">One</th><th scope=\"col\">Two</th></tr></thead>"
                                + "<tbody><tr><th scope=\"row\"><bdi>a</bdi></th><td>1</td><td>2</td></tr></tbody></table></div>");
        Table worded = new Table("c", "Name", "One", "Why").endingInWords();
        worded.row("a", "1", "late");
        assertThat(worded.tag().toString())
                .contains("<table class=\"worded\">", "<td>1</td><td class=\"words\">late</td>");
        Table leads = new Table("c", "Name", "One", "Who").endingInLeads();
        leads.row("a", "1", "lead-1");
        assertThat(leads.tag().toString())
                .contains("<table class=\"worded\">", "<td>1</td><td class=\"words leads\">lead-1</td>");
    }
}
