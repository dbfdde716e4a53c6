package dev.runbook.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** What {@code --help} prints. */
final class Help {
    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 100;
    private static final int DEFAULT_WIDTH = 80;

    private Help() {}

    /** Sets what must hold for all commands. */
    static CommandLine configure(CommandLine commandLine, Host host) {
        int width = host.columns().orElse(DEFAULT_WIDTH);
        return commandLine
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)))
                .setAdjustLineBreaksForWideCJKCharacters(true);
    }

    /** A command's help. */
    static String of(CommandLine commandLine, Style style) {
        // Never Ansi.AUTO: it asks the process, not the host.
        Ansi ansi = style.colour() ? Ansi.ON : Ansi.OFF;
        ColorScheme scheme = new ColorScheme.Builder(ansi)
                .commands(Ansi.Style.bold)
                .options(Ansi.Style.fg_cyan)
                .parameters(Ansi.Style.fg_cyan)
                .build();
        return commandLine.getUsageMessage(scheme).stripTrailing() + "\n";
    }
}
