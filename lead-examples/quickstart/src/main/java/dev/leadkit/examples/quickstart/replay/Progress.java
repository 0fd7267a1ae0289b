package dev.leadkit.examples.quickstart.replay;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a piece of work is: a bar on a terminal, one plain line at its end otherwise. */
final class Progress implements AutoCloseable {

    private final String task;
    private final PrintStream lines;
    private final @Nullable ProgressBar bar;
    private long done;

    private Progress(String task, PrintStream lines, @Nullable ProgressBar bar) {
        this.task = task;
        this.lines = lines;
        this.bar = bar;
    }

    /** A bar of unknown length is shown for a total below 0. */
    static Progress of(String task, long total, PrintStream lines) {
        if (!Boolean.getBoolean("leadkit.terminal")) {
            return new Progress(task, lines, null);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(String.format(Locale.ROOT, "%-12s", task))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(lines))
                .build();
        return new Progress(task, lines, bar);
    }

    void step() {
        done++;
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar == null) {
            lines.printf(Locale.ROOT, "%-12s %,d%n", task, done);
        } else {
            bar.close();
        }
    }
}
