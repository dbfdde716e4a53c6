package dev.runbook.cli;

import dev.runbook.app.SearchHandbook;
import dev.runbook.i18n.Language;
import dev.runbook.json.Json;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.results.HandbookStatus;
import dev.runbook.site.search.SearchHit;
import dev.runbook.site.search.SearchResults;
import dev.runbook.site.theme.JteTheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code runbook search WORDS}. */
final class SearchCommand implements Command {
    private static final String PATH = "search";
    private static final int DEFAULT_LIMIT = 10;

    @Override
    public CommandSpec spec(Specs specs) {
        return specs.command(PATH, this)
                .addPositional(specs.argument(PATH, "WORDS", "1..*").build())
                .addOption(specs.value(PATH, "N", "--limit").build())
                .addOption(
                        specs.choice(PATH, List.of("text", "json"), "--format").build())
                .addOption(specs.value(PATH, ResultsOption.VALUE, ResultsOption.NAME)
                        .build());
    }

    @Override
    public int run(Invocation invocation) throws CommandFailed {
        int limit = limit(invocation);
        Optional<Function<Handbook, Optional<HandbookStatus>>> verification = ResultsOption.read(invocation);
        if (verification.isEmpty()) {
            return ExitCode.NOT_DONE;
        }
        SearchResults results;
        String words = String.join(" ", invocation.arguments());
        try (ProgressDisplay progress = invocation.progress()) {
            Handbook handbook =
                    new HandbookReader(invocation.handbook()).read(progress).value();
            results = SearchHandbook.of(handbook, new JteTheme(), verification.get())
                    .search(words, invocation.language(), limit);
        }
        boolean json = invocation.value("--format").orElse("text").equals("json");
        invocation.out().print(json ? json(results) : new Printed(invocation, words).text(results));
        return ExitCode.of(!results.hits().isEmpty());
    }

    private static int limit(Invocation invocation) throws CommandFailed {
        Optional<String> written = invocation.value("--limit");
        if (written.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!written.get().matches("[1-9][0-9]{0,4}")) {
            throw new CommandFailed(Problem.BAD_VALUE, written.get(), "--limit", "1, 2, 3 …");
        }
        return Integer.parseInt(written.get());
    }

    private static String json(SearchResults results) {
        List<Map<String, Object>> hits = new ArrayList<>();
        for (SearchHit hit : results.hits()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("page", hit.id());
            item.put("language", hit.language().code());
            item.put("section", hit.anchor());
            item.put("title", hit.title());
            item.put("heading", hit.heading());
            item.put("score", Math.round(hit.score() * 1000) / 1000.0);
            item.put("text", hit.snippet());
            hits.add(item);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("hits", hits);
        all.put("missing", results.missing());
        all.put("suggestion", results.suggestion().orElse(null));
        return Json.pretty(all);
    }

    /** Results for a person. */
    private record Printed(Invocation invocation, String words) {
        String text(SearchResults results) {
            StringBuilder out = new StringBuilder();
            Style style = invocation.style();
            if (!invocation.quiet()) {
                said(results).forEach(line -> out.append(Terminal.clean(line)).append('\n'));
            }
            for (SearchHit hit : results.hits()) {
                String place = hit.anchor().isEmpty() ? hit.id() : hit.id() + "#" + hit.anchor();
                boolean foreign = hit.language() != invocation.language();
                String name = hit.heading().isEmpty() ? hit.title() : hit.title() + " › " + hit.heading();
                out.append(style.bold(Terminal.clean(name))).append('\n');
                out.append("  ").append(style.cyan(Terminal.clean(place)));
                out.append(foreign ? "  " + language(hit.language()) : "").append('\n');
                if (!invocation.quiet() && !hit.snippet().isEmpty()) {
                    out.append("  ").append(marked(hit, style)).append('\n');
                }
            }
            return out.toString();
        }

        private String language(Language language) {
            return "[" + language.code() + "]";
        }

        private List<String> said(SearchResults results) {
            List<String> lines = new ArrayList<>();
            String suggestion = results.suggestion().orElse("");
            if (results.corrected()) {
                lines.add(invocation.text("search.corrected", words, suggestion));
            } else if (results.hits().isEmpty()) {
                lines.add(invocation.text("search.none", words));
            } else if (!suggestion.isEmpty()) {
                lines.add(invocation.text("search.suggestion", suggestion));
            }
            return lines;
        }

        private static String marked(SearchHit hit, Style style) {
            StringBuilder out = new StringBuilder();
            int at = 0;
            for (int i = 0; i < hit.marks().size(); i += 2) {
                int from = hit.marks().get(i);
                int to = hit.marks().get(i + 1);
                out.append(Terminal.clean(hit.snippet().substring(at, from)));
                out.append(style.yellow(Terminal.clean(hit.snippet().substring(from, to))));
                at = to;
            }
            return out.append(Terminal.clean(hit.snippet().substring(at))).toString();
        }
    }
}
