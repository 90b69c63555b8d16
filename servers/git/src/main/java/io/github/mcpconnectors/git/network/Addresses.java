package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Keeps names that anybody can point anywhere from leading into our own networks (IANA special-purpose registries). */
final class Addresses {

    private Addresses() {}

    /** Before anything is sent: what the name means now. */
    static void check(Destination to) throws Refusal, UnknownHostException {
        if (!to.named()) {
            for (InetAddress address : InetAddress.getAllByName(to.host())) {
                check(to, address);
            }
        }
    }

    /** Once connected: what it meant then. */
    static void check(Destination to, InetAddress address) throws Refusal {
        if (!to.named() && !isPublic(address)) {
            throw new Refusal(
                    Reason.DENIED,
                    to.host() + " lies in a private network. A person can start the server with exactly this name in"
                            + " --allow-hosts.");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic(bytes[0] & 0xff, bytes[1] & 0xff) : isPublicOfSix(bytes);
    }

    private static boolean isPublic(int first, int second) {
        boolean carrier = first == 100 && second >= 64 && second < 128;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean protocols = first == 192 && second == 0;
        return first != 0 && first < 240 && !carrier && !benchmarks && !protocols;
    }

    /** Global unicast is 2000::/3; of that, 6to4 (2002::/16) carries an IPv4 address, which may be any. */
    private static boolean isPublicOfSix(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = Arrays.equals(bytes, 0, 4, new byte[] {0x20, 0x01, 0, 0}, 0, 4);
        return global && !sixToFour && !teredo;
    }
}
