package dev.runbook.exec.container;

/** Is told of what takes long. */
public interface EngineListener {
    /** For work that nobody watches. */
    EngineListener NONE = new EngineListener() {};

    default void pulling(String image) {}

    default void building(String environment) {}
}
