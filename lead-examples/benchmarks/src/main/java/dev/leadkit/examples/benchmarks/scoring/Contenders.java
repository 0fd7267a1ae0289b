package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.hand.HandCode;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Who can take part. */
final class Contenders {

    static final String NAIVE = "naive";

    private Contenders() {}

    /** Those of this module's ordinary build: LeadKit, code by hand, and the rules evaluated as they stand. */
    static List<Contender> builtIn() {
        Stream<Contender> naive = Stream.of(new Contender(NAIVE, Naive::new));
        return Stream.of(
                        naive,
                        new LeadKitCode().contenders().stream(),
                        new CostCode().contenders().stream(),
                        new HandCode().contenders().stream())
                .flatMap(each -> each)
                .toList();
    }

    /** Other engines, if the module was built with them. */
    static List<Contender> peers() {
        return ServiceLoader.load(Contender.Source.class).stream()
                .flatMap(source -> source.get().contenders().stream())
                .toList();
    }

    static Contender named(String name) {
        return Stream.concat(builtIn().stream(), peers().stream())
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("contender must be known, was " + name));
    }
}
