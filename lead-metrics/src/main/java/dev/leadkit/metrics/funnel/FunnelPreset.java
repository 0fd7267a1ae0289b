package dev.leadkit.metrics.funnel;

import java.time.Duration;
import java.util.List;

/**
 * The rules of known products, to compare figures with theirs. Each is a start: every rule may be changed before it is built. All
 * of them count entries whose window is still open, as the products do; {@link FunnelSpec.Builder#maturedOnly()} leaves those out.
 */
public enum FunnelPreset {
    /**
     * PostHog: a newer first step takes over, so that times are those of the latest entry that got so far; 14 days from the first
     * step; what happened at one instant counts in the order of the steps; who did something excluded while between its steps leaves
     * the whole funnel.
     */
    POSTHOG,
    /**
     * Mixpanel: the first entry only, 7 days from the first step, 2 seconds of grace for the order of steps; something excluded
     * between its steps ends the way.
     */
    MIXPANEL_DEFAULT,
    /** Mixpanel with optimized re-entry: as {@link #MIXPANEL_DEFAULT}, but the latest entry. */
    MIXPANEL_REENTRY,
    /**
     * ClickHouse {@code windowFunnel} in its default mode: the longest way of any entry within a window from the first step; it has no
     * default for the window, 14 days here. What happened at one instant counts in the order of identifiers (there, in none).
     */
    WINDOW_FUNNEL,
    /** HubSpot, all stages: in order, and a skipped stage ends the way; without a window. */
    HUBSPOT_ALL,
    /** HubSpot, any stages: each stage counts by itself, in any order; without a window. */
    HUBSPOT_ANY,
    /** Bitrix24, funnel with conversion: a later stage implies the earlier ones (do not name a stage for lost); without a window. */
    BITRIX_CONVERSION;

    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static FunnelSpec.Builder posthog(List<FunnelStep> steps) {
        return FunnelSpec.of(steps)
                .anchor(Anchor.LATEST_ENTRY)
                .window(Window.fromFirstStep(FORTNIGHT))
                .ties(Ties.BY_STEP)
                .scope(Exclusion.Scope.WHOLE_FUNNEL);
    }

    private static FunnelSpec.Builder windowFunnel(List<FunnelStep> steps) {
        return FunnelSpec.of(steps).anchor(Anchor.EVERY_ENTRY).window(Window.fromFirstStep(FORTNIGHT));
    }

    private static FunnelSpec.Builder mixpanel(List<FunnelStep> steps) {
        return FunnelSpec.of(steps).window(Window.fromFirstStep(WEEK)).ties(Ties.grace(GRACE));
    }

    /**
     * Starts with this product's rules.
     *
     * @param steps the steps from first to last
     * @return a builder
     */
    public FunnelSpec.Builder steps(FunnelStep... steps) {
        List<FunnelStep> all = List.of(steps);
        return switch (this) {
            case POSTHOG -> posthog(all);
            case MIXPANEL_DEFAULT -> mixpanel(all);
            case MIXPANEL_REENTRY -> mixpanel(all).anchor(Anchor.LATEST_ENTRY);
            case WINDOW_FUNNEL -> windowFunnel(all);
            case HUBSPOT_ALL -> FunnelSpec.of(all);
            case HUBSPOT_ANY -> FunnelSpec.of(all).order(StepOrder.ANY).skip(Skip.ANY);
            case BITRIX_CONVERSION -> FunnelSpec.of(all).skip(Skip.IMPLIED);
        };
    }
}
