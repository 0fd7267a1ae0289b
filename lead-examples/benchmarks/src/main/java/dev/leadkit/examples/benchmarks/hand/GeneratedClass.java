package dev.leadkit.examples.benchmarks.hand;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles source in memory and puts the class beside those that it uses. */
final class GeneratedClass {

    private GeneratedClass() {}

    /** A class of that name is made once in a virtual machine. */
    static HandScorer scorer(String name, String source) {
        try {
            Class<?> made = MethodHandles.lookup().defineClass(compiled(name, source));
            return made.asSubclass(HandScorer.class).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException("generated class " + name, e);
        }
    }

    private static byte[] compiled(String name, String source) throws URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("a JDK is needed, not a run-time environment alone");
        }
        StringWriter said = new StringWriter();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Output output = new Output(files);
        List<String> options = List.of("-proc:none", "-nowarn", "-g:none", "-classpath", classes());
        boolean done = compiler.getTask(said, output, null, options, null, List.of(new Source(name, source)))
                .call();
        if (!done) {
            throw new IllegalStateException("generated class " + name + " must compile, was refused: " + said);
        }
        return output.bytes.toByteArray();
    }

    private static String classes() throws URISyntaxException {
        URI here = GeneratedClass.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Path.of(here).toString();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
