package dev.runbook.site.theme;

/** Coloured code as the site makes it. */
final class SampleCode {
    static final String INSTALL = """
            <span class="tok-comment"># EPEL が要ります</span>
            dnf -y install pgbouncer
            <span class="tok-builtin">echo</span> <span class="tok-string">"$HOME"</span> | tee -a /var/log/pgbouncer/installation-of-the-connection-pool.log &amp;&amp; <span class="tok-keyword">exit</span> <span class="tok-number">0</span>
            """;

    static final String CONSOLE = """
            <span class="prompt"># </span>systemctl is-active pgbouncer
            <span class="output">active</span>
            <span class="prompt">$ </span><span class="tok-builtin">printf</span> <span class="tok-string">'%s\\n' \\</span>
            <span class="prompt">&gt; </span>a
            <span class="output">a
            </span><span class="prompt">$ </span><span class="tok-builtin">true</span>
            """;

    static final String INI = """
            <span class="tok-tag">[databases]</span>
            <span class="param" data-param="DB_NAME" data-quote="raw">${DB_NAME}</span> = host=127.0.0.1 port=5432

            <span class="tok-tag">[pgbouncer]</span>
            <span class="tok-key">listen_port</span> <span class="tok-operator">=</span> <span class="tok-number">6432</span>
            """;

    static final String PATCH = """
            <span class="line meta">--- /var/lib/pgsql/data/pg_hba.conf
            </span><span class="line meta">+++ /var/lib/pgsql/data/pg_hba.conf
            </span><span class="line hunk">@@ -84,3 +84,3 @@
            </span><span class="line"> # IPv4 local connections:
            </span><span class="line del">-host    all    all    127.0.0.1/32    md5
            </span><span class="line add">+host    <span class="param" data-param="DB_NAME" data-quote="raw">${DB_NAME}</span>    mastodon    127.0.0.1/32    scram-sha-256
            </span><span class="line"> # IPv6 local connections:
            </span>""";

    static final String SQL = """
            <span class="tok-keyword">ALTER ROLE</span> mastodon <span class="tok-keyword">PASSWORD</span> <span class="param" data-param="DB_PASSWORD" data-quote="sql_literal">:'DB_PASSWORD'</span>;
            <span class="tok-keyword">COMMENT ON DATABASE</span> <span class="param" data-param="DB_NAME" data-quote="sql_identifier">:"DB_NAME"</span> <span class="tok-keyword">IS</span> <span class="param" data-param="NOTE" data-quote="sql_literal">:'NOTE'</span>;
            """;

    static final String QUOTES = """
            <span class="tok-function">logger</span> <span class="param" data-param="NOTE" data-quote="shell_word">"$NOTE"</span>
            <span class="tok-builtin">echo</span> <span class="tok-string">"note: <span class="param" data-param="NOTE" data-quote="shell_double">$NOTE</span>"</span>
            cat &lt;&lt;END
            <span class="param" data-param="NOTE" data-quote="shell_heredoc">$NOTE</span>
            END
            PGPASSWORD=<span class="param" data-param="DB_PASSWORD" data-quote="shell_word">"$DB_PASSWORD"</span> psql <span class="param" data-param="DB_NAME" data-quote="shell_word">"$DB_NAME"</span>
            """;

    private SampleCode() {}
}
