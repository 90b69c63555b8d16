package io.github.mcpconnectors.shared.transport.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Which of the two kinds of answer a client takes. One that does not say takes JSON. */
record Accept(boolean json, boolean stream) {

    static Accept of(HttpFields headers) {
        if (!headers.contains(HttpHeader.ACCEPT)) {
            return new Accept(true, false);
        }
        Set<String> types = new HashSet<>();
        for (String value : headers.getQualityCSV(HttpHeader.ACCEPT)) {
            types.add(value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        }
        boolean all = types.contains("*/*");
        return new Accept(
                all || types.contains("application/*") || types.contains("application/json"),
                all || types.contains("text/*") || types.contains("text/event-stream"));
    }

    boolean nothing() {
        return !json && !stream;
    }
}
