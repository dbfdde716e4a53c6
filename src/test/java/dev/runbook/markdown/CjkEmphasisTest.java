package dev.runbook.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The CJK-friendly amendment of CommonMark's emphasis rules, case by case. */
class CjkEmphasisTest {
    @ParameterizedTest
    @MethodSource("cases")
    void emphasisComesOut(String markdown, String expected) {
        assertEquals("<p>" + expected + "</p>\n", PlainHtml.of(markdown));
    }

    private static Stream<Arguments> cases() {
        return Stream.of(
                // Punctuation inside, a letter outside: the case that CommonMark alone gets wrong.
                of("これは**「重要」**です", "これは<strong>「重要」</strong>です"),
                of("**太字。**次の文", "<strong>太字。</strong>次の文"),
                of("前の文、**「引用」から**始まる", "前の文、<strong>「引用」から</strong>始まる"),
                of("これは*「強調」*です", "これは<em>「強調」</em>です"),
                of("これは***「両方」***です", "これは<em><strong>「両方」</strong></em>です"),
                of("これは~~「削除」~~です", "これは<del>「削除」</del>です"),
                of("~~取り消す。~~次の文", "<del>取り消す。</del>次の文"),
                of("**これは。**これは", "<strong>これは。</strong>これは"),
                of("**疑問？**はい", "<strong>疑問？</strong>はい"),
                of("**感嘆！**はい", "<strong>感嘆！</strong>はい"),
                of("**（補足）**です", "<strong>（補足）</strong>です"),
                of("です**（補足）**", "です<strong>（補足）</strong>"),
                of("ます**【注意】**ます", "ます<strong>【注意】</strong>ます"),
                of("ます**『書名』**ます", "ます<strong>『書名』</strong>ます"),
                of("値は**１００％**です", "値は<strong>１００％</strong>です"),
                of("**ー**と**・**と", "<strong>ー</strong>と<strong>・</strong>と"),
                // ASCII punctuation inside, CJK outside.
                of("これは**(重要)**です", "これは<strong>(重要)</strong>です"),
                of("これは**\"重要\"**です", "これは<strong>&quot;重要&quot;</strong>です"),
                of("これは**`code`**です", "これは<strong><code>code</code></strong>です"),
                of("これは**[リンク](a.md)**です", "これは<strong><a href=\"a.md\">リンク</a></strong>です"),
                of("設定は**/etc/hosts**です", "設定は<strong>/etc/hosts</strong>です"),
                of("率は**50%**です", "率は<strong>50%</strong>です"),
                of("湾岸の**46%**を", "湾岸の<strong>46%</strong>を"),
                of("これは*(強調)*です", "これは<em>(強調)</em>です"),
                of("これは~~(削除)~~です", "これは<del>(削除)</del>です"),
                of("**-x**を付ける", "<strong>-x</strong>を付ける"),
                of("オプション**-x**", "オプション<strong>-x</strong>"),
                // Other languages of the amendment.
                of("**이 용어(This term)**를 강조", "<strong>이 용어(This term)</strong>를 강조"),
                of("**スクリプト(script)**を", "<strong>スクリプト(script)</strong>を"),
                of("我可以强调**这个`code`**吗", "我可以强调<strong>这个<code>code</code></strong>吗"),
                of("**「重要」**abc", "<strong>「重要」</strong>abc"),
                of("abc**「重要」**", "abc<strong>「重要」</strong>"),
                of("ｶﾅ**(ｶﾅ)**ｶﾅ", "ｶﾅ<strong>(ｶﾅ)</strong>ｶﾅ"),
                // Beyond the basic plane, and variation selectors.
                of("𠮷**(野)**家", "𠮷<strong>(野)</strong>家"),
                of("**(𠮷)**𠮷野家", "<strong>(𠮷)</strong>𠮷野家"),
                of("葛\uDB40\uDD00**(城)**市", "葛\uDB40\uDD00<strong>(城)</strong>市"),
                of("。\uFE00**(a)**", "。\uFE00<strong>(a)</strong>"),
                of("“\uFE01**(a)**", "“\uFE01<strong>(a)</strong>"),
                // What the amendment leaves alone.
                of("これは** 重要 **です", "これは** 重要 **です"),
                of("a**(b)**c", "a**(b)**c"),
                of("a*\"b\"*c", "a*&quot;b&quot;*c"),
                of("é**(b)**é", "é**(b)**é"),
                of("😀**(b)**😀", "😀<strong>(b)</strong>😀"),
                of("これは**\u3000重要**です", "これは**\u3000重要**です"),
                of("これは__「重要」__です", "これは__「重要」__です"),
                of("これは_強調_です", "これは_強調_です"),
                of("これは _強調_ です", "これは <em>強調</em> です"),
                of("これは\\*\\*重要\\*\\*です", "これは**重要**です"),
                of("**太字*と*斜体**です", "<strong>太字<em>と</em>斜体</strong>です"),
                of("10~20 と 30~40", "10~20 と 30~40"),
                of("~~~~四つ~~~~", "~~~~四つ~~~~"));
    }

    private static Arguments of(String markdown, String expected) {
        return Arguments.of(markdown, expected);
    }
}
