/** What nurture sequences bring: told only against those who were held out of them. */
@NullMarked
package dev.leadkit.metrics.nurture;

import org.jspecify.annotations.NullMarked;
