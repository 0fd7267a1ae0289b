package dev.leadkit.routing.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.Availability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

@Label("Availability in JSON")
class AvailabilityJsonProperties {

    private static final List<String> PIECES = List.of(
            "\"berlin\"",
            "\"holidays\"",
            "\"ann\"",
            "\"bob\"",
            "7",
            "null",
            "{}",
            "[]",
            "\"\"",
            "{\"any\":[\"berlin\",\"holidays\"]}",
            "\"2026-12-22\"",
            "\"+999999999-12-31\"",
            "\"1700-01-01T00:00:00Z\"",
            "\"from\":",
            "\"until\":",
            "\"override\"",
            "{\"rep\":\"cid\"}");

    /** The values of an example, each replaced by something else here and there. */
    private static String mutated(Random random) throws IOException {
        String page = Files.readString(Path.of("../docs/routing-availability.md"));
        String text = page.substring(page.indexOf("```json") + "```json".length(), page.lastIndexOf("```"));
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = text.indexOf('"', random.nextInt(text.length()));
            int end = from < 0 ? -1 : text.indexOf('"', from + 1);
            if (end > 0) {
                text = text.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(end + 1);
            }
        }
        return text;
    }

    private static Optional<Availability> read(JsonCursor json, List<RepId> ids) {
        Availability.Builder builder = Availability.builder();
        AvailabilityReader reader = new AvailabilityReader(builder);
        reader.plan(json);
        for (JsonCursor rep : json.at("reps").itemsIfAny()) {
            RepId id = new RepId(rep.at("id").text().orElse(rep.path()));
            ids.add(id);
            reader.rep(rep, id);
        }
        List<Fault> faults = builder.faults(ids);
        faults.forEach(json::fault);
        return faults.isEmpty() ? Optional.of(builder.build(ids)) : Optional.empty();
    }

    @Property(tries = 1000)
    @Label("is refused with faults or read, whatever is written, and then written as it was read")
    void onlyRefusals(@ForAll Random random) throws IOException {
        String text = mutated(random);
        List<RepId> ids = new ArrayList<>();
        try {
            Availability availability = JsonDocument.of(text).as("plan", json -> read(json, ids));
            String written = written(availability, ids);
            assertThat(JsonDocument.of(written).<Availability>as("plan", json -> read(json, new ArrayList<>())))
                    .isEqualTo(availability);
        } catch (RefusedException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    private static String written(Availability availability, List<RepId> ids) {
        AvailabilityWriter writer = new AvailabilityWriter(availability);
        Map<String, Object> tree = new LinkedHashMap<>();
        writer.plan(tree);
        List<Map<String, Object>> reps = new ArrayList<>();
        for (RepId id : ids) {
            Map<String, Object> rep = new LinkedHashMap<>();
            rep.put("id", id.value());
            writer.rep(id, rep);
            reps.add(rep);
        }
        tree.put("reps", reps);
        return JsonText.line(tree);
    }
}
