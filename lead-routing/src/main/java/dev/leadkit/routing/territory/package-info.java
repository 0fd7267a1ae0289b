/**
 * The parts of the market: which leads fall into which, found among very many entries, and everything that is wrong with
 * them before anybody relies on them.
 */
@NullMarked
package dev.leadkit.routing.territory;

import org.jspecify.annotations.NullMarked;
