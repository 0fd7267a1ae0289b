package dev.leadkit.metrics.report;

import dev.leadkit.event.EventHeader;
import dev.leadkit.metrics.figures.Audit;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the page in their order. */
final class Page {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String NO_NETWORK = "default-src 'none'; style-src 'unsafe-inline'";

    private final String title;
    private final List<String> notes;
    private final @Nullable Intake intake;
    private final @Nullable Audit audit;
    private final Map<String, String> titles = new LinkedHashMap<>();

    Page(String title, List<String> notes, @Nullable Intake intake, @Nullable Audit audit) {
        this.title = title;
        this.notes = notes;
        this.intake = intake;
        this.audit = audit;
    }

    String html(Figures figures) {
        Tag main = main(figures);
        Tag body =
                new Tag("body").add(header(figures).add(contents())).add(main).add(footer());
        Tag page =
                new Tag("html").set("lang", "en").set("dir", "ltr").add(head()).add(body);
        return "<!doctype html>\n" + page + "\n";
    }

    private Tag head() {
        return new Tag("head")
                .trusted(Tag.empty("meta", "charset", "utf-8"))
                .trusted(Tag.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1"))
                .trusted(Tag.empty("meta", "http-equiv", "Content-Security-Policy", "content", NO_NETWORK))
                .add(new Tag("title").say(title))
                .add(new Tag("style").trusted("\n" + Style.SHEET));
    }

    private Tag header(Figures figures) {
        Tag header = new Tag("header").add(new Tag("h1").say(title)).add(new Tag("p").say(summary(figures)));
        if (!notes.isEmpty()) {
            Tag list = new Tag("ul");
            notes.forEach(note -> list.add(new Tag("li").say(note)));
            header.add(Tag.of("aside", "note")
                    .set("aria-label", "Notes")
                    .add(new Tag("strong").say("Notes"))
                    .add(list));
        }
        return header;
    }

    private String summary(Figures figures) {
        String leads = Words.count(figures.conversion().basis().denominator());
        String rows = intake == null ? "" : " from " + Words.count(intake.rows()) + " rows";
        return "As of " + moment(figures.moment()) + " \u00b7 " + leads + " leads" + rows;
    }

    /** Beyond the years of all events a calendar may end before the instant does. */
    private static String moment(Figures.Moment moment) {
        return EventHeader.isInRange(moment.asOf())
                ? DAY_AND_TIME.format(moment.asOf().atZone(moment.zone())) + " (" + zone(moment.zone()) + ")"
                : moment.asOf().toString();
    }

    private static String zone(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private Tag main(Figures figures) {
        List<KeyFigure> keys = KeyFigure.of(figures);
        Tag main = new Tag("main")
                .add(section("Key figures").add(Cards.of(keys)))
                .add(section("Charts").add(Charts.of(figures)));
        Sales.of(figures).ifPresent(tag -> main.add(section("Sources and reps").add(tag)));
        if (audit != null) {
            Tag quality = section("Data quality");
            new DataQuality(audit).addTo(quality);
            main.add(quality);
        }
        Tag tables = Tables.of(figures, keys);
        if (intake != null) {
            tables.add(Tables.of(intake));
        }
        main.add(section("Exact figures").add(tables));
        return main.add(section("How to read the figures").add(definitions(figures, keys)));
    }

    private Tag section(String title) {
        String id = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        titles.put(id, title);
        return new Tag("section").set("id", id).add(new Tag("h2").say(title));
    }

    /** The way to every section, for those who do not scroll. */
    private Tag contents() {
        Tag list = new Tag("nav").set("aria-label", "Sections");
        titles.forEach((id, sectionTitle) ->
                list.add(new Tag("a").set("href", "#" + id).say(sectionTitle)));
        return list;
    }

    private Tag definitions(Figures figures, List<KeyFigure> keys) {
        SortedMap<String, Definition> definitions = new TreeMap<>();
        Stream.of(
                        keys.stream().map(KeyFigure::result),
                        firstGroup(figures.conversions().bySource()),
                        figures.conversions().byField().values().stream().flatMap(Page::firstGroup),
                        lastStep(figures.funnel().steps()),
                        audit == null ? Stream.<KpiResult>empty() : new DataQuality(audit).defined())
                .flatMap(results -> results)
                .map(KpiResult::definition)
                .forEach(definition -> definitions.put(definition.id(), definition));
        Tag list = new Tag("dl");
        definitions
                .values()
                .forEach(definition -> list.add(new Tag("dt").add(new Tag("code").say(definition.id())))
                        .add(new Tag("dd").say(definition.meaning())));
        return list;
    }

    private static Stream<KpiResult> firstGroup(Breakdown<KpiResult> breakdown) {
        return breakdown.groups().values().stream().limit(1);
    }

    /** One step stands for all: their definitions differ in the stages' names only. */
    private static Stream<KpiResult> lastStep(List<Funnel.Step> steps) {
        Funnel.Step last = steps.get(steps.size() - 1);
        return Stream.of(last.fromPrevious(), last.fromFirst());
    }

    private static Tag footer() {
        return new Tag("footer")
                .add(new Tag("p")
                        .say(
                                "Intervals are Wilson's, at 95\u00a0% confidence. A figure that cannot be told is a dash with its"
                                        + " reason, never a zero. Made with LeadKit."));
    }
}
