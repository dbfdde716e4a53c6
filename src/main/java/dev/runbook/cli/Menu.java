package dev.runbook.cli;

import dev.runbook.cli.Person.Gone;
import dev.runbook.i18n.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks a person to choose, on as many lines as the terminal's width asks for. */
final class Menu {
    static final String PROMPT = "▸ ";
    private static final String GAP = "  ";
    private static final int DELETE = 0x7F;

    private final Person person;
    private final RunScreen screen;
    private final RunTexts texts;

    Menu(Person person, RunScreen screen, RunTexts texts) {
        this.person = person;
        this.screen = screen;
        this.texts = texts;
    }

    /** What the person chose. Help is given here. */
    Answer ask(List<Answer> offered) throws Gone {
        String above = "";
        while (true) {
            int key = key(above + lines(offered) + PROMPT);
            if (key == Answer.HELP.key()) {
                screen.print(texts.get("ask.help") + "\n");
                above = help(offered);
                continue;
            }
            for (Answer answer : offered) {
                if (answer.key() == key) {
                    screen.print(texts.get("ask." + answer.text()) + "\n");
                    return answer;
                }
            }
            screen.print("\n");
            above = key > ' ' && key != DELETE
                    ? texts.get("ask.unknown", Terminal.clean(Character.toString(key))) + "\n"
                    : "";
        }
    }

    /** A yes or no. */
    boolean confirm(String question) throws Gone {
        int key = 0;
        while (key != 'y' && key != 'n') {
            key = key(question + " " + texts.get("ask.yes-no") + " " + PROMPT);
            screen.print((key == 'y' || key == 'n' ? Character.toString(key) : "") + "\n");
        }
        return key == 'y';
    }

    /** A line about something; may be empty. */
    String line(String question) throws Gone {
        return line(question, "");
    }

    String line(String question, String initial) throws Gone {
        String before = question.isEmpty() ? "" : question + " ";
        try {
            screen.flush();
            return person.line(before + PROMPT, initial).strip();
        } catch (Gone e) {
            screen.print("\n");
            throw e;
        }
    }

    private int key(String question) throws Gone {
        try {
            return person.key(() -> {
                screen.endLine();
                screen.print(question);
                screen.flush();
            });
        } catch (Gone e) {
            screen.print("\n");
            throw e;
        }
    }

    private String lines(List<Answer> offered) {
        List<Answer> all = new ArrayList<>(offered);
        all.add(Answer.HELP);
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (Answer answer : all) {
            String name = answer.keyName();
            String label = texts.get("ask." + answer.text());
            String plain = texts.style().colour() ? name + " " + label : "[" + name + "] " + label;
            int width = DisplayWidth.of(plain);
            if (used > 0 && used + GAP.length() + width > screen.columns()) {
                out.append('\n');
                used = 0;
            }
            out.append(used > 0 ? GAP : "");
            out.append(texts.style().colour() ? texts.style().paint("1;36", name) + " " + label : plain);
            used += width + (used > 0 ? GAP.length() : 0);
        }
        return out.append('\n').toString();
    }

    private String help(List<Answer> offered) {
        StringBuilder out = new StringBuilder();
        int keys = Arrays.stream(Answer.values())
                .mapToInt(a -> a.keyName().length())
                .max()
                .orElse(0);
        for (Answer answer : offered) {
            out.append("  ")
                    .append(texts.style().bold(Cells.left(answer.keyName(), keys)))
                    .append("  ")
                    .append(texts.get("help." + answer.text()))
                    .append('\n');
        }
        return out.append("  ").append(texts.get("help.leave")).append('\n').toString();
    }
}
