package dev.runbook.exec.container;

import java.util.Map;

/**
 * An image that the engine has.
 *
 * @param id as the engine gives it
 * @param labels its own, and those of the images that it was made from
 */
public record Image(String name, String id, Map<String, String> labels) {
    public Image {
        labels = Map.copyOf(labels);
    }
}
