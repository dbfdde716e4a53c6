package dev.runbook.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Opens an address in the person's browser, by the desktop's own command. */
final class Opener {
    private Opener() {}

    /** Asks the desktop. Where there is none, the printed address is all that a person needs. */
    static void open(URI address, Map<String, String> environment) {
        String browser = environment.getOrDefault("BROWSER", "");
        List<String> commands = browser.isEmpty() ? List.of("xdg-open", "open") : List.of(browser);
        for (String command : commands) {
            try {
                new ProcessBuilder(command, address.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            } catch (IOException notThere) {
                // The next one may be.
            }
        }
    }
}
