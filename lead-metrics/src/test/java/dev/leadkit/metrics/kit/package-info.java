/** The laws that every KPI keeps, as tests to inherit, and leads to test with. */
@NullMarked
package dev.leadkit.metrics.kit;

import org.jspecify.annotations.NullMarked;
