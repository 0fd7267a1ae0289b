/**
 * What the desk asks of scoring and routing, which know nothing of it: two small ports that those modules, or a host,
 * implement.
 */
@NullMarked
package dev.leadkit.port;

import org.jspecify.annotations.NullMarked;
