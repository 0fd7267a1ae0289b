/** Whether people want to hear from us, and whether we keep to it. */
@NullMarked
package dev.leadkit.metrics.consent;

import org.jspecify.annotations.NullMarked;
