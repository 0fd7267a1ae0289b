package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The texts of a drawing that begin at one height, with the places that they take up; one that stands is as wide as it is high. */
record Lines(List<Span> spans) {

    record Span(String text, double start, double end) {}

    static Collection<Lines> of(Drawing drawing) {
        return drawing.all("text").stream()
                .collect(Collectors.groupingBy(
                        text -> text.getAttribute("y"), Collectors.collectingAndThen(Collectors.toList(), Lines::line)))
                .values();
    }

    void checkThatNothingOverlaps() {
        double end = 0;
        for (Span span : spans) {
            assertThat(span.start()).as(span.text()).isGreaterThanOrEqualTo(end);
            end = span.end();
        }
        assertThat(end).isLessThanOrEqualTo(Picture.WIDTH);
    }

    private static Lines line(List<Element> texts) {
        return new Lines(texts.stream()
                .map(Lines::span)
                .sorted(Comparator.comparingDouble(Span::start).thenComparingDouble(Span::end))
                .toList());
    }

    private static Span span(Element text) {
        String shown = shown(text);
        if (text.hasAttribute("transform")) {
            double foot = Drawing.number(text, "x");
            return new Span(shown, foot - size(text), foot);
        }
        double width = new Lettering(size(text)).width(shown);
        double before = switch (text.getAttribute("text-anchor")) {
            case "end" -> width;
            case "middle" -> width / 2;
            default -> 0;
        };
        double start = Drawing.number(text, "x") - before;
        return new Span(shown, start, start + width);
    }

    private static String shown(Element text) {
        return IntStream.range(0, text.getChildNodes().getLength())
                .mapToObj(i -> text.getChildNodes().item(i))
                .filter(child -> !child.getNodeName().equals("title"))
                .map(Node::getTextContent)
                .collect(Collectors.joining());
    }

    private static double size(Node text) {
        String size = ((Element) text).getAttribute("font-size");
        return size.isEmpty() ? size(text.getParentNode()) : Double.parseDouble(size);
    }
}
