/** How fast somebody who waits for our answer gets one, on the wall clock and in open hours. */
@NullMarked
package dev.leadkit.metrics.response;

import org.jspecify.annotations.NullMarked;
