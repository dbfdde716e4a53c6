package dev.runbook.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.runbook.i18n.Language;
import dev.runbook.source.DiagnosticCode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckCodeTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void eachHasATextAndAHintAndThereIsNoOther(Language language) {
        Set<String> expected = Arrays.stream(CheckCode.values())
                .map(DiagnosticCode::id)
                .flatMap(id -> Stream.of(id, id + ".hint"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, CheckCode.BROKEN_LINK.messages(language).keys());
    }
}
