/**
 * The one language of conditions about a lead: over its fields, its interactions and time. Scoring rules, routing rules
 * and stage guards all use it. A {@link dev.leadkit.condition.Condition} is data (a sealed tree), typed against the field
 * catalog, never code; evaluating one always ends.
 *
 * <p>An evaluation gives {@linkplain dev.leadkit.condition.Truth true, false or unknown}. A rule counts only when its
 * condition is <em>true</em>. The rules (Kleene's strong three-valued logic):
 *
 * <table>
 * <caption>What combinations give</caption>
 * <tr><th>a</th><th>b</th><th>all(a, b)</th><th>any(a, b)</th><th>not(a)</th></tr>
 * <tr><td>true</td><td>true</td><td>true</td><td>true</td><td>false</td></tr>
 * <tr><td>true</td><td>unknown</td><td>unknown</td><td>true</td><td>false</td></tr>
 * <tr><td>true</td><td>false</td><td>false</td><td>true</td><td>false</td></tr>
 * <tr><td>unknown</td><td>unknown</td><td>unknown</td><td>unknown</td><td>unknown</td></tr>
 * <tr><td>unknown</td><td>false</td><td>false</td><td>unknown</td><td>unknown</td></tr>
 * <tr><td>false</td><td>false</td><td>false</td><td>false</td><td>true</td></tr>
 * </table>
 *
 * <p>{@code all()} of nothing is true, {@code any()} of nothing is false. What the leaves give:
 *
 * <table>
 * <caption>What leaves give</caption>
 * <tr><th>leaf</th><th>gives</th></tr>
 * <tr><td>present, missing</td><td>true or false, never unknown</td></tr>
 * <tr><td>any other test of a field that is missing</td><td>unknown</td></tr>
 * <tr><td>any other test of a field that has a value</td><td>true or false</td></tr>
 * <tr><td>a regular expression past one of its limits</td><td>unknown, and a fault is reported</td></tr>
 * <tr><td>a count of interactions</td><td>true or false: no interaction is a fact, not a gap</td></tr>
 * <tr><td>a count of interactions where a regular expression is past one of its limits</td><td>true or false if the
 * interactions in doubt make no difference, else unknown; one fault is reported</td></tr>
 * <tr><td>a property test within a count, where the property is missing or not of the type</td><td>that interaction is not
 * counted</td></tr>
 * <tr><td>time since a date that is missing, or until it</td><td>unknown</td></tr>
 * </table>
 *
 * <p>Text is compared without regard to the case of letters; a regular expression decides for itself. Windows and ages
 * include both ends. What happened after the moment of evaluation is not seen.
 */
@NullMarked
package dev.leadkit.condition;

import org.jspecify.annotations.NullMarked;
