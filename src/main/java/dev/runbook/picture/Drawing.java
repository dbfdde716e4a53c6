package dev.runbook.picture;

/**
 * A picture.
 *
 * @param complete whether all texts are in it: this machine had fonts with their characters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: it is written to a file
public record Drawing(byte[] png, boolean complete) {}
