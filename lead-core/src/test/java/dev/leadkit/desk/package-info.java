@NullMarked
package dev.leadkit.desk;

import org.jspecify.annotations.NullMarked;
