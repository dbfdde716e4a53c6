package dev.runbook.exec.container;

import dev.runbook.source.DiagnosticCode;
import dev.runbook.source.Severity;

/** Why a container cannot be had, or was lost. Says nothing about any runbook. */
public enum ContainerCode implements DiagnosticCode {
    /** No engine answers: what was tried said. */
    NO_ENGINE,
    /** The engine has stopped answering: what was said. */
    ENGINE_LOST,
    /** A base image is not here and cannot be pulled: its name, what was said. */
    NO_BASE_IMAGE,
    /** A folder without a Dockerfile: its name. */
    NO_DOCKERFILE,
    /** An image cannot be built: the environment, the end of what the build wrote. */
    IMAGE_NOT_BUILT,
    /** Files of the project cannot be copied into a container: what was said. */
    FILES_NOT_COPIED,
    /** A container cannot be made or started: its image, what was said. */
    NOT_STARTED,
    /** Its services did not come up: after how many seconds, what is not there. */
    NOT_READY,
    /** A container ended while it was in use: what is known. */
    CONTAINER_LOST,
    /** The engine's disk is full: what was said. */
    DISK_FULL;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
