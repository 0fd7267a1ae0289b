@NullMarked
package dev.leadkit.enrichment;

import org.jspecify.annotations.NullMarked;
