/**
 * Feeds every reader with broken input, by chance but reproducibly: nothing may come out but what is declared, nothing may
 * hang, and no fault may show what was in a cell.
 */
package dev.leadkit.fuzz;
