/** The figures as a tree of plain maps, lists, texts and numbers, which any JSON writer can write. */
@NullMarked
package dev.leadkit.metrics.json;

import org.jspecify.annotations.NullMarked;
