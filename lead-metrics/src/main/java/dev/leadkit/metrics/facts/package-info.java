/**
 * Level one of every figure: the events of a lead, each counted once whatever their order, become one immutable
 * {@link dev.leadkit.metrics.facts.LeadFacts}.
 *
 * <p>When a lead changes (a late event, a re-opening, a merge of duplicates), its old facts are retracted from the counts and its new
 * ones added: {@link dev.leadkit.metrics.facts.FactsBook} tells which.
 */
@NullMarked
package dev.leadkit.metrics.facts;

import org.jspecify.annotations.NullMarked;
