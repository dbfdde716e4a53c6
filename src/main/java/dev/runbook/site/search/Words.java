package dev.runbook.site.search;

/** Words that may be meant where another was typed. */
final class Words {
    private Words() {}

    /** Whether it is a word of letters, and not a number or a name that is made of many. */
    static boolean isWord(String term) {
        boolean letter = false;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c == '/' || c == '=' || c == ':' || c == '@') {
                return false;
            }
            letter |= c >= 'a' && c <= 'z';
        }
        return letter;
    }

    /** How many letters one must put in, take out, change or swap; more than {@code most} is {@code most + 1}. */
    static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] older = new int[b.length() + 1];
        int[] old = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            old[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(Math.min(old[j] + 1, row[j - 1] + 1), old[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, older[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = older;
            older = old;
            old = row;
            row = spare;
        }
        return Math.min(old[b.length()], most + 1);
    }
}
