/**
 * The JSON form of everything here, and what it takes to read more of it: {@link dev.leadkit.json.JsonDocument} reads a
 * text or a plain map, {@link dev.leadkit.json.JsonCursor} walks it and collects every fault with its path. No type of
 * the JSON library behind it is visible.
 */
@NullMarked
package dev.leadkit.json;

import org.jspecify.annotations.NullMarked;
