package dev.leadkit.examples.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Results appear whole or not at all: they are written beside the folder and moved into it when all are complete. */
final class OutputFolder implements AutoCloseable {

    private final Path folder;
    private final Path draft;
    private final List<String> names = new ArrayList<>();

    private OutputFolder(Path folder, Path draft) {
        this.folder = folder;
        this.draft = draft;
    }

    static OutputFolder at(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new OutputFolder(folder, Files.createTempDirectory(folder, ".draft-"));
    }

    Path file(String name) {
        names.add(name);
        return draft.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.writeString(file(name), text, StandardCharsets.UTF_8);
    }

    void publish() throws IOException {
        for (String name : names) {
            Files.move(draft.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(draft.resolve(name));
        }
        Files.deleteIfExists(draft);
    }
}
