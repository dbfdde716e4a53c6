package dev.runbook.site.view;

import dev.runbook.site.view.Badge.Count;
import dev.runbook.site.view.Part.Fact;
import dev.runbook.site.view.Proof.Cause;
import dev.runbook.site.view.Proof.Where;
import java.util.List;
import java.util.Optional;

/**
 * What verification says of a runbook.
 *
 * @param badge of the weakest step; the moment is that of the run's start
 * @param steps how many steps stand how, strongest first
 * @param rearranged whether steps were moved or removed since
 * @param otherBasis whether its environment, its values or what it requires was changed since
 * @param setting empty where it was never run
 * @param status link to the whole handbook's
 */
public record Verification(
        Badge badge,
        List<Count> steps,
        boolean rearranged,
        boolean otherBasis,
        Optional<Setting> setting,
        Optional<Cause> cause,
        String status) {

    /**
     * Where and how a runbook was run.
     *
     * @param image its name
     * @param digest the image's id
     * @param packages name and version
     * @param commit of the handbook; may be empty
     * @param took as {@code 1m2s}
     */
    public record Setting(Where place, String image, String digest, List<Fact> packages, String commit, String took) {}
}
