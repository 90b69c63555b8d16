/**
 * Text out of documents: PDF, Word, Excel, PowerPoint, HTML, mail and CSV, within set bounds of time and memory.
 *
 * <p>{@link io.github.mcpconnectors.shared.documents.Documents} is the way in. {@code Format} tells by the content what
 * it is, and one reader per format writes Markdown to a {@code Text}, which takes no more than its limit.
 *
 * <p>Documents come from strangers. Three pieces keep them harmless. {@code Budget} knows the deadline, the wish to
 * cancel and how full the heap is; whatever hands bytes to a library or takes them from it asks there. Containers are
 * opened by code that believes no number in them: {@code Archive} for zip, {@code PdfParser} and {@code PdfStream} for
 * PDF, {@code MailStream} for mail. And Office documents are read with {@code Xml}, a stream without DTD, entities or
 * anything that could grow without bound; a tree of such a document would be a target. POI reads old workbooks and
 * formats numbers.
 *
 * <p>The libraries are optional dependencies. A server that reads documents names them, and they are loaded with the
 * first document of their format.
 */
@NullMarked
package io.github.mcpconnectors.shared.documents;

import org.jspecify.annotations.NullMarked;
