/** The JSON form of scoring models, and of what is kept beside a model: what its totals have meant, and what its leads were like. */
@NullMarked
package dev.leadkit.scoring.json;

import org.jspecify.annotations.NullMarked;
