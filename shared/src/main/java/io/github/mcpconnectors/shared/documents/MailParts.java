package io.github.mcpconnectors.shared.documents;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a mail: those that are its text, in order, and those that are attached to it. */
record MailParts(List<Part> texts, List<Part> attachments) {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 1_000;

    static MailParts of(Part message, Budget budget) throws MessagingException {
        MailParts parts = new MailParts(new ArrayList<>(), new ArrayList<>());
        parts.add(message, budget, 0);
        return parts;
    }

    private void add(Part part, Budget budget, int depth) throws MessagingException {
        budget.check();
        if (depth > MAX_DEPTH || texts.size() + attachments.size() > MAX_PARTS) {
            throw Problem.tooLarge("it has more parts, or deeper nested ones, than a mail program writes.");
        }
        if (part.isMimeType("multipart/*")) {
            // straight from the source: the usual way looks for handlers on the class path
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            if (part.isMimeType("multipart/alternative")) {
                alternative(parts, budget, depth);
            } else {
                for (int i = 0; i < parts.getCount(); i++) {
                    add(parts.getBodyPart(i), budget, depth + 1);
                }
            }
        } else if (isText(part)) {
            texts.add(part);
        } else {
            attachments.add(part);
        }
    }

    /** One text in several formats: plain if there is one, else the best, which comes last. */
    private void alternative(MimeMultipart parts, Budget budget, int depth) throws MessagingException {
        Part chosen = null;
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            if (part.isMimeType("text/plain") && isText(part)) {
                chosen = part;
                break;
            }
            chosen = better(chosen, part);
        }
        if (chosen != null) {
            add(chosen, budget, depth + 1);
        }
    }

    private static Part better(@Nullable Part chosen, Part part) throws MessagingException {
        boolean readable = part.isMimeType("text/html") || part.isMimeType("multipart/*");
        return chosen == null || readable ? part : chosen;
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null;
    }
}
