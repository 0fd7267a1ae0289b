/** Contracts that the host's own implementations of the ports of routing must keep. */
@NullMarked
package dev.leadkit.routing.kit;

import org.jspecify.annotations.NullMarked;
