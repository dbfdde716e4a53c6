package dev.runbook.markdown;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;

/** The Markdown library, set up once; it may be used by several threads at a time. */
final class Flexmark {
    private static final Parser PARSER = Parser.builder(new MutableDataSet()
                    .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
                    .set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false)
                    .set(Parser.PARSE_INNER_HTML_COMMENTS, false))
            .customInlineParserFactory(RunbookInlineParser::new)
            .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
            .paragraphPreProcessorFactory(new TableReader.Factory())
            .build();

    private Flexmark() {}

    static Document parse(String markdown) {
        return PARSER.parse(markdown);
    }
}
