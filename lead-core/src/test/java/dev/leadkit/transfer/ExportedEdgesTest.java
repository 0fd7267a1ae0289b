package dev.leadkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an export is read from")
final class ExportedEdgesTest {

    /** Knows how often it was closed. */
    private static final class Watched extends StringReader {

        private int closed;

        Watched(String text) {
            super(text);
        }

        @Override
        public void close() {
            closed++;
            super.close();
        }
    }

    @Test
    @DisplayName("is closed with the rows, and where the header is none of ours")
    void closed() throws IOException {
        Watched good = new Watched("record system,record id,captured at\nweb,1,\n");
        try (Rows<Submission> rows = LeadExport.open(good)) {
            assertThat(rows.hasNext()).isTrue();
            assertThat(good.closed).isZero();
        }
        assertThat(good.closed).isPositive();
        Watched other = new Watched("id,name\n1,Ann\n");
        assertThatThrownBy(() -> LeadExport.open(other)).isInstanceOf(RefusedException.class);
        assertThat(other.closed).isPositive();
    }

    @ParameterizedTest
    @DisplayName("is a cell that people may have edited: what is no escape stays text")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain,plain",
                "'x,x",
                "'\",\"",
                "'\"\",``",
                "'\"a\\u0041b\",aAb",
                "'\"\\u0041\",A",
                "'\"\\u00zz\",u00zz",
                "'\"\\u004\",u004",
                "'\"a\\\\u0041\",a\\u0041",
                "'\"a\\\",a\\",
                "'\"a\\b\",ab"
            })
    void cells(String cell, String text) {
        assertThat(Cell.text(cell)).isEqualTo(text);
    }
}
