package dev.leadkit.examples.benchmarks.metrics;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a process of its own told: some numbers by name, and answers. */
record Told(Map<String, Double> numbers, Answers answers) {

    private static final String NUMBER = "!";
    private static final String SEPARATOR = "=";

    /** Prints a number so that it is found again. */
    static void print(String name, Number number) {
        System.out.println(NUMBER + name + SEPARATOR + number.doubleValue());
    }

    /** Runs a class and listens. */
    static Told by(Class<?> main, List<String> options, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    "the process " + main.getSimpleName() + " must end well, ended with " + process.exitValue());
        }
        return read(said);
    }

    private static Told read(String said) {
        Told told = new Told(new TreeMap<>(), new Answers());
        said.lines().forEach(line -> {
            if (line.startsWith(NUMBER)) {
                int cut = line.indexOf(SEPARATOR);
                told.numbers.put(line.substring(NUMBER.length(), cut), Double.valueOf(line.substring(cut + 1)));
            } else {
                told.answers.read(line);
            }
        });
        return told;
    }

    double number(String name) {
        return requireNonNull(numbers.get(name), name);
    }
}
