package dev.leadkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps that are told from an event's kind. */
enum Happened implements FunnelStep {
    CAPTURED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return isThat(event, facts.captured());
        }
    },
    SUBMITTED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Submitted;
        }
    },
    TOUCHED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Touched;
        }
    },
    RESPONDED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Responded;
        }
    },
    OWNED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Owned owned && owned.rep().isPresent();
        }
    },
    CONVERTED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return isThat(event, facts.converted());
        }
    },
    LOST {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Lost;
        }
    },
    REOPENED {
        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Reopened;
        }
    };

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isThat(FactEvent event, Optional<FactEvent> that) {
        return that.isPresent() && that.get().equals(event);
    }

    /** The stage that an event makes a lead enter. */
    static Optional<Stage> stage(FactEvent event) {
        Occurrence what = event.what();
        if (what instanceof Occurrence.Entered entered) {
            return Optional.of(entered.stage());
        }
        if (what instanceof Occurrence.Submitted submitted) {
            return submitted.stage();
        }
        if (what instanceof Occurrence.Converted converted) {
            return converted.stage();
        }
        return what instanceof Occurrence.Lost lost ? lost.stage() : Optional.empty();
    }

    /** Entering a stage. */
    record Entering(Stage stage) implements FunnelStep {

        private static final String STAGE = "stage:";

        Entering {
            requireNonNull(stage, "stage");
        }

        /** A stage may have the name of another step, and is then told apart by one of its own. */
        @Override
        public String label() {
            String name = stage.name();
            return name.startsWith(STAGE) || name.startsWith(TouchedBy.PREFIX) || isStep(name) ? STAGE + name : name;
        }

        private static boolean isStep(String name) {
            return Arrays.stream(values()).anyMatch(step -> step.label().equals(name));
        }

        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            Optional<Stage> entered = Happened.stage(event);
            return entered.isPresent() && entered.get().equals(stage);
        }
    }

    /** Being reached by one channel. */
    record TouchedBy(String channel) implements FunnelStep {

        private static final String PREFIX = "touched:";

        TouchedBy {
            requireNonNull(channel, "channel");
        }

        @Override
        public String label() {
            return PREFIX + channel;
        }

        @Override
        public boolean isTakenBy(FactEvent event, LeadFacts facts) {
            return event.what() instanceof Occurrence.Touched touched
                    && touched.channel().equals(channel);
        }
    }
}
