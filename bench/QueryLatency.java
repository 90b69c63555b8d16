import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a one-row query takes beside the database's own round trip, and what each round trip of the gate has of it: a proxy
 * between the server and PostgreSQL reads the protocol along. See README.md beside it.
 */
public final class QueryLatency {

    private static final int HEAD = 70;

    /** After these the database answers: a password, a simple query, Sync, Terminate. */
    private static final String ENDS = "pQSX";

    private final String address;
    private final String path;
    private final String sql;
    private final int calls;
    private final Map<String, List<Long>> trips = new TreeMap<>();

    /** What was asked for since the last answer, and since when. */
    private record Trip(String asked, long since) {}

    private QueryLatency(String[] args) {
        String url = args[1].replaceFirst("^postgres(ql)?://", "");
        int slash = url.indexOf('/');
        int at = url.lastIndexOf('@', slash);
        this.address = url.substring(at + 1, slash);
        this.path = url.substring(0, at + 1) + "%s" + url.substring(slash) + (url.contains("?") ? "&" : "?") + "sslmode=disable";
        this.calls = Integer.parseInt(args[2]);
        this.sql = args[3];
    }

    public static void main(String[] args) throws Exception {
        new QueryLatency(args).run(args[0]);
        System.exit(0);
    }

    private void run(String jar) throws Exception {
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
        double own = driver();
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            daemon(() -> accept(proxy));
            double direct = server(jar, address);
            double proxied = server(jar, "127.0.0.1:" + proxy.getLocalPort());
            System.out.printf(
                    "%nmedian of %d calls, ms: driver alone %.2f, tool %.2f (behind the proxy %.2f)%n",
                    calls, own, direct, proxied);
        }
        trips.forEach((asked, nanos) -> System.out.printf(
                "%5.1f a call %7.2f ms each  %s%n", nanos.size() / (double) calls, median(nanos), asked));
    }

    private double driver() throws Exception {
        String user = path.substring(0, Math.max(0, path.indexOf('@')));
        String[] login = user.split(":", 2);
        String rest = path.substring(path.indexOf("%s") + 2);
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + address + rest, login[0], login.length > 1 ? login[1] : "");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 2 * calls; i++) {
                long start = System.nanoTime();
                try (ResultSet rows = statement.executeQuery(sql)) {
                    rows.next();
                }
                nanos.add(System.nanoTime() - start);
            }
        }
        return median(nanos.subList(calls, 2 * calls));
    }

    /** The first half warms up. */
    private double server(String jar, String place) throws Exception {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process server = new ProcessBuilder(java, "-jar", jar, "postgresql://" + path.formatted(place))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> nanos = new ArrayList<>();
        try (DataOutputStream out = new DataOutputStream(server.getOutputStream());
                BufferedReader in = server.inputReader(StandardCharsets.UTF_8)) {
            say(out, "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"latency\",\"version\":\"1\"}}}");
            in.readLine();
            say(out, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
            String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"query\",\"arguments\":{\"sql\":\""
                    + sql.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}}";
            for (int i = 0; i < 2 * calls; i++) {
                if (i == calls) {
                    forget();
                }
                long start = System.nanoTime();
                say(out, call);
                String answer = in.readLine();
                nanos.add(System.nanoTime() - start);
                if (!answer.contains("\"rowCount\":")) {
                    throw new IOException(answer);
                }
            }
        }
        server.waitFor();
        return median(nanos.subList(calls, 2 * calls));
    }

    private void forget() {
        synchronized (trips) {
            trips.clear();
        }
    }

    private static void say(DataOutputStream out, String message) throws IOException {
        out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept(ServerSocket proxy) {
        try {
            while (true) {
                Socket client = proxy.accept();
                String[] place = address.split(":");
                Socket database = new Socket(place[0], place.length > 1 ? Integer.parseInt(place[1]) : 5432);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Queue<Trip> open = new ConcurrentLinkedQueue<>();
                daemon(() -> asked(client, database, open));
                daemon(() -> answered(database, client, open));
            }
        } catch (IOException e) {
            // the proxy was closed
        }
    }

    /** Messages up to each Sync (PostgreSQL, 55.7); the first message of all has no type. */
    private void asked(Socket from, Socket to, Queue<Trip> open) {
        StringBuilder asked = new StringBuilder();
        boolean first = true;
        try (DataInputStream in = new DataInputStream(from.getInputStream())) {
            ByteArrayOutputStream gathered = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(gathered);
            while (true) {
                int type = first ? 0 : in.readUnsignedByte();
                byte[] body = in.readNBytes(copy(first ? -1 : type, in.readInt(), out));
                out.write(body);
                if (type == 'P') {
                    // the name of the statement comes first
                    String parse = new String(body, StandardCharsets.UTF_8);
                    asked.append(asked.isEmpty() ? "" : " + ").append(head(parse.substring(parse.indexOf('\0') + 1)));
                }
                if (type == 'Q') {
                    asked.append(head(new String(body, StandardCharsets.UTF_8)));
                }
                if (first || ENDS.indexOf(type) >= 0) {
                    open.add(new Trip(asked.toString(), System.nanoTime()));
                    to.getOutputStream().write(gathered.toByteArray());
                    gathered.reset();
                    asked.setLength(0);
                }
                first = false;
            }
        } catch (IOException e) {
            hangUp(to, e);
        }
    }

    private void answered(Socket from, Socket to, Queue<Trip> open) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
            ByteArrayOutputStream gathered = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(gathered);
            while (true) {
                int type = in.readUnsignedByte();
                out.write(in.readNBytes(copy(type, in.readInt(), out)));
                if (type == 'Z' || type == 'R' || type == 'E') {
                    Trip trip = type == 'Z' || type == 'R' ? open.poll() : null;
                    to.getOutputStream().write(gathered.toByteArray());
                    gathered.reset();
                    if (type == 'Z' && trip != null) {
                        note(trip);
                    }
                }
            }
        } catch (IOException e) {
            hangUp(to, e);
        }
    }

    /** Type and length; gives the length of the rest. */
    private static int copy(int type, int length, DataOutputStream out) throws IOException {
        if (type >= 0) {
            out.write(type);
        }
        out.writeInt(length);
        return length - 4;
    }

    private void note(Trip trip) {
        synchronized (trips) {
            trips.computeIfAbsent(trip.asked, asked -> new ArrayList<>()).add(System.nanoTime() - trip.since);
        }
    }

    /** Up to the end of the C string. */
    private static String head(String text) {
        String sql = text.replaceAll("(?s)\0.*", "").replaceAll("\\s+", " ").strip();
        return sql.substring(0, Math.min(HEAD, sql.length()));
    }

    private static double median(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static void hangUp(Socket other, IOException why) {
        try {
            other.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        if (!(why instanceof EOFException) && !(why instanceof SocketException)) {
            System.err.println(why);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
