package dev.runbook.site.theme;

import static dev.runbook.site.theme.SampleViews.pick;

import dev.runbook.i18n.Language;

/** Prose with every element that Markdown can make. */
final class SampleProse {
    private SampleProse() {}

    static String before(Language language) {
        return pick(language, """
            <p>PostgreSQL は、接続 1 本ごとにプロセスを 1 つ作ります。Mastodon は Puma と Sidekiq のスレッドの数だけ接続を張ったままにするので、小さなサーバーではそれだけでメモリが足りなくなります。PgBouncer は両者の間に立ち、多くの接続を少ない本数にまとめます。</p>
            <p>次のどれかに当てはまるときに、この手順を行います。</p>
            <ul>
            <li><code>free -m</code> の空きが少なく、<code>ps</code> に <code>postgres</code> のプロセスが何十個も並んでいる</li>
            <li>Mastodon のログに <code>sorry, too many clients already</code> が出る</li>
            <li>Sidekiq や Puma のスレッドを増やしたい</li>
            </ul>
            <div class="alert alert-note" role="note"><p class="alert-title">注記</p>
            <p>名前は「bgBouncer」ではなく「PgBouncer」です。<a href="https://www.pgbouncer.org/" rel="noopener noreferrer">公式の説明</a>も読んでください。</p>
            </div>
            """, """
            <p><a class="term" href="../glossary/index.html#postgresql" aria-describedby="rb.term-postgresql">PostgreSQL</a> makes one process for each connection. Mastodon keeps one open for each thread of Puma and Sidekiq, and a small server runs out of memory from that alone. PgBouncer stands between the two and needs few connections for many.</p>
            <ul>
            <li><code>free -m</code> shows little, and <code>ps</code> shows dozens of <code>postgres</code> processes</li>
            <li>Mastodon's log says <code>sorry, too many clients already</code></li>
            </ul>
            <div class="alert alert-note" role="note"><p class="alert-title">Note</p>
            <p>The name is “PgBouncer”; see <a href="https://www.pgbouncer.org/" rel="noopener noreferrer">its site</a>.</p>
            </div>
            """);
    }

    static String after(Language language) {
        return alerts(language) + """
            <div class="scroll" role="group" tabindex="0" aria-label="表"><table>
            <thead><tr><th>項目</th><th class="align-center">値</th><th class="align-right">既定</th></tr></thead>
            <tbody><tr><td><code>max_client_conn</code></td><td class="align-center">Puma、Sidekiq、ストリーミングの合計より大きくします</td><td class="align-right">100</td></tr></tbody>
            </table></div>
            <blockquote>
            <p>引用の中の <kbd>Ctrl</kbd>+<kbd>C</kbd> と <mark>印</mark>、<del>取り消し</del>。</p>
            </blockquote>
            <details><summary>詳しく</summary><p><ruby>冗長<rp>（</rp><rt>じょうちょう</rt><rp>）</rp></ruby>構成</p></details>
            <dl><dt>接続プール</dt><dd>多くの接続を少ない本数にまとめるもの</dd></dl>
            <hr />
            <ol><li>一</li><li>二<ul><li>二の一</li></ul></li></ol>
            """;
    }

    private static String alerts(Language language) {
        String[] kinds = {"tip", "important", "warning", "caution"};
        String[] japanese = {"ヒント", "重要", "警告", "注意"};
        String[] english = {"Tip", "Important", "Warning", "Caution"};
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < kinds.length; i++) {
            out.append("<div class=\"alert alert-" + kinds[i] + "\" role=\"note\"><p class=\"alert-title\">"
                    + pick(language, japanese[i], english[i])
                    + "</p>\n<p>"
                    + pick(
                            language,
                            "<code>userlist.txt</code> の値は 1 文字も違ってはいけません。",
                            "The value in <code>userlist.txt</code> must be the same to the letter.")
                    + "</p>\n</div>\n");
        }
        return out.toString();
    }
}
