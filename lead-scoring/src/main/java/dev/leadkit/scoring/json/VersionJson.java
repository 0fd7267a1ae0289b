package dev.leadkit.scoring.json;

import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.ModelRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which version of which model something belongs to: its name, version and hash. */
final class VersionJson {

    private VersionJson() {}

    static Map<String, Object> write(ModelRef model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", model.name());
        tree.put("version", model.version());
        if (!model.hash().isEmpty()) {
            tree.put("hash", model.hash());
        }
        return tree;
    }

    /** The version; empty if faults prevent it. */
    static Optional<ModelRef> read(JsonCursor json) {
        json.only("name", "version", "hash");
        Optional<String> name = json.at("name").text();
        Optional<String> version = json.at("version").text();
        String hash = RuleReader.textIfAny(json.at("hash"));
        return name.flatMap(called -> version.flatMap(as -> json.make(() -> new ModelRef(called, as, "", "", hash))));
    }
}
