package io.github.mcpconnectors.filesystem;

/** Relative paths with slashes, in the order in which a {@link Walk} meets them. */
final class Paths {

    private Paths() {}

    /** Name by name, so that what is in a directory comes right after it: a, a/b, a.txt. */
    static int order(String one, String other) {
        String[] names = one.split("/", -1);
        String[] others = other.split("/", -1);
        for (int i = 0; i < Math.min(names.length, others.length); i++) {
            int order = names[i].compareTo(others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(names.length, others.length);
    }

    /** Whether it is a path as a walk gives it out, which cannot lead up or elsewhere; clients can forge cursors. */
    static boolean isBelow(String path) {
        for (String name : path.split("/", -1)) {
            if (name.equals(".") || name.equals("..") || (name.isEmpty() && !path.isEmpty())) {
                return false;
            }
        }
        return true;
    }
}
