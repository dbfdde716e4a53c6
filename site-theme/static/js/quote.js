// A value becomes what must be written where it occurs, so that it is data there and never code.
runbook.quote = (() => {
  /** @param {string} value */
  const word = (value) =>
    /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;

  /** @type {Record<string, (value: string) => string>} */
  const rules = {
    shell_word: word,
    // An exclamation mark is history to an interactive shell, and a backslash before it would stay: it stands in
    // single quotes between two double-quoted parts.
    shell_double: (value) => value.replace(/[\\"$`]/g, '\\$&').replaceAll('!', `"'!'"`),
    shell_heredoc: (value) => value.replace(/[\\$`]/g, '\\$&'),
    sql_literal: (value) => `'${value.replaceAll("'", "''")}'`,
    sql_identifier: (value) => `"${value.replaceAll('"', '""')}"`,
    raw: (value) => value,
  };
  /** The text to write; null for a rule that is not known here. @param {string} rule @param {string} value */
  return (rule, value) => (Object.hasOwn(rules, rule) ? rules[rule](value) : null);
})();
