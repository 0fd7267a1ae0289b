package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lead at one moment: the fold of its events. Immutable; {@code toString} shows the identifier only.
 *
 * <p>Every {@linkplain #values() value} is read by its field; what the library keeps itself (stage, owner, ...) can be read
 * both as {@link StandardFields#kept() fields}, which is how conditions see it, and by the methods here.
 */
public final class Lead {

    private final LeadId id;
    private final FieldValues values;
    private final @Nullable Stage stage;
    private final @Nullable RepId owner;
    private final @Nullable Instant capturedAt;
    private final @Nullable Instant convertedAt;
    private final @Nullable Instant lostAt;

    private Lead(Builder from) {
        this.id = from.id;
        this.values = from.values.build();
        this.stage = from.stage;
        this.owner = from.owner;
        this.capturedAt = from.capturedAt;
        this.convertedAt = from.convertedAt;
        this.lostAt = from.lostAt;
    }

    /**
     * Starts with a lead of which only the identity is known.
     *
     * @param id which lead
     * @return a new builder
     */
    public static Builder builder(LeadId id) {
        return new Builder(id);
    }

    /**
     * Which lead this is.
     *
     * @return its identifier
     */
    public LeadId id() {
        return id;
    }

    /**
     * All values, the fields kept by the library among them.
     *
     * @return the values
     */
    public FieldValues values() {
        return values;
    }

    /**
     * The value of a field.
     *
     * @param field which field
     * @param <T> its type
     * @return the value, or empty if it is missing
     */
    public <T> Optional<T> get(Field<T> field) {
        return values.get(field);
    }

    /**
     * The stage that the lead is in.
     *
     * @return the stage, or empty before the lead was captured
     */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    /**
     * Who owns the lead.
     *
     * @return the rep, or empty while nobody does
     */
    public Optional<RepId> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * When the lead was captured.
     *
     * @return the earliest capture, or empty if no submission said when
     */
    public Optional<Instant> capturedAt() {
        return Optional.ofNullable(capturedAt);
    }

    /**
     * When the lead was converted.
     *
     * @return the first conversion, or empty if there was none
     */
    public Optional<Instant> convertedAt() {
        return Optional.ofNullable(convertedAt);
    }

    /**
     * When the lead was lost.
     *
     * @return the latest loss, or empty if there was none or the lead was taken up again
     */
    public Optional<Instant> lostAt() {
        return Optional.ofNullable(lostAt);
    }

    @Override
    public String toString() {
        return "Lead[" + id + "]";
    }

    /** Collects what is known of a lead. Not thread-safe. */
    public static final class Builder {

        private final LeadId id;
        private final FieldValues.Builder values = FieldValues.builder();
        private @Nullable Stage stage;
        private @Nullable RepId owner;
        private @Nullable Instant capturedAt;
        private @Nullable Instant convertedAt;
        private @Nullable Instant lostAt;

        private Builder(LeadId id) {
            this.id = requireNonNull(id, "id");
        }

        /**
         * Gives a field a value.
         *
         * @param field which field
         * @param value its value
         * @param <T> its type
         * @return this
         */
        public <T> Builder set(Field<T> field, T value) {
            values.set(field, value);
            return this;
        }

        /**
         * Adds newer values to those already there.
         *
         * @param newer what was learned later
         * @return this
         */
        public Builder overlay(FieldValues newer) {
            values.overlay(newer);
            return this;
        }

        /**
         * Moves to a stage; a lead that was lost is taken up again.
         *
         * @param entered the stage
         * @param at since when
         * @return this
         */
        public Builder stage(Stage entered, Instant at) {
            stage = entered;
            lostAt = null;
            return set(StandardFields.STAGE, entered.name()).set(StandardFields.STAGE_SINCE, at);
        }

        /**
         * Says who owns the lead.
         *
         * @param rep the owner, or null for nobody
         * @return this
         */
        public Builder owner(@Nullable RepId rep) {
            owner = rep;
            if (rep == null) {
                values.clear(StandardFields.OWNER.name());
                return this;
            }
            return set(StandardFields.OWNER, rep.value());
        }

        /**
         * Says that the lead was captured; the earliest time counts.
         *
         * @param at when
         * @return this
         */
        public Builder capturedAt(Instant at) {
            if (capturedAt == null || at.isBefore(capturedAt)) {
                capturedAt = at;
                values.set(StandardFields.CAPTURED_AT, at);
            }
            return this;
        }

        /**
         * Says that the lead was converted; the earliest time counts.
         *
         * @param at when
         * @return this
         */
        public Builder convertedAt(Instant at) {
            convertedAt = convertedAt == null || at.isBefore(convertedAt) ? at : convertedAt;
            return this;
        }

        /**
         * Says that the lead was lost.
         *
         * @param at when
         * @return this
         */
        public Builder lostAt(Instant at) {
            lostAt = at;
            return this;
        }

        /**
         * Keeps the latest score's total and grade.
         *
         * @param score the score
         * @return this
         */
        public Builder score(Score score) {
            values.clear(StandardFields.GRADE.name());
            score.grade().ifPresent(grade -> set(StandardFields.GRADE, grade.name()));
            return set(StandardFields.SCORE, score.total().toBigDecimal());
        }

        /**
         * Ends collecting.
         *
         * @return the lead
         */
        public Lead build() {
            return new Lead(this);
        }
    }
}
