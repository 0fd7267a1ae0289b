package dev.leadkit.condition.logic;

import dev.leadkit.condition.Condition;

/** A condition and what it shall be. */
record Goal(Condition condition, Sign sign) {}
