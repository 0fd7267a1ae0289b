@NullMarked
package dev.leadkit.lifecycle;

import org.jspecify.annotations.NullMarked;
