/** What customers are worth over their life, and how people become customers and bring others. */
@NullMarked
package dev.leadkit.metrics.customer;

import org.jspecify.annotations.NullMarked;
