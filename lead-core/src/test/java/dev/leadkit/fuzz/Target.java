package dev.leadkit.fuzz;

import java.io.IOException;

/** A reader under fire: whatever it throws that it did not declare is a failure. */
@FunctionalInterface
interface Target {

    void read(String input) throws IOException;
}
