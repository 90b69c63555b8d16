package io.github.mcpconnectors.git.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Looks at who a socket is connected to before anything is said: between the look-up that was judged and the connection, a
 * name can change its meaning (DNS rebinding). HttpURLConnection connects a plain socket and hands it over.
 */
final class PeerCheck extends SSLSocketFactory {

    private final SSLSocketFactory usual = HttpsURLConnection.getDefaultSSLSocketFactory();
    private final Destination destination;
    private final Transfer transfer;

    PeerCheck(Destination destination, Transfer transfer) {
        this.destination = destination;
        this.transfer = transfer;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean close) throws IOException {
        Addresses.check(destination, connected.getInetAddress());
        transfer.onCancel(() -> close(connected));
        return usual.createSocket(connected, host, port, close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed all the same.
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return usual.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return usual.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }
}
