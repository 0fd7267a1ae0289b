/** What a user of lead scoring tests against: the laws of scores, the contract of strategies, and models for property tests. */
@NullMarked
package dev.leadkit.scoring.kit;

import org.jspecify.annotations.NullMarked;
