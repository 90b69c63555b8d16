package io.github.mcpconnectors.shared.eras;

import static org.junit.jupiter.api.Named.named;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * One server on stdio and one on HTTP for all tests of a run. On both a client of 2025-11-25 that can be asked has begun its
 * session, which must make no difference to requests of 2026-07-28.
 */
final class Servers implements ArgumentsProvider {

    private record Running(StdioWire stdio, HttpWire http) implements AutoCloseable {

        static Running start() {
            String[] settings = {"--write", "--page-size=2"};
            Running running = new Running(
                    StdioWire.start(SampleServer.class, settings), HttpWire.start(SampleServer.class, settings));
            running.stdio.ask(Rpc.initialize(Rpc.LEGACY, Rpc.ASKABLE)).result();
            running.http.ask(Rpc.initialize(Rpc.LEGACY, Rpc.ASKABLE)).result();
            return running;
        }

        @Override
        public void close() {
            stdio.close();
            http.close();
        }
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Running running = running(context);
        return Stream.of(Arguments.of(named("stdio", running.stdio())), Arguments.of(named("HTTP", running.http())));
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Servers.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }
}
