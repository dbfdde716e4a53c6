package dev.runbook.importing;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds lines that a reader must heed. */
final class Alerts {
    private static final Pattern WARNING = Pattern.compile(
            "(?:注意|警告|危険|厳禁)(?:点|事項)?(?:[:：!！、。\\s)）].*)?|【(?:注意|警告|危険)[^】]*】.*|[(（]注意[)）].*|[!！]{2,}.*|⚠.*"
                    + "|(?i:warning|caution|danger|attention)(?:[:!].*)?|(?i:\\*+ ?(?:warning|caution|danger)\\b.*)");
    private static final Pattern IMPORTANT = Pattern.compile("重要(?:[:：!！\\s].*)?|【(?:重要|必須)】.*|(?i:important)[:!].*");
    private static final Pattern NOTE = Pattern.compile(
            "※.*|注(?:[0-9０-９]{0,2}[:：)）]).*|[(（]注[)）].*|【(?:補足|備考|メモ|参考)】.*|(?:補足|備考)[:：].+|(?i:note|n\\.b\\.|nb)[:!].*");
    private static final Pattern TIP = Pattern.compile("(?:ヒント|コツ)[:：].*|(?i:tip|hint)[:!].*");

    private Alerts() {}

    /** GitHub's word for the alert that a line begins; empty for a line that is none. */
    static Optional<String> kind(String body) {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        if (WARNING.matcher(body).matches()) {
            return Optional.of("WARNING");
        }
        if (IMPORTANT.matcher(body).matches()) {
            return Optional.of("IMPORTANT");
        }
        if (NOTE.matcher(body).matches()) {
            return Optional.of("NOTE");
        }
        return TIP.matcher(body).matches() ? Optional.of("TIP") : Optional.empty();
    }
}
