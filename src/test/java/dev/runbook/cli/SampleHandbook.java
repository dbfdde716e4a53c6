package dev.runbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small handbook with a bit of everything, in {@code runbooks} of a folder. */
final class SampleHandbook {
    private SampleHandbook() {}

    static void write(Path folder) throws IOException {
        write(folder, "handbook.yml", "sections: [web, database]\n");
        write(folder, "database/index.md", "---\ntitle: データベース\n---\n");
        write(folder, "database/index.en.md", "---\ntitle: Database\n---\n");
        write(folder, "database/backup.md", """
                ---
                title: データベースのバックアップ
                description: 毎晩のバックアップを確かめます
                tags: [postgresql, backup]
                user: postgres
                risk: high
                duration: 15m
                params:
                  DB_NAME: {label: データベース名, default: mastodon, pattern: '[a-z_]+'}
                  DB_PASSWORD: {label: パスワード, secret: true}
                ---

                最初に**必ず**`df`を見ます。

                ## 取得 {#dump}

                ```bash {#take .exec timeout=3m danger="古いバックアップを消します"}
                pg_dump -Fc "$DB_NAME" > "/backup/$DB_NAME.dump"
                ```

                ```console {#size .check}
                # stat -c %s /backup/mastodon.dump
                [1-9]* (glob)
                ```

                - [ ] 容量に余裕があることを確認する

                ```ini
                [mastodon]
                ```

                ## 設定 {#config}

                ```ini {#conf .file path=/etc/backup.ini mode=0600}
                password = ${DB_PASSWORD}
                ```

                ```bash {#drop .undo of=take}
                rm "/backup/$DB_NAME.dump"
                ```
                """);
        write(folder, "database/restore.md", """
                ---
                title: とても長い題名の手順書で、端末の幅には決して収まらないもの、つまりバックアップからの復元
                ---

                ## 復元 {#restore}

                ```bash {#go .exec}
                true
                ```
                """);
        write(folder, "web/backup.md", "---\ntitle: nginx の設定の控え\ntags: [backup]\n---\n\n## 控え {#copy}\n\n文章。\n");
        write(
                folder,
                "web/backup.en.md",
                "---\ntitle: Copies of nginx's settings\n---\n\n## Copies {#copy}\n\nProse.\n");
    }

    static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve("runbooks").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
