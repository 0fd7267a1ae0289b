package dev.leadkit.metrics.oracle;

final class PortableH2Test extends PortableOracle {
    @Override
    Database open(Histories histories) {
        return Hare.of(histories);
    }
}
