package io.github.mcpconnectors.shared.documents;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A stored mail: its main headers, its text, and what is attached by name, type and size. */
final class MailReader {

    private static final List<String> HEADERS = List.of("From", "To", "Cc", "Date", "Subject");
    private static final int MAX_HEADER = 10_000;

    private final Source source;
    private final Text out;

    private MailReader(Source source) {
        this.source = source;
        out = source.text();
    }

    static DocumentText read(Source source) throws IOException {
        try (MailStream in = new MailStream(source.channel())) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new MailReader(source).read(message);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private DocumentText read(MimeMessage message) throws IOException, MessagingException {
        for (String name : HEADERS) {
            String value = header(message, name);
            if (!value.isEmpty()) {
                out.append(name).append(": ").append(value).append("\n");
            }
        }
        MailParts parts = MailParts.of(message, source.budget());
        body(parts);
        if (!parts.attachments().isEmpty()) {
            out.block().append("Attachments:\n");
            for (Part part : parts.attachments()) {
                out.append("- ").append(attachment(part)).append("\n");
            }
        }
        String subject = header(message, "Subject");
        return new DocumentText(
                "eml", subject.isEmpty() ? null : subject, out.toString(), null, List.of(), out.isTruncated());
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String raw = message.getHeader(name, ", ");
        return raw == null ? "" : decoded(raw);
    }

    private static String decoded(String raw) {
        String header = raw.substring(0, Math.min(MAX_HEADER, raw.length()));
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header))
                    .replaceAll("\\s++", " ")
                    .strip();
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private void body(MailParts parts) throws IOException, MessagingException {
        for (Part part : parts.texts()) {
            out.block();
            String charset = charset(part);
            try (InputStream in = part.getInputStream()) {
                if (part.isMimeType("text/html")) {
                    HtmlReader.convert(in, charset, out, source.budget());
                } else {
                    plain(in, charset);
                }
            }
            out.line();
        }
    }

    private void plain(InputStream in, @Nullable String charset) throws IOException {
        Charset known = charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        Reader reader = new InputStreamReader(in, known);
        char[] chars = new char[1 << 13];
        for (int read = reader.read(chars); read >= 0 && !out.isTruncated(); read = reader.read(chars)) {
            source.budget().check();
            out.append(new String(chars, 0, read).replace("\r", ""));
        }
    }

    /** The charset that the part names, if this machine knows it. */
    private static @Nullable String charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            String java = name == null ? null : MimeUtility.javaCharset(name);
            return java != null && Charset.isSupported(java) ? java : null;
        } catch (MessagingException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String attachment(Part part) throws MessagingException {
        String name = part.getFileName();
        String type = part.getContentType().replaceAll("(?s);.*", "").strip();
        return (name == null ? "(no name)" : decoded(name)) + " (" + type + ", " + size(part) + ")";
    }

    private static String size(Part part) throws MessagingException {
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        boolean base64 = encoding != null && encoding[0].strip().equalsIgnoreCase("base64");
        int size = part.getSize();
        if (size < 0) {
            return "size unknown";
        }
        // four characters, and a line break after 76 of them, stand for three bytes
        return base64 ? "about " + size * 3L / 4 * 76 / 78 + " bytes" : size + " bytes";
    }
}
