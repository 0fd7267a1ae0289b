@NullMarked
package dev.leadkit.transfer;

import org.jspecify.annotations.NullMarked;
