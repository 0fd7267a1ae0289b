/** The figures as one HTML file for people: no network, no script, readable on a phone and in print, in light and dark. */
@NullMarked
package dev.leadkit.metrics.report;

import org.jspecify.annotations.NullMarked;
