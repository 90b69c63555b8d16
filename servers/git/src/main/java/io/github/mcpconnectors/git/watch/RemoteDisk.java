package io.github.mcpconnectors.git.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Disks that others write to without this system knowing: of their changes there are no events. */
final class RemoteDisk {

    // By the name of the Linux driver: network disks, disks of a host in its virtual machine, and everything in user
    // space.
    private static final Pattern TYPES = Pattern.compile(
            "(nfs|smb|fuse|fakeowner).*|cifs|9p|afs|ceph|lustre|gpfs|virtiofs|vboxsf|vmhgfs|prl_fs|drvfs");

    private RemoteDisk() {}

    static boolean holds(Path path) throws IOException {
        return TYPES.matcher(Files.getFileStore(path).type().toLowerCase(Locale.ROOT))
                .matches();
    }
}
