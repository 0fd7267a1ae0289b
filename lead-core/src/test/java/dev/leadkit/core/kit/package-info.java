/** What a user of LeadKit, or a module beside the core, tests against: contracts, arbitraries and the check of package arrows. */
@NullMarked
package dev.leadkit.core.kit;

import org.jspecify.annotations.NullMarked;
