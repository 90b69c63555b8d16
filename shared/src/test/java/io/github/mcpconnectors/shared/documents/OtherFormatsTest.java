package io.github.mcpconnectors.shared.documents;

import static io.github.mcpconnectors.shared.documents.Reading.pages;
import static io.github.mcpconnectors.shared.documents.Reading.read;
import static io.github.mcpconnectors.shared.documents.Reading.refusal;
import static io.github.mcpconnectors.shared.documents.Reading.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFormatsTest {

    @Test
    void readsPdfPageByPage() throws IOException {
        DocumentText text = read("a.pdf", Samples.pdf(null, "One", "Two", "Three"));
        assertThat(text.pages()).isEqualTo(3);
        assertThat(text.title()).isEqualTo("Report");
        assertThat(text.text()).isEqualTo("--- page 1 ---\nOne\n\n--- page 2 ---\nTwo\n\n--- page 3 ---\nThree");
    }

    @Test
    void readsChosenPdfPages() throws IOException {
        byte[] pdf = Samples.pdf(null, "One", "Two", "Three");
        assertThat(read("a.pdf", pdf, pages("1,3-9")).text())
                .contains("One", "Three")
                .doesNotContain("Two");
        assertThat(refusal("a.pdf", pdf, pages("4"))).hasMessageContaining("3 pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "3-2", "a", "1-", "-1", "1,,2", "99999999"})
    void refusesWhatAreNoPages(String pages) {
        assertThat(refusal("a.pdf", Samples.pdf(null, "One"), pages(pages))).isNotNull();
    }

    @Test
    void refusesPdfWithPassword() {
        assertThat(refusal("a.pdf", Samples.pdf("secret", "One"))).hasMessageContaining("password");
    }

    @Test
    void readsPdfThatOnlyItsOwnerProtected() throws IOException {
        assertThat(read("a.pdf", Samples.pdf("", "One")).text()).contains("One");
    }

    @Test
    void saysThatPdfHoldsNoText() throws IOException {
        assertThat(read("a.pdf", Samples.pdf(null, "")).text()).contains("No text");
    }

    @Test
    void readsHtmlAsMarkdown() throws IOException {
        String page = """
                <html><head><title>Shop</title><style>p {}</style></head><body>
                <h1>Hello   <b>there</b></h1><p>Some <a href="https://example.org/x">link</a>,
                <a href="javascript:alert(1)">no link</a>.</p>
                <ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>
                <table><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td><td>x|y</td></tr></table>
                <pre>  keep
                  this</pre><script>bad()</script>
                <p hidden>secret</p><div style="Display : none">secret</div>
                </body></html>""";
        DocumentText text = read("a.html", page.getBytes(StandardCharsets.UTF_8));
        assertThat(text.title()).isEqualTo("Shop");
        assertThat(text.text()).isEqualTo("""
                        # Hello there

                        Some [link](https://example.org/x), no link.

                        - one
                          1. inner
                        - two

                        | a | b |
                        | --- | --- |
                        | 1 2 | x\\|y |

                        ```
                          keep
                          this
                        ```""");
    }

    @Test
    void readsLayoutTablesAsText() throws IOException {
        assertThat(text("a.html", "<table><tr><td>A<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>"))
                .isEqualTo("A\n\n| b | c |\n| --- | --- |");
    }

    @Test
    void readsMail() throws IOException {
        DocumentText text = read("a.eml", Samples.eml());
        assertThat(text.title()).isEqualTo("Grüße");
        assertThat(text.text()).isEqualTo("""
                        From: Jürgen <j@example.org>
                        To: Ann <ann@example.org>
                        Date: Mon, 1 Jan 2024 10:00:00 +0000
                        Subject: Grüße

                        Café at 10?

                        Attachments:
                        - plan.pdf (application/pdf, about 8 bytes)""");
    }

    @Test
    void readsHtmlMail() throws IOException {
        assertThat(text("a.eml", "From: a@b\nContent-Type: text/html; charset=nonsense\n\n<p>Hi <b>you</b>"))
                .isEqualTo("From: a@b\n\nHi you");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        String csv = "a1,b1\n\"a, ;2\",b2\n"
                .replace("a1,b1", "a1" + delimiter + "b1")
                .replace("\",b", "\"" + delimiter + "b");
        assertThat(text("a.csv", csv)).isEqualTo("| a1 | b1 |\n| --- | --- |\n| a, ;2 | b2 |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void readsCsvInAnyOfTheseEncodings(String charset) throws IOException {
        byte[] csv = "naïve,x\né,y\n".getBytes(Charset.forName(charset));
        assertThat(read("a.csv", csv).text()).isEqualTo("| naïve | x |\n| --- | --- |\n| é | y |");
    }

    @Test
    void readsCsvBeginningWithByteOrderMark() throws IOException {
        assertThat(text("a.csv", "\uFEFFa,b\n")).startsWith("| a | b |");
    }
}
