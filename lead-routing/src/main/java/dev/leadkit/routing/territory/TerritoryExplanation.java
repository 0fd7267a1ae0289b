package dev.leadkit.routing.territory;

import java.util.List;
import java.util.Optional;

/**
 * Why a lead falls into its territory.
 *
 * @param territory the territory's identifier; empty if no entry takes the lead
 * @param reason why the first entry comes before the second, in words that are not to be parsed
 * @param matches all entries that the lead fulfils, the best first
 */
public record TerritoryExplanation(Optional<String> territory, String reason, List<Match> matches) {

    /**
     * Makes an explanation.
     *
     * @param territory the territory
     * @param reason why
     * @param matches the entries
     */
    public TerritoryExplanation {
        matches = List.copyOf(matches);
    }

    /**
     * An entry that a lead fulfils.
     *
     * @param territory its territory's identifier
     * @param path where it stands, such as {@code $.territories[2].entries[0]}
     * @param priority its priority
     * @param postalCodes those of its postal codes that the lead's code is in, as they are written; empty if it asks none
     */
    public record Match(String territory, String path, int priority, Optional<String> postalCodes) {}
}
