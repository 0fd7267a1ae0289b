/**
 * The front door of routing: a {@link dev.leadkit.routing.engine.Router} runs a plan against a ledger and gives a
 * {@link dev.leadkit.routing.engine.Decision} with its reasons.
 */
@NullMarked
package dev.leadkit.routing.engine;

import org.jspecify.annotations.NullMarked;
