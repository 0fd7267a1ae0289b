/**
 * Contact data by its own rules: e-mail addresses and domain names by the RFCs, names of persons, companies, countries'
 * regions, and the {@linkplain dev.leadkit.contact.MatchKeyRule match keys} made of them. Three values are kept apart: what
 * was written, the canonical value that is used, and the match key, which is lossy and only ever compared.
 */
@NullMarked
package dev.leadkit.contact;

import org.jspecify.annotations.NullMarked;
