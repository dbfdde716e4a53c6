package dev.runbook.results;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a runbook was verified.
 *
 * @param environment its name in the handbook
 * @param image the name of the image it was run in
 * @param imageDigest the image's id, as the engine gives it
 * @param standIn whether the image's base only stands in for the system that the environment names
 * @param packages versions of the packages that matter, by name
 * @param basis digest of what the result rests on beside the runbook's own steps: the environment's files, values, the steps of
 *     what it requires; empty where it is not known
 */
public record Setting(
        String environment,
        String image,
        String imageDigest,
        boolean standIn,
        Map<String, String> packages,
        String basis) {
    public Setting {
        packages = java.util.Collections.unmodifiableMap(new TreeMap<>(packages));
    }
}
