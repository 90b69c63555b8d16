package io.github.mcpconnectors.shared.protocol.modern;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign requestState: the first signs, all verify. To rotate, add the new key behind the old one on every
 * node, then put it first on every node, then take the old one away. Share them between the nodes of one service only: a
 * consent that one service sealed would count at any other that has the key.
 */
public final class StateKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /** One key, known by its name. */
    record Key(String id, SecretKeySpec secret) {

        /** HMAC-SHA256 as base64url. */
        String sign(String text) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
            }
        }

        /** In constant time. The texts are compared, since several base64 texts decode to the same bytes. */
        boolean signed(String text, String signature) {
            return MessageDigest.isEqual(
                    sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Key> keys;
    private final Key signer;

    private StateKeys(Map<String, Key> keys) {
        this.keys = keys;
        this.signer = keys.values().iterator().next();
    }

    /**
     * The keys of a setting, written kid:base64[,kid:base64...], each of at least 32 bytes.
     *
     * @throws IllegalArgumentException with a sentence for whoever starts the server, which does not hold the keys
     */
    public static StateKeys parse(String setting) {
        Map<String, Key> keys = new LinkedHashMap<>();
        String[] entries = setting.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            Key key = key(entries[i].strip(), i + 1);
            if (keys.putIfAbsent(key.id(), key) != null) {
                throw wrong(i + 1, "has the same kid as one before it");
            }
        }
        return new StateKeys(keys);
    }

    /** A key that nobody else has: what it signs is worth nothing after a restart or on another node. */
    public static StateKeys random() {
        byte[] secret = new byte[KEY_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(secret);
        // Its own name in each process, so that another one notices that it does not have it.
        String id = "random-" + Integer.toHexString(random.nextInt());
        return new StateKeys(Map.of(id, new Key(id, new SecretKeySpec(secret, ALGORITHM))));
    }

    private static Key key(String entry, int position) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            throw wrong(position, "has no kid and colon before the key");
        }
        String id = entry.substring(0, colon);
        if (!ID.matcher(id).matches()) {
            throw wrong(position, "has a kid that is not 1 to 32 letters, digits, _ or -");
        }
        byte[] secret = secret(entry.substring(colon + 1), position);
        if (secret.length < KEY_BYTES) {
            throw wrong(position, "has a key of " + secret.length + " bytes; it needs at least " + KEY_BYTES);
        }
        return new Key(id, new SecretKeySpec(secret, ALGORITHM));
    }

    private static byte[] secret(String base64, int position) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            // Not the cause: it quotes a character of the key.
            throw wrong(position, "has a key that is not base64");
        }
    }

    private static IllegalArgumentException wrong(int position, String problem) {
        return new IllegalArgumentException("Entry " + position + " of the state keys " + problem
                + ". Write kid:base64[,kid:base64...], and make each key with: openssl rand -base64 32");
    }

    Key signer() {
        return signer;
    }

    @Nullable
    Key named(String id) {
        return keys.get(id);
    }
}
