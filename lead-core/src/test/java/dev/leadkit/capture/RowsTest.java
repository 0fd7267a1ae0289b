package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows")
final class RowsTest {

    private static final List<Fault> FAULTS = List.of(new Fault("a", "a number", "text of 1 characters"));

    /** Rows of some texts; "broken" cannot be read, and "lost" loses the connection. */
    private static final class Listed extends Rows<String> {

        private final Queue<String> texts;
        private int asked;
        private int ended;

        Listed(String... texts) {
            this.texts = new ArrayDeque<>(List.of(texts));
        }

        @Override
        protected Optional<Row<String>> read() throws IOException {
            asked++;
            String text = texts.poll();
            if ("lost".equals(text)) {
                throw new IOException("lost");
            }
            return Optional.ofNullable(text).map(each -> Row.of(asked, asked + 1, () -> content(each)));
        }

        private static String content(String text) {
            if (text.equals("broken")) {
                throw new RefusedException("row", FAULTS);
            }
            return text;
        }

        @Override
        protected void end() throws IOException {
            ended++;
            if (texts.contains("lost")) {
                throw new IOException("lost");
            }
        }

        @Override
        public List<Fault> warnings() {
            return List.of();
        }
    }

    @Test
    @DisplayName("come one by one, those that cannot be read among them, and no further one is asked for")
    void oneByOne() {
        Listed rows = new Listed("a", "broken", "b");
        assertThat(rows.hasNext()).isTrue();
        assertThat(rows.hasNext()).isTrue();
        assertThat(rows.asked).isEqualTo(1);
        assertThat(rows.next()).isEqualTo(new Row.Read<>(1, 2, "a"));
        assertThat(rows.next()).isEqualTo(new Row.Broken<>(2, 3, FAULTS));
        assertThat(rows.next()).isEqualTo(new Row.Read<>(3, 4, "b"));
        assertThat(rows.hasNext()).isFalse();
        assertThat(rows.hasNext()).isFalse();
        assertThat(rows.asked).isEqualTo(4);
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @DisplayName("come as a stream too, which closes them")
    void stream() {
        Listed rows = new Listed("a", "b");
        try (Stream<Row<String>> stream = rows.stream()) {
            assertThat(stream.map(Row::number).toList()).containsExactly(1L, 2L);
            assertThat(rows.ended).isZero();
        }
        assertThat(rows.ended).isEqualTo(1);
    }

    @Test
    @DisplayName("throw what reading and closing throws")
    void lost() {
        Listed rows = new Listed("lost");
        assertThatThrownBy(rows::close).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(rows::hasNext).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    @DisplayName("hide what is in them, and one that cannot be read says why")
    void each() {
        assertThat(new Row.Read<>(3, 4, "secret")).hasToString("Read[row 3]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Row.Broken<>(1, 1, List.of()));
    }
}
