package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.fold.Reserved;
import java.util.Set;

/** What groups are called that have a name of their own. */
final class Named {

    private static final Set<String> RESERVED = Set.of(Grouping.MISSING, Grouping.UNALLOCATED);

    private Named() {}

    static String of(String name) {
        return name.isBlank() ? Grouping.MISSING : Reserved.apart(name, RESERVED);
    }
}
