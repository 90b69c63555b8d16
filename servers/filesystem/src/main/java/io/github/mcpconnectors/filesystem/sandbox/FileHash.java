package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;

/** The hash of a file of any size. */
public final class FileHash {

    private final Sandbox sandbox;
    private final Place place;
    private final Call call;

    public FileHash(Sandbox sandbox, Place place, Call call) {
        this.sandbox = sandbox;
        this.place = place;
        this.call = call;
    }

    /** Of the bytes, in hex. */
    public String hex() {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[128 * 1024];
        try (InputStream in = Channels.newInputStream(sandbox.open(place))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                call.checkCancelled();
            }
        } catch (IOException e) {
            throw Failures.of(e, place.shown());
        }
        return Digests.hex(digest);
    }
}
