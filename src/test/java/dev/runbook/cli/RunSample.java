package dev.runbook.cli;

import dev.runbook.exec.Plan;
import dev.runbook.exec.PlannedStep;
import dev.runbook.markdown.HandbookReader;
import dev.runbook.model.Handbook;
import dev.runbook.model.Page;
import dev.runbook.model.Role;
import dev.runbook.model.RunbookId;
import dev.runbook.model.Section;
import dev.runbook.model.Step;
import dev.runbook.model.StepId;
import dev.runbook.source.Progress;
import dev.runbook.values.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A runbook with a step of each kind, as a plan. */
final class RunSample {
    static final Values VALUES =
            new Values(Map.of("DB_NAME", "mastodon test", "DB_PASSWORD", "hunter2"), Set.of("DB_PASSWORD"));

    private static final String ORIGINAL = """
            ---
            title: バックアップ
            user: postgres
            params:
              DB_NAME: {label: データベース名}
              DB_PASSWORD: {label: パスワード, secret: true}
            ---

            最初に**必ず**`df`を見ます。

            ## 取得 {#dump}

            データベースを書き出します。

            ```bash {#take .exec}
            pg_dump -Fc "$DB_NAME" > /backup/it.dump
            ```

            大きさを確かめます。

            ```bash {#size .check}
            ls -l /backup
            ```
            ```text {.output}
            one
            two
            three
            four
            five
            six
            ```

            - [ ] 容量に余裕があることを確認する

            ## 設定 {#config}

            ```ini {#conf .file path=/etc/backup.ini mode=0600 user=root}
            password = ${DB_PASSWORD}
            ```

            ```bash {#wipe .exec danger="古いバックアップを消します"}
            rm -r /backup/old
            ```

            ```bash {#drop .undo of=take}
            rm /backup/it.dump
            ```

            終わりです。
            """;

    private static final String TRANSLATION = """
            ---
            title: Back up
            params:
              DB_NAME: {label: Name of the database}
              DB_PASSWORD: {label: Password}
            ---

            **Always** look at `df` first.

            ## Dump {#dump}

            Write the database out.

            ```bash {#take .exec}
            pg_dump -Fc "$DB_NAME" > /backup/it.dump
            ```

            See how large it is.

            ```bash {#size .check}
            ls -l /backup
            ```
            ```text {.output}
            one
            two
            three
            four
            five
            six
            ```

            - [ ] There is room left

            ## Settings {#config}

            ```ini {#conf .file path=/etc/backup.ini mode=0600 user=root}
            password = ${DB_PASSWORD}
            ```

            ```bash {#wipe .exec danger="古いバックアップを消します"}
            rm -r /backup/old
            ```

            ```bash {#drop .undo of=take}
            rm /backup/it.dump
            ```

            That is all.
            """;

    private final Page page;

    RunSample(Path folder) throws IOException {
        SampleHandbook.write(folder, "handbook.yml", "languages: [ja, en]\n");
        SampleHandbook.write(folder, "backup.md", ORIGINAL);
        SampleHandbook.write(folder, "backup.en.md", TRANSLATION);
        Handbook handbook = new HandbookReader(folder.resolve("runbooks"))
                .read(Progress.NONE)
                .value();
        page = handbook.page(new RunbookId("backup")).orElseThrow();
    }

    Page page() {
        return page;
    }

    /** All steps but those that take back. */
    Plan plan() {
        List<PlannedStep> steps = new ArrayList<>();
        Map<StepId, List<PlannedStep>> undos = new HashMap<>();
        int number = 0;
        for (Section section : page.original().sections()) {
            for (Step step : section.steps()) {
                PlannedStep planned = new PlannedStep(
                        ++number, section, step, step.options().user().orElse("postgres"), "digest");
                if (step.role() == Role.UNDO) {
                    undos.put(step.undoes().orElseThrow(), List.of(planned));
                } else {
                    steps.add(planned);
                }
            }
        }
        return new Plan(page.original(), "digest", steps, undos);
    }
}
