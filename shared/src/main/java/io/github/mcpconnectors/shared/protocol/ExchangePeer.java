package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Caller;
import java.util.Map;

/** What the client of a request is in every era: whoever sent the exchange. */
public abstract class ExchangePeer implements Peer {

    protected final Exchange exchange;

    protected ExchangePeer(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public final Caller caller() {
        return exchange.caller();
    }

    @Override
    public final Cancellation cancellation() {
        return exchange.cancellation();
    }

    @Override
    public final void notify(String method, Map<String, Object> params) {
        exchange.send(Message.notification(method, params));
    }
}
