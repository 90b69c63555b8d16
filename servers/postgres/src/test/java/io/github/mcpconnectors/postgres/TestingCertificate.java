package io.github.mcpconnectors.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/** A certificate for localhost that nobody has signed but itself. */
record TestingCertificate(String certificate, String key) {

    private static final String SECRET = "not-secret";

    static TestingCertificate make() throws IOException {
        Path store = Files.createTempDirectory("certificate").resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments = " -genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=localhost"
                + " -ext san=dns:localhost -validity 3650 -storetype PKCS12 -storepass " + SECRET + " -keystore "
                + store;
        try {
            new ProcessBuilder((keytool + arguments).split(" ")).start().waitFor();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, SECRET.toCharArray());
            }
            return new TestingCertificate(
                    pem("CERTIFICATE", keys.getCertificate("server").getEncoded()),
                    pem(
                            "PRIVATE KEY",
                            keys.getKey("server", SECRET.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IOException("No certificate for the tests", e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    /** Puts it where the server looks for it, beside its data, wherever that is. */
    void install(Statement superuser) throws SQLException {
        put(superuser, certificate, "server.crt");
        put(superuser, key, "server.key");
        superuser.execute("ALTER SYSTEM SET ssl = on");
        superuser.execute("SELECT pg_reload_conf()");
    }

    private static void put(Statement superuser, String text, String file) throws SQLException {
        superuser.execute("COPY (SELECT unnest(string_to_array('" + text + "', E'\\n'))) TO PROGRAM 'umask 077; cat > "
                + file + "'");
    }

    /** A file with the certificate, for those who shall trust it. */
    Path file() {
        try {
            return Files.writeString(Files.createTempFile("authority", ".pem"), certificate);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
