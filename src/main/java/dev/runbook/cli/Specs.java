package dev.runbook.cli;

import dev.runbook.i18n.Messages;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Makes the library's descriptions of commands with texts of one language: of command {@code new runbook} the keys
 * {@code new.runbook}, {@code new.runbook.footer} (where there is one) and {@code new.runbook.<option>}.
 *
 * <p>Why not the library's annotations: reading them costs a start more than all the rest, and they bind texts to a
 * locale of the process.
 */
final class Specs {
    /** Of each command, before or after its name; described once, in the help of {@code runbook} itself. */
    private static final String GLOBAL = "global";

    private final Messages texts;

    Specs(Messages texts) {
        this.texts = texts;
    }

    /** A command with the options that all commands have. */
    CommandSpec command(String path, Command command) {
        boolean top = path.equals("runbook");
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.name(path.substring(path.lastIndexOf('.') + 1));
        spec.usageMessage()
                .description(text(path))
                .sortOptions(false)
                .sortSynopsis(false)
                .synopsisHeading(texts.get("help.usage"))
                .descriptionHeading("%n")
                .parameterListHeading("%n" + texts.get("help.arguments") + "%n")
                .optionListHeading("%n" + texts.get("help.options") + "%n")
                .commandListHeading("%n" + texts.get("help.commands") + "%n");
        String footer = texts.find(path + ".footer").orElse("");
        String[] lines =
                escape(top ? footer : footer + texts.get("help.global")).split("\n", -1);
        spec.usageMessage().footerHeading("%n").footer(lines);
        return addGlobalOptions(spec, !top);
    }

    /** Says how the command and all below it are called, once they are complete. */
    CommandSpec withSynopsis(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder(spec.qualifiedName(" "));
        synopsis.append(" [").append(texts.get("help.option")).append("...]");
        if (!spec.subcommands().isEmpty()) {
            String below = texts.get("help.command");
            boolean optional = ((Command) spec.userObject()).runsAlone();
            synopsis.append(' ').append(optional ? "[" + below + "]" : below);
        }
        for (PositionalParamSpec argument : spec.positionalParameters()) {
            String label = argument.paramLabel() + (argument.arity().isVariable() ? "..." : "");
            synopsis.append(' ').append(argument.required() ? label : "[" + label + "]");
        }
        spec.usageMessage().customSynopsis(synopsis.toString());
        spec.subcommands().values().forEach(below -> withSynopsis(below.getCommandSpec()));
        return spec;
    }

    private CommandSpec addGlobalOptions(CommandSpec spec, boolean hidden) {
        spec.addOption(
                choice(GLOBAL, List.of("ja", "en"), "--lang").hidden(hidden).build());
        spec.addOption(value(GLOBAL, "DIR", "--handbook").hidden(hidden).build());
        spec.addOption(flag(GLOBAL, "--quiet", "-q").hidden(hidden).build());
        spec.addOption(flag(GLOBAL, "--verbose", "-v").hidden(hidden).build());
        spec.addOption(choice(GLOBAL, List.of("auto", "always", "never"), "--color")
                .hidden(hidden)
                .build());
        return spec.addOption(
                flag(GLOBAL, "--help", "-h").usageHelp(true).hidden(hidden).build());
    }

    /** An option without a value. The first name is the one that texts and {@link Invocation} know it by. */
    OptionSpec.Builder flag(String path, String... names) {
        return option(path, names).arity("0").type(boolean.class);
    }

    /** An option with a value of any form. */
    OptionSpec.Builder value(String path, String label, String... names) {
        return option(path, names).arity("1").type(String.class).paramLabel(label);
    }

    /** An option with one of a few values. */
    OptionSpec.Builder choice(String path, List<String> choices, String... names) {
        return value(path, String.join("|", choices), names)
                .completionCandidates(choices)
                .converters(value -> oneOf(choices, value));
    }

    private OptionSpec.Builder option(String path, String... names) {
        String key = path + "." + names[0].replaceFirst("^-+", "");
        return OptionSpec.builder(names).description(text(key));
    }

    /** An argument; {@code arity} as in {@code 1} or {@code 0..*}. */
    PositionalParamSpec.Builder argument(String path, String label, String arity) {
        boolean many = arity.endsWith("*");
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .hideParamSyntax(true)
                .required(!arity.startsWith("0"))
                .type(many ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .description(text(path + "." + label));
    }

    /** An argument that is one of a few words. */
    PositionalParamSpec.Builder choiceArgument(String path, String label, List<String> choices) {
        return argument(path, label, "1").completionCandidates(choices).converters(value -> oneOf(choices, value));
    }

    private static String oneOf(List<String> choices, String value) {
        if (!choices.contains(value)) {
            throw new TypeConversionException(value);
        }
        return value;
    }

    private String text(String key) {
        return escape(texts.get(key));
    }

    /** The library reads its texts as format strings. */
    private static String escape(String text) {
        return text.replace("%", "%%");
    }
}
