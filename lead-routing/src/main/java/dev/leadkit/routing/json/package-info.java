/**
 * The JSON form of routing plans.
 */
@NullMarked
package dev.leadkit.routing.json;

import org.jspecify.annotations.NullMarked;
