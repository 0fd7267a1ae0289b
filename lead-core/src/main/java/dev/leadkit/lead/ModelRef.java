package dev.leadkit.lead;

/**
 * Which version of which model (a scoring model, a routing plan) produced an answer.
 *
 * @param name the model's name, 1 to 255 characters
 * @param version its version as its author writes it, 1 to 255 characters
 */
public record ModelRef(String name, String version) {

    /**
     * Makes a reference.
     *
     * @param name the model's name, not blank
     * @param version its version, not blank
     */
    public ModelRef {
        Name.checked("model name", name);
        Name.checked("model version", version);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
