package dev.leadkit.metrics.funnel;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Finds what keeps rules from being a funnel. */
record Contradictions(Faults faults, int size, FunnelSpec.Path path, FunnelSpec.Entry entry, Window window) {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    void find(List<FunnelStep> steps, List<Exclusion> exclusions, FunnelSpec.Maturity maturity) {
        steps(steps);
        skip();
        ties();
        anchor();
        window(maturity);
        for (int i = 0; i < exclusions.size(); i++) {
            exclusion(exclusions.get(i), steps, "$.exclusions[" + i + "]");
        }
    }

    private void steps(List<FunnelStep> steps) {
        if (path.ties().rule() == Ties.Rule.GRACE && steps.stream().distinct().count() < size) {
            faults.add("$.steps", "each once where there is grace", "one of them twice");
        }
        if (size < 1 || size > FunnelSpec.MOST_STEPS) {
            faults.add("$.steps", "1 to " + FunnelSpec.MOST_STEPS + " steps", String.valueOf(size));
        }
    }

    private void skip() {
        boolean fits = switch (path.order()) {
            case SEQUENTIAL -> path.skip() != Skip.ANY;
            case STRICT -> path.skip() == Skip.STRICT;
            case ANY -> path.skip() != Skip.IMPLIED;
        };
        if (!fits) {
            fault(
                    "$.skip",
                    switch (path.order()) {
                        case SEQUENTIAL -> "strict or implied with order sequential";
                        case STRICT -> "strict with order strict";
                        case ANY -> "strict or any with order any";
                    },
                    path.skip(),
                    path.order() == StepOrder.SEQUENTIAL
                            ? "For steps that count by themselves, choose order any."
                            : "");
        }
    }

    private void ties() {
        Ties ties = path.ties();
        if (ties.rule() != Ties.Rule.GRACE) {
            return;
        }
        if (ties.grace().isNegative() || ties.grace().compareTo(LONGEST) > 0) {
            faults.add(
                    "$.ties.grace",
                    "0 or more, and at most 100 years",
                    ties.grace().toString());
        }
        if (!inOrder() || path.order() == StepOrder.STRICT) {
            fault("$.ties", "by_event_id or by_step unless each step follows another in sequence", ties.rule(), "");
        }
        if (entry.anchor() == Anchor.EVERY_ENTRY) {
            fault("$.ties", "by_event_id or by_step with anchor every_entry", ties.rule(), "Choose latest_entry.");
        }
    }

    /** Whether every step must follow the one before. */
    private boolean inOrder() {
        return path.order() != StepOrder.ANY && path.skip() == Skip.STRICT;
    }

    private boolean isOfFirst() {
        return entry.anchor() == Anchor.FIRST_ENTRY || entry.anchor() == Anchor.EPISODE;
    }

    private void anchor() {
        if (path.skip() != Skip.STRICT && !isOfFirst()) {
            fault(
                    "$.anchor",
                    "first_entry or episode where steps may be skipped",
                    entry.anchor(),
                    "Any step is an entry then.");
        }
        if (entry.unit() == FunnelSpec.Unit.ENTRY && entry.anchor() == Anchor.EVERY_ENTRY) {
            fault(
                    "$.count",
                    "lead with anchor every_entry",
                    entry.unit(),
                    "One step would count for several entries; with latest_entry it counts for the nearest.");
        }
        if (entry.unit() == FunnelSpec.Unit.ENTRY && entry.anchor() == Anchor.LATEST_ENTRY && !inOrder()) {
            fault("$.count", "lead with order any and anchor latest_entry", entry.unit(), "Any step is an entry then.");
        }
    }

    private void window(FunnelSpec.Maturity maturity) {
        Duration length = window.length();
        if (window.isLimit() && (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0)) {
            faults.add("$.window.length", "above 0 and at most 100 years", length.toString());
        }
        if (window.from() == Window.From.EACH_STEP && !inOrder()) {
            fault("$.window.from", "first_step unless each step follows another", window.from(), "");
        }
        if (maturity.required() && !window.isLimit()) {
            faults.accept(
                    new Fault("$.matured", "false without a window", "true", "Without one, nothing is ever over."));
        }
    }

    private void exclusion(Exclusion exclusion, List<FunnelStep> steps, String at) {
        if (exclusion.after() < 1 || exclusion.before() > size || exclusion.after() >= exclusion.before()) {
            faults.add(
                    at,
                    "between two of the steps 1 to " + size + ", in their order",
                    exclusion.after() + " and " + exclusion.before());
        }
        if (steps.contains(exclusion.what())) {
            faults.add(
                    at + ".what",
                    "something other than the steps",
                    exclusion.what().label());
        }
        if (!inOrder()) {
            faults.accept(new Fault(
                    at,
                    "left out unless each step follows another",
                    exclusion.what().label(),
                    "There is no telling what is between steps."));
        }
    }

    private void fault(String at, String rule, Enum<?> value, String hint) {
        faults.accept(new Fault(at, rule, value.name().toLowerCase(Locale.ROOT), hint));
    }
}
