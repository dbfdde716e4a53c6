package dev.runbook.values;

/** Values as words of languages, so that each stays data whatever it holds. None can hold NUL. */
public final class Quoting {
    private Quoting() {}

    /**
     * A word for {@code sh}, {@code bash} and their kin that stands for exactly this value. Single quotes are the one
     * quoting in which nothing has a meaning, in an interactive shell neither.
     *
     * @throws IllegalArgumentException for a value with NUL
     */
    public static String shell(String value) {
        refuseNul(value);
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /**
     * A line that sets a variable of {@code psql}, which {@code :'NAME'} then gives exactly; for psql 9.2 and later. In psql's
     * single quotes a quote is doubled and a backslash begins an escape; a line break must be one, since a meta-command ends
     * with its line.
     *
     * @param name of a parameter
     * @return without a line end
     * @throws IllegalArgumentException for a value with NUL, or a name that is none
     */
    public static String psqlSet(String name, String value) {
        refuseNul(value);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        String quoted = value.replace("\\", "\\\\")
                .replace("'", "''")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return "\\set " + name + " '" + quoted + "'";
    }

    private static void refuseNul(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a value with NUL");
        }
    }
}
