/**
 * The stage that lets a rep pass who serves the territory that a lead falls into.
 */
@NullMarked
package dev.leadkit.routing.territory;

import org.jspecify.annotations.NullMarked;
