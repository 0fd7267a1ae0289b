/**
 * Leads on their way to a rep: waiting in a queue, offered, accepted or declined. A
 * {@link dev.leadkit.routing.dispatch.Dispatcher} is driven by calls and says when it wants the next one; it has no threads and no
 * clock.
 */
@NullMarked
package dev.leadkit.routing.dispatch;

import org.jspecify.annotations.NullMarked;
