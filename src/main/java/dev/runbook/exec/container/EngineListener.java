package dev.runbook.exec.container;

/** Is told of what takes long. */
public interface EngineListener {
    /** For work that nobody watches. */
    EngineListener NONE = new EngineListener() {};

    /** What a killed process leaves behind is not removed at once: why. */
    default void withoutRyuk(String why) {}

    default void pulling(String image) {}

    default void building(String environment) {}
}
