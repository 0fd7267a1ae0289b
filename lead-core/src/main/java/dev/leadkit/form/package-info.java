/**
 * Web forms: the fields of a request's body, or of a framework's parameters, become the texts by column that a
 * {@link dev.leadkit.capture.Submission} has.
 */
@NullMarked
package dev.leadkit.form;

import org.jspecify.annotations.NullMarked;
