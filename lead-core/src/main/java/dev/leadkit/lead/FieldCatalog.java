package dev.leadkit.lead;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All fields that leads of one host have: the {@linkplain StandardFields standard ones} and the host's own. Immutable. */
public final class FieldCatalog {

    private final SortedMap<String, Field<?>> fields;

    private FieldCatalog(SortedMap<String, Field<?>> fields) {
        this.fields = fields;
    }

    /**
     * The catalog without custom fields.
     *
     * @return the standard fields only
     */
    public static FieldCatalog standard() {
        return of(List.of());
    }

    /**
     * The standard fields and some custom ones.
     *
     * @param custom the custom fields
     * @return the catalog
     * @throws RefusedException if two fields share a name (a standard field's name is taken)
     */
    public static FieldCatalog of(Field<?>... custom) {
        return of(Arrays.asList(custom));
    }

    /**
     * The standard fields and some custom ones.
     *
     * @param custom the custom fields; their order does not matter
     * @return the catalog
     * @throws RefusedException if two fields share a name (a standard field's name is taken); all clashes at once
     */
    public static FieldCatalog of(Collection<Field<?>> custom) {
        SortedMap<String, Field<?>> all = new TreeMap<>();
        StandardFields.captured().forEach(field -> all.put(field.name(), field));
        StandardFields.kept().forEach(field -> all.put(field.name(), field));
        Faults faults = new Faults();
        for (Field<?> field : custom) {
            if (all.putIfAbsent(field.name(), field) != null) {
                faults.accept(new Fault(
                        field.name(), "a new field name", "\"" + field.name() + "\"", "A field of that name exists."));
            }
        }
        faults.refuseIfAny("field catalog");
        return new FieldCatalog(all);
    }

    /**
     * The field of a name.
     *
     * @param name the exact name
     * @return the field, or empty if there is none
     */
    public Optional<Field<?>> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * All names, for hints.
     *
     * @return the names in order
     */
    public Collection<String> names() {
        return List.copyOf(fields.keySet());
    }

    /**
     * All fields.
     *
     * @return the fields by name, in order
     */
    public Collection<Field<?>> fields() {
        return List.copyOf(fields.values());
    }
}
