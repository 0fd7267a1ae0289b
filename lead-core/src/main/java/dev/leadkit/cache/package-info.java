/**
 * Answers that are kept to be given again: a {@link dev.leadkit.cache.Cache} of two methods, without one and with Caffeine
 * behind it. A host may put its own behind the same two.
 */
@NullMarked
package dev.leadkit.cache;

import org.jspecify.annotations.NullMarked;
