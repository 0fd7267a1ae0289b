package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.lifecycle.Lifecycle;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.LeadScorer;
import dev.leadkit.store.LeadStore;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link LeadDesk} is made of. Only the store and the clock are needed; an operation that needs a part
 * which is missing says so in its result. Not thread-safe.
 */
public final class LeadDeskBuilder {

    private final LeadStore store;
    private final InstantSource clock;
    private final Map<String, Function<Submission, Mapped>> mappings = new LinkedHashMap<>();
    private MatchKeyRule matchKeys = MatchKeyRule.email();
    private MatchKeyRule sharedKeys = values -> List.of();
    private Retention retention = Retention.standard();
    private Lifecycle lifecycle = Lifecycle.standard();
    private @Nullable LeadScorer scorer;
    private @Nullable LeadRouter router;

    LeadDeskBuilder(LeadStore store, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Says how submissions are read, of all systems that have no mapping of their own.
     *
     * @param mapping the mapping
     * @return this
     */
    public LeadDeskBuilder mapping(Mapping mapping) {
        mappings.put("", mapping::map);
        return this;
    }

    /**
     * Says how submissions of one system are read.
     *
     * @param system the system's name, as submissions have it
     * @param mapping how they are read; code of your own, or {@code mapping::map}. A submission for which it throws is
     *     quarantined
     * @return this
     */
    public LeadDeskBuilder mapping(String system, Function<Submission, Mapped> mapping) {
        mappings.put(system, requireNonNull(mapping, "mapping"));
        return this;
    }

    /**
     * Says by which keys submissions find their lead.
     *
     * @param rule the rule; by default {@link MatchKeyRule#email()}
     * @return this
     */
    public LeadDeskBuilder matchKeys(MatchKeyRule rule) {
        matchKeys = requireNonNull(rule, "rule");
        return this;
    }

    /**
     * Says by which keys leads are found that may be the same person. They merge nothing.
     *
     * @param rule the rule; by default there are none
     * @return this
     */
    public LeadDeskBuilder sharedKeys(MatchKeyRule rule) {
        sharedKeys = requireNonNull(rule, "rule");
        return this;
    }

    /**
     * Says how long what is kept beside leads may be kept.
     *
     * @param spans the spans; by default {@link Retention#standard()}
     * @return this
     */
    public LeadDeskBuilder retention(Retention spans) {
        retention = requireNonNull(spans, "spans");
        return this;
    }

    /**
     * Says which stages there are.
     *
     * @param table the lifecycle; by default {@link Lifecycle#standard()}
     * @return this
     */
    public LeadDeskBuilder lifecycle(Lifecycle table) {
        lifecycle = requireNonNull(table, "table");
        return this;
    }

    /**
     * Says how good leads are.
     *
     * @param port the scorer
     * @return this
     */
    public LeadDeskBuilder scorer(LeadScorer port) {
        scorer = requireNonNull(port, "port");
        return this;
    }

    /**
     * Says who gets which lead.
     *
     * @param port the router
     * @return this
     */
    public LeadDeskBuilder router(LeadRouter port) {
        router = requireNonNull(port, "port");
        return this;
    }

    /**
     * Makes the desk.
     *
     * @return the desk; the builder may go on being used
     */
    public LeadDesk build() {
        Wiring wiring = new Wiring(
                store,
                Map.copyOf(mappings),
                matchKeys,
                sharedKeys,
                lifecycle,
                Optional.ofNullable(scorer),
                Optional.ofNullable(router),
                retention,
                clock);
        return new LeadDesk(wiring, Optional.empty());
    }
}
