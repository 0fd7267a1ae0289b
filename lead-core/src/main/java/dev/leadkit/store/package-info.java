/**
 * Where leads are kept: the {@link dev.leadkit.store.LeadStore} port that a host implements on the database it has, and an
 * in-memory store. Everything that one decision changes goes in with one atomic {@link dev.leadkit.store.Commit}; beside the
 * leads stand the outbox of effects and the quarantine.
 */
@NullMarked
package dev.leadkit.store;

import org.jspecify.annotations.NullMarked;
