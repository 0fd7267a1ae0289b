package dev.leadkit.metrics.facts;

import dev.leadkit.metrics.fold.Counting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A KPI of leads that can say by which events a lead counts.
 *
 * @param <R> the result
 */
public interface LeadKpi<R> extends Counting<LeadFacts, R> {

    /**
     * The events of a lead that this KPI looks at.
     *
     * @param facts the lead's facts
     * @return the events in order of its reasoning; the capture, the answer, the conversion and the loss where a KPI names no
     *     others
     */
    default List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.captured(), facts.responded(), facts.converted(), facts.lost())
                .flatMap(Optional::stream)
                .toList();
    }
}
