/** What customers say when they are asked. */
@NullMarked
package dev.leadkit.metrics.survey;

import org.jspecify.annotations.NullMarked;
