package dev.leadkit.metrics.report;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.List;
import java.util.stream.Stream;

/** The key figures as cards, those without a value last. */
final class Cards {

    private Cards() {}

    static Tag of(List<KeyFigure> figures) {
        Tag list = Tag.of("ul", "cards").set("role", "list");
        Stream.concat(
                        figures.stream().filter(KeyFigure::isKnown),
                        figures.stream().filter(figure -> !figure.isKnown()))
                .forEach(figure -> list.add(card(figure)));
        return list;
    }

    private static Tag card(KeyFigure figure) {
        KpiResult result = figure.result();
        Tag card = Tag.of("li", figure.isKnown() ? "card" : "card none");
        card.add(new Tag("h3").say(figure.name()));
        card.add(Tag.of("p", "value").say(Words.brief(result)));
        card.add(new Tag("p").say(figure.isKnown() ? Words.basis(result) : "Undefined: " + Words.reason(result)));
        if (result.interval().isPresent()) {
            card.add(new Tag("p").say("95\u00a0%: " + Words.range(result)));
        }
        if (!result.basis().excluded().isEmpty()) {
            card.add(Tag.of("p", "left")
                    .say("Left out: " + Words.excluded(result.basis().excluded())));
        }
        return card.add(new Tag("code").say(result.definition().id()));
    }
}
