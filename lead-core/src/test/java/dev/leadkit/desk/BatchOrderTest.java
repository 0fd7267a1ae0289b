package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Payload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of many submissions at once those of one lead")
final class BatchOrderTest {

    private static final int MANY = 150;

    private final LeadStore store = LeadStore.inMemory();

    private static LeadDesk keeping(LeadStore on) {
        return Desks.on(on)
                .retention(Retention.standard().payloads(Duration.ofDays(30)))
                .build();
    }

    private List<Submission> kept(LeadId lead) {
        return store.payloads(lead).stream().map(Payload::submission).toList();
    }

    private static List<Submission> many(int from, String record, String mail) {
        return IntStream.range(from, from + MANY)
                .mapToObj(i -> submission(record.replace("#", i + ""), mail.replace("#", i + "")))
                .toList();
    }

    @Test
    @DisplayName("keep their order where a record leads to it only meanwhile")
    void joinedMeanwhile() {
        Submission joined = submission("3", "y@example.org");
        Submission last = submission("1", "z@example.org");
        keeping(store)
                .captureAll(List.of(
                        submission("1", "x@example.org"),
                        submission("7", "v@example.org"),
                        submission("3", "x@example.org"),
                        submission("7", "w@example.org"),
                        submission("7", "y@example.org"),
                        joined,
                        last));
        assertThat(kept(ADA)).hasSize(4).endsWith(joined, last);
    }

    @Test
    @DisplayName("keep their order where an address leads to it only meanwhile, and its own record comes last")
    void addressMeanwhile() {
        Submission byAddress = submission("5", "x@example.org");
        Submission last = submission("1", "z@example.org");
        keeping(store)
                .captureAll(List.of(
                        submission("1", "x@example.org"),
                        submission("7", "v@example.org"),
                        submission("7", "x@example.org"),
                        byAddress,
                        last));
        assertThat(kept(ADA)).hasSize(3).endsWith(byAddress, last);
    }

    @Test
    @DisplayName("may be of one record, as many as there are")
    void ofOneRecord() {
        List<Submission> in = many(0, "1", "#@example.org");
        List<CaptureOutcome> outcomes = keeping(store).captureAll(in);
        assertThat(outcomes.subList(1, MANY)).hasOnlyElementsOfType(CaptureOutcome.Merged.class);
        assertThat(kept(ADA)).isEqualTo(in);
    }

    @Test
    @DisplayName("may be of many records that joined it before, as many as there are")
    void ofManyRecords() {
        LeadDesk desk = keeping(store);
        desk.captureAll(many(1, "#", "ada@example.org"));
        List<Submission> news = many(1, "#", "#@example.org");
        assertThat(desk.captureAll(news)).hasOnlyElementsOfType(CaptureOutcome.Merged.class);
        assertThat(kept(ADA)).hasSize(2 * MANY).endsWith(news.toArray(Submission[]::new));
    }

    @Test
    @DisplayName("are asked about when their turn comes, not each time another one's turn comes")
    void questions() {
        List<MatchKey> asked = new ArrayList<>();
        LeadStore counted = (LeadStore) Proxy.newProxyInstance(
                BatchOrderTest.class.getClassLoader(), new Class<?>[] {LeadStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("findByKey") && arguments[0] instanceof Collection<?> keys) {
                        keys.forEach(key -> asked.add((MatchKey) key));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        List<Submission> in = new ArrayList<>(many(2, "1", "#@example.org"));
        in.addAll(many(2, "#", "#@example.org"));
        keeping(counted).captureAll(in);
        int claims = 2;
        assertThat(asked).hasSizeLessThanOrEqualTo(2 * claims * in.size());
        assertThat(kept(ADA)).isEqualTo(in);
    }
}
