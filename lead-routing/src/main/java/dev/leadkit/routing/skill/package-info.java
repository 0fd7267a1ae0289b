/**
 * The stage that lets a rep pass who has every skill that a lead requires.
 */
@NullMarked
package dev.leadkit.routing.skill;

import org.jspecify.annotations.NullMarked;
