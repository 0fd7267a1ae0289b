package dev.leadkit.scoring.release;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All versions of the host's models, and what each is used for. Of each name at most one version is active. Immutable and
 * thread-safe: every step gives new models, and the host keeps them where it keeps its configuration.
 *
 * <table>
 * <caption>What may follow what</caption>
 * <tr><th>from</th><th>to</th></tr>
 * <tr><td>draft</td><td>draft (replaced), shadow, active; or it is discarded</td></tr>
 * <tr><td>shadow</td><td>active, retired</td></tr>
 * <tr><td>active</td><td>shadow, retired; retired too as soon as another version of its name becomes active</td></tr>
 * <tr><td>retired</td><td>shadow, active: the way back is always open</td></tr>
 * </table>
 */
public final class ScoringModels {

    /** No model yet. */
    public static final ScoringModels NONE = new ScoringModels(Map.of(), List.of());

    private final Map<String, Release> releases;
    private final List<Transition> log;

    private ScoringModels(Map<String, Release> releases, List<Transition> log) {
        this.releases = new LinkedHashMap<>(releases);
        this.log = List.copyOf(log);
    }

    /**
     * What a host kept.
     *
     * @param releases the releases, each version once
     * @param log the steps so far, oldest first
     * @return the models
     * @throws IllegalArgumentException if a version occurs twice, or two versions of a name are active
     */
    public static ScoringModels restored(Collection<Release> releases, List<Transition> log) {
        Map<String, Release> byVersion = new LinkedHashMap<>();
        for (Release release : releases) {
            if (byVersion.put(key(release.model().ref()), release) != null) {
                throw new IllegalArgumentException("version must be there once, was there twice: "
                        + release.model().ref());
            }
        }
        ScoringModels models = new ScoringModels(byVersion, log);
        for (Release release : releases) {
            String name = release.model().ref().name();
            if (models.in(name, Phase.ACTIVE).size() > 1) {
                throw new IllegalArgumentException("one version of " + name + " must be active, was "
                        + models.in(name, Phase.ACTIVE).stream()
                                .map(ScoringModel::ref)
                                .toList());
            }
        }
        return models;
    }

    /** With its length before it, a name with a slash is not mistaken for a name and a version. */
    private static String key(ModelRef ref) {
        return ref.name().length() + ":" + ref;
    }

    /**
     * Adds a draft, or puts it in the place of the draft of that version.
     *
     * @param model the draft
     * @param at when
     * @param by who decided it
     * @return the new models
     * @throws IllegalArgumentException if that version is no draft any more and has another content: it needs a version of its
     *     own
     */
    public ScoringModels draft(ScoringModel model, Instant at, String by) {
        Release old = releases.get(key(model.ref()));
        if (old != null && old.phase() != Phase.DRAFT) {
            throw new IllegalArgumentException("version must be a new one or a draft, was " + old.phase() + ": "
                    + model.ref() + ". Give the changed model another version.");
        }
        return with(model, Phase.DRAFT, at, by);
    }

    /**
     * Lets a version score beside the active one.
     *
     * @param version its name and version; with a hash it must be that of the content
     * @param at when
     * @param by who decided it
     * @return the new models
     * @throws IllegalArgumentException if there is no such version, its content is another than the hash says, or the step is not allowed
     */
    public ScoringModels shadow(ModelRef version, Instant at, String by) {
        return moved(version, Phase.SHADOW, at, by);
    }

    /**
     * Lets a version give the scores that count; the one that did so far is retired.
     *
     * @param version its name and version
     * @param at when
     * @param by who decided it
     * @return the new models
     * @throws IllegalArgumentException if there is no such version, its content is another than the hash says, or it is active
     */
    public ScoringModels activate(ModelRef version, Instant at, String by) {
        ScoringModels retired = this;
        if (release(version).phase().leadsTo(Phase.ACTIVE)) {
            for (ScoringModel old : in(version.name(), Phase.ACTIVE)) {
                retired = retired.moved(old.ref(), Phase.RETIRED, at, by);
            }
        }
        return retired.moved(version, Phase.ACTIVE, at, by);
    }

    /**
     * Takes a version out of use.
     *
     * @param version its name and version
     * @param at when
     * @param by who decided it
     * @return the new models
     * @throws IllegalArgumentException if there is no such version, its content is another than the hash says, or it is a draft or retired
     */
    public ScoringModels retire(ModelRef version, Instant at, String by) {
        return moved(version, Phase.RETIRED, at, by);
    }

    /**
     * Forgets a draft.
     *
     * @param version its name and version
     * @return the new models
     * @throws IllegalArgumentException if there is no such version, its content is another than the hash says, or it is no draft
     */
    public ScoringModels discard(ModelRef version) {
        Release release = release(version);
        if (release.phase() != Phase.DRAFT) {
            throw new IllegalArgumentException(
                    "version must be a draft to be discarded, was " + release.phase() + ": " + version);
        }
        Map<String, Release> fewer = new LinkedHashMap<>(releases);
        fewer.remove(key(version));
        return new ScoringModels(fewer, log);
    }

    private ScoringModels moved(ModelRef version, Phase to, Instant at, String by) {
        Release release = release(version);
        if (!release.phase().leadsTo(to)) {
            throw new IllegalArgumentException(
                    "phase must allow the step to " + to + ", was " + release.phase() + ": " + version);
        }
        return with(release.model(), to, at, by);
    }

    private ScoringModels with(ScoringModel model, Phase phase, Instant at, String by) {
        Map<String, Release> more = new LinkedHashMap<>(releases);
        more.put(key(model.ref()), new Release(model, phase));
        List<Transition> longer = new ArrayList<>(log);
        longer.add(new Transition(model.ref(), phase, at, by));
        return new ScoringModels(more, longer);
    }

    private Release release(ModelRef version) {
        requireNonNull(version, "version");
        Release release = releases.get(key(version));
        if (release == null) {
            List<String> known = releases().stream()
                    .map(each -> each.model().ref().toString())
                    .toList();
            throw new IllegalArgumentException(
                    "version must be a known one, was " + version + ". " + Suggestion.of(version.toString(), known));
        }
        if (!isOf(version, release.model())) {
            throw new IllegalArgumentException("content must be that of the hash, was another: " + version
                    + ". The draft was replaced meanwhile; look at it again, or leave the hash out.");
        }
        return release;
    }

    /**
     * Every version.
     *
     * @return the releases, in the order in which they became known
     */
    public List<Release> releases() {
        return List.copyOf(releases.values());
    }

    /**
     * The version that gives the scores that count.
     *
     * @param name the model's name
     * @return the active version, or empty if there is none
     */
    public Optional<ScoringModel> active(String name) {
        return in(name, Phase.ACTIVE).stream().findFirst();
    }

    /**
     * The versions of a name in a phase.
     *
     * @param name the model's name
     * @param phase the phase
     * @return the versions, in the order in which they became known
     */
    public List<ScoringModel> in(String name, Phase phase) {
        return releases.values().stream()
                .filter(release -> release.phase() == phase)
                .map(Release::model)
                .filter(model -> model.ref().name().equals(name))
                .toList();
    }

    /**
     * The model that a score came from, whatever has become of it.
     *
     * @param version what the score names
     * @return the model; empty if it is not known, or known with another content than the reference's hash, if it has one
     */
    public Optional<ScoringModel> find(ModelRef version) {
        return Optional.ofNullable(releases.get(key(version)))
                .map(Release::model)
                .filter(model -> isOf(version, model));
    }

    private static boolean isOf(ModelRef version, ScoringModel model) {
        return version.hash().isEmpty() || version.hash().equals(model.ref().hash());
    }

    /**
     * What was decided so far.
     *
     * @return the steps, oldest first
     */
    public List<Transition> log() {
        return log;
    }

    @Override
    public String toString() {
        return releases().stream()
                .map(release -> release.model().ref() + " " + release.phase())
                .toList()
                .toString();
    }
}
