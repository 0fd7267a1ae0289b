/**
 * Many leads in and out: a {@link dev.leadkit.transfer.LeadImport} takes a file of any size in, with progress, and goes on
 * after a crash where it was.
 */
@NullMarked
package dev.leadkit.transfer;

import org.jspecify.annotations.NullMarked;
