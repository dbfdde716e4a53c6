package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An author's HTML: what may stay does, and nothing of it runs or breaks out. */
class RawHtmlTest {
    @ParameterizedTest
    @MethodSource("harmless")
    void stays(String markdown, String expected) {
        assertEquals(expected, PlainHtml.of(markdown).replace("\n", ""));
    }

    private static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("<kbd>Ctrl</kbd>", "<p><kbd>Ctrl</kbd></p>"),
                Arguments.of("a<br>b", "<p>a<br />b</p>"),
                Arguments.of("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
                Arguments.of(
                        "<details open>\n<summary>S</summary>\n\n**a**\n\n</details>",
                        "<details open=\"\"><summary>S</summary><p><strong>a</strong></p></details>"),
                Arguments.of("<a name=\"x\"></a>", "<p><a id=\"x\"></a></p>"),
                Arguments.of("<img src=\"a b.png\" alt='\"'>", "<img src=\"a%20b.png\" alt=\"&quot;\" />"),
                Arguments.of("restart <unit> now", "<p>restart &lt;unit&gt; now</p>"),
                Arguments.of("<!-- gone -->a", "a"),
                Arguments.of("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>"),
                Arguments.of("x <b>a\n\nb", "<p>x <b>a</b></p><p>b</p>"),
                Arguments.of("- <div>\n- b", "<ul><li><div></div></li><li>b</li></ul>"),
                Arguments.of("</main></div></body>a", "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <script>alert(1)</script> b",
                "<scr<script>ipt>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<IMG SRC=x OnErRoR=alert(1)>",
                "<img src=\"x\"onerror=alert(1)>",
                "<img/src=x/onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"&#106;avascript:alert(1)\">a</a>",
                "<a href=\" java\nscript:alert(1)\">a</a>",
                "<a href=\"\u0001javascript:alert(1)\">a</a>",
                "<svg><script>alert(1)</script></svg>",
                "<svg/onload=alert(1)>",
                "<math><mtext><script>alert(1)</script></mtext></math>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=javascript:alert(1)></object>",
                "<form action=javascript:alert(1)><button>a</button></form>",
                "<style>*{background:url(javascript:alert(1))}</style>",
                "<p style=\"background:url(javascript:alert(1))\">a</p>",
                "<div onclick=\"alert(1)\">a</div>",
                "<details ontoggle=alert(1) open>a</details>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<textarea><script>alert(1)</script></textarea>",
                "<title><script>alert(1)</script></title>",
                "<xmp><script>alert(1)</script></xmp>",
                "<!--><script>alert(1)</script>-->",
                "<!--> --><img src=x onerror=alert(1)>",
                "<![CDATA[><script>alert(1)</script>]]>",
                "<?x ><script>alert(1)</script>?>",
                "<base href=//evil.example/>",
                "<meta http-equiv=refresh content=0>",
                "<link rel=stylesheet href=x>",
                "</main><script>alert(1)</script><main>",
                "<b:script>alert(1)</b:script>",
                "<a href=x title='\"><script>alert(1)</script>'>a</a>",
                "[a](b \"\\\"><script>alert(1)</script>\")",
                "![<script>alert(1)</script>](x)",
                "`<script>alert(1)</script>`",
                "<img src='x' alt='`><script>alert(1)</script>`'>",
                "<input type=image src=x formaction=javascript:alert(1)>",
                "<video><source onerror=alert(1)></video>",
                "<a\thref=\"jav&#x09;ascript:alert(1)\">a</a>",
                "<div id=\"x\" class=\"overlay\" style=\"position:fixed\">a</div>",
                "<table><td><script>alert(1)</script></table>",
            })
    void bringsNoScriptIn(String markdown) {
        String html = PlainHtml.of("before\n\n" + markdown + "\n\nafter\n");
        Document page = Jsoup.parse("<main>" + html + "</main><footer>end</footer>");
        for (Element element : page.body().getAllElements()) {
            String name = element.normalName();
            assertFalse(HtmlPolicy.FORBIDDEN.contains(name) && !name.equals("body") && !name.equals("main"), html);
            element.attributes().forEach(attribute -> {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                assertFalse(key.startsWith("on") || key.equals("style") || key.equals("srcdoc"), html);
                String value = attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\x00-\\x20]", "");
                assertFalse(value.startsWith("javascript:"), html);
            });
        }
        assertEquals("footer", page.body().child(1).normalName(), html);
        assertEquals(2, page.body().childrenSize(), html);
    }
}
