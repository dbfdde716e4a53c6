package dev.runbook.exec.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes images that this has made and that nobody will start from again. */
final class Pruning {
    /** Folders that are made anew each time, as a CI's, have the same environment in them: its image is kept for the next. */
    private static final Duration KEPT_WITHOUT_FOLDER = Duration.ofDays(7);

    private final DockerClient client;
    private final List<String> removed = new ArrayList<>();

    Pruning(DockerClient client) {
        this.client = client;
    }

    /** All that are older. */
    List<String> older(Duration older) {
        Instant limit = Instant.now().minus(older);
        // Snapshots first: what was made from an image keeps it.
        remove(images().stream()
                .filter(Pruning::isSnapshot)
                .filter(i -> created(i).isBefore(limit)));
        remove(images().stream().filter(i -> created(i).isBefore(limit)));
        return removed;
    }

    /** Those of processes that are no more. */
    void checkpoints() {
        remove(images().stream()
                .filter(i -> !label(i, Labels.CHECKPOINT).isEmpty() && Owner.isGone(label(i, Labels.CHECKPOINT))));
    }

    void outdated(String folder, dev.runbook.exec.container.Image current, Map<String, String> snapshots) {
        remove(images().stream().filter(Pruning::isSnapshot).filter(i -> {
            if (!label(i, Labels.CHECKPOINT).isEmpty()) {
                return false;
            }
            String digest = snapshots.get(label(i, Labels.RUNBOOK));
            return isGone(i) || (isOf(i, folder) && digest != null && !digest.equals(label(i, Labels.SNAPSHOT)));
        }));
        Instant limit = Instant.now().minus(KEPT_WITHOUT_FOLDER);
        remove(
                images().stream()
                        .filter(i -> !isSnapshot(i))
                        .filter(i -> isOf(i, folder) || (isGone(i) && created(i).isBefore(limit))),
                current.name());
    }

    private List<Image> images() {
        return client.listImagesCmd().withLabelFilter(Labels.ENVIRONMENT).exec();
    }

    private static String label(Image image, String name) {
        return Optional.ofNullable(image.getLabels())
                .map(labels -> labels.get(name))
                .orElse("");
    }

    private static boolean isSnapshot(Image image) {
        return !label(image, Labels.SNAPSHOT).isEmpty();
    }

    private static boolean isOf(Image image, String folder) {
        return folder.equals(label(image, Labels.FOLDER));
    }

    private static boolean isGone(Image image) {
        String folder = label(image, Labels.FOLDER);
        return folder.isEmpty() || !Files.isDirectory(Path.of(folder));
    }

    private static Instant created(Image image) {
        return Instant.ofEpochSecond(image.getCreated());
    }

    private void remove(Stream<Image> images, String... kept) {
        for (Image image : images.toList()) {
            String[] tags = Optional.ofNullable(image.getRepoTags()).orElse(new String[0]);
            // What differs only in files that are in no image is one image with several names.
            for (String name : tags.length == 0 ? new String[] {image.getId()} : tags) {
                if (!List.of(kept).contains(name)) {
                    remove(name);
                }
            }
        }
    }

    private void remove(String name) {
        try {
            // Without force: one that a container uses stays.
            client.removeImageCmd(name).exec();
            removed.add(name);
        } catch (RuntimeException e) {
            // In use, or the base of another: it goes with that one.
        }
    }
}
