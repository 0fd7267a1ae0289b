package dev.leadkit.metrics.oracle;

import org.junit.jupiter.api.Tag;

@Tag(Duck.TAG)
final class PortableDuckTest extends PortableOracle {
    @Override
    Database open(Histories histories) {
        return Duck.zoned(histories);
    }
}
