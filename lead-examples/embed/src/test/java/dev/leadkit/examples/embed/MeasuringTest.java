package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** The figure of our own keeps the laws of all figures, and the page about figures shows this code. */
// tag::test[]
final class MeasuringTest extends LeadKpiContract<KpiResult> {

    @Override
    protected LeadKpi<KpiResult> subject() {
        return new TouchedBefore();
    }
    // end::test[]

    private static final Instant ASOF = Instant.parse("2026-06-01T00:00:00Z");

    private static LeadFacts lead(String id, String captured, boolean touched) {
        Instant at = Instant.parse(captured);
        FactEvent came = new FactEvent("came", at, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true));
        Instant when = touched ? at.minusSeconds(1) : at;
        return LeadFacts.of(new LeadId(id), List.of(came, new FactEvent("mail", when, new Occurrence.Touched("mail"))));
    }

    @Example
    void whatIsToldIsWhatTheEventsSay() {
        List<LeadFacts> leads = List.of(
                lead("1", "2026-03-31T21:59:59Z", true),
                lead("2", "2026-03-01T09:00:00Z", false),
                lead("3", "2026-03-31T22:00:00Z", false));
        assertThat(Measuring.told(leads, subject(), ASOF))
                .containsExactly(
                        "Known[figure=-0.500000]",
                        "[Cell[groups=[2026-03], part=touched before (1) or not (0), key=1, times=1]]",
                        "1 of 3");
    }

    @Example
    void thePageAboutFiguresShowsThisCode() throws IOException {
        String page = Files.readString(Path.of("../../docs/metrics.md"));
        assertThat(page)
                .contains(region("src/main/java/dev/leadkit/examples/embed/TouchedBefore.java", "own", 0))
                .contains(region("src/main/java/dev/leadkit/examples/embed/Measuring.java", "measuring", 8))
                .contains(region("src/test/java/dev/leadkit/examples/embed/MeasuringTest.java", "test", 0));
    }

    @Example
    void theReadmeShowsThisCode() throws IOException {
        assertThat(Files.readString(Path.of("../../README.md")))
                .contains(region("src/main/java/dev/leadkit/examples/embed/Measuring.java", "measuring", 8));
    }

    private static String region(String file, String name, int indent) throws IOException {
        String source = Files.readString(Path.of(file));
        String begin = "// tag::" + name + "[]\n";
        int start = source.indexOf(begin) + begin.length();
        String code = source.substring(start, source.indexOf("// end::" + name + "[]", start));
        return "```java\n" + code.indent(-indent).stripTrailing() + "\n```";
    }
}
