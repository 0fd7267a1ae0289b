package dev.leadkit.examples.benchmarks;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Request;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the arguments behind the suite. */
final class Arguments {

    private static final String DATA_VARIABLE = "LEADKIT_DATA";

    private Arguments() {}

    /** What they ask for, or empty if they cannot be understood. */
    static Optional<Request> request(List<String> arguments, Map<String, String> environment) {
        Effort effort = Effort.QUICK;
        Optional<Path> data =
                Optional.ofNullable(environment.get(DATA_VARIABLE)).map(Path::of);
        Optional<String> only = Optional.empty();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (option.equals("--quick")) {
                effort = Effort.QUICK;
            } else if (option.equals("--full")) {
                effort = Effort.FULL;
            } else if (option.equals("--only") && rest.hasNext()) {
                only = Optional.of(rest.next());
            } else if (option.equals("--data") && rest.hasNext()) {
                data = Optional.of(Path.of(rest.next()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Request(effort, data, only));
    }
}
