@NullMarked
package dev.leadkit.store;

import org.jspecify.annotations.NullMarked;
