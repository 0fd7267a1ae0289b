package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class ConfidenceTest {

    private static Confidence of(long judged, long reachable) {
        return new Confidence(new Points(judged), new Points(reachable));
    }

    @Test
    void theShareIsRoundedDownSoThatOneMeansEverything() {
        assertThat(of(2, 3).share()).isEqualTo(new BigDecimal("0.666"));
        assertThat(of(9_999, 10_000).share()).isEqualTo(new BigDecimal("0.999"));
        assertThat(of(7, 7).share()).isEqualTo(new BigDecimal("1.000"));
        assertThat(of(0, 7).share()).isEqualTo(new BigDecimal("0.000"));
        assertThat(Confidence.FULL.share()).isEqualTo(new BigDecimal("1.000"));
    }

    @Test
    void itIsWrittenAsAShortDecimal() {
        assertThat(of(3, 4)).hasToString("0.75");
        assertThat(of(0, 4)).hasToString("0");
        assertThat(Confidence.FULL).hasToString("1");
    }

    @Test
    void noMoreThanEverythingCanBeJudged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(5_000, 4_000))
                .withMessage("judged points must be from 0 to the reachable 4, was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> of(-1, 4));
    }

    @Test
    void aReferenceKeepsWhoWroteAModelAndItsHash() {
        String hash = "0123456789abcdef".repeat(4);
        ModelRef ref = new ModelRef("m", "1", "Grace", "spring", "");
        assertThat(ref.withHash(hash)).isEqualTo(new ModelRef("m", "1", "Grace", "spring", hash));
        assertThat(new ModelRef("m", "1")).isEqualTo(new ModelRef("m", "1", "", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> ref.withHash(hash.toUpperCase(java.util.Locale.ROOT)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ref.withHash("abc"))
                .withMessageContaining("3 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelRef("m", "1", "a".repeat(256), "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelRef("m", "1", "", "n".repeat(1_001), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelRef("m", "1", " ", "", ""));
        assertThat(new ModelRef("m", "1", "a".repeat(255), "n".repeat(1_000), "").note())
                .hasSize(1_000);
    }
}
