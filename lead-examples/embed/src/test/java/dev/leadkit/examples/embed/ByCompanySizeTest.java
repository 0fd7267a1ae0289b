package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Segmented;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** Segments of our own keep the laws of all figures, and the page about figures shows this code. */
final class ByCompanySizeTest extends LeadKpiContract<Breakdown<KpiResult>> {

    private static final Instant CAME = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    protected LeadKpi<Breakdown<KpiResult>> subject() {
        return new Segmented<>(new LeadConversion(), new ByCompanySize());
    }

    private static LeadFacts lead(String id, FieldValues values) {
        Occurrence submitted = new Occurrence.Submitted(Optional.empty(), values, true);
        return LeadFacts.of(new LeadId(id), List.of(new FactEvent("came", CAME, submitted)));
    }

    private static FieldValues employees(long number) {
        return FieldValues.builder()
                .set(Field.number("employees"), BigDecimal.valueOf(number))
                .build();
    }

    @Example
    void aLeadIsInTheSegmentOfItsCompanySize() {
        Breakdown<KpiResult> bySize = Stream.of(
                        lead("1", employees(249)),
                        lead("2", employees(250)),
                        lead("3", employees(9_000)),
                        lead("4", FieldValues.EMPTY))
                .collect(subject().collector(CAME));
        assertThat(bySize.groups()).containsOnlyKeys("(missing)", "large", "small or medium");
        assertThat(bySize.groups().get("large").basis().denominator()).isEqualByComparingTo("2");
    }

    @Example
    void thePageAboutFiguresShowsThisCode() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/embed/ByCompanySize.java"));
        String begin = "// tag::segment[]\n";
        String code = source.substring(source.indexOf(begin) + begin.length(), source.indexOf("// end::segment[]"));
        assertThat(Files.readString(Path.of("../../docs/metrics.md")))
                .contains("```java\n" + code.stripTrailing() + "\n```");
    }
}
