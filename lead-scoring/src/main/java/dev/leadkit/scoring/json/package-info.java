/** The JSON form of scoring models. */
@NullMarked
package dev.leadkit.scoring.json;

import org.jspecify.annotations.NullMarked;
