/**
 * The one way in: a {@link dev.leadkit.capture.Submission} of texts, from a form, a file or a call, is put through a
 * {@link dev.leadkit.capture.Mapping} that cleans, converts and checks every text and says what was wrong.
 *
 * <p>Input has three values: a column that is absent or blank says nothing about its field, the mapping's clearing token
 * says that the field has no value, anything else is a value.
 */
@NullMarked
package dev.leadkit.capture;

import org.jspecify.annotations.NullMarked;
