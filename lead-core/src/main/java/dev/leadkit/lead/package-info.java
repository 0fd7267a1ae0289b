/**
 * What a lead is: its identity, its typed {@linkplain dev.leadkit.lead.Field fields}, its stage and owner, and the words
 * in which scores speak about it. Immutable values that cannot be built wrong; all are thread-safe and none shows
 * personal data in {@code toString}.
 */
@NullMarked
package dev.leadkit.lead;

import org.jspecify.annotations.NullMarked;
