package io.github.mcpconnectors.git;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person can set. */
record GitSettings(
        @Positional("DIR...")
        @Description("Repositories, or directories that hold some, up to two levels below")
        @Default("")
        List<String> directories,

        @Description("The same as DIR, as other Git servers spell it") @Default("")
        List<String> repository,

        @Description("Also offer the tools that change a repository on this machine") @Default("false")
        boolean write,

        @Description("With --write, also offer what cannot be undone: discard, hard reset, forced deletion")
        @Default("false")
        boolean allowDestructive,

        @Description("Also open repositories that belong to another user") @Default("false")
        boolean trustOwner,

        @Description("Also offer fetch; with --write also clone, pull and push") @Default("false")
        boolean network,

        @Description("Hosts to connect to; * is anything") @Default("github.com,gitlab.com,bitbucket.org,codeberg.org")
        List<String> allowHosts,

        @Description("Branches that no push overwrites; * is anything") @Default("main,master,release/*")
        List<String> protectBranches,

        @Description("Tokens as host=FILE, besides variables as GIT_TOKEN_GITHUB_COM") @Default("")
        List<String> tokenFile,

        @Description("Private key for SSH; ~/.ssh is not looked at") @Nullable
        String sshKey,

        @Description("What that key is locked with") @Secret @Nullable
        String sshPassphrase,

        @Description("Keys of hosts for SSH, as ~/.ssh/known_hosts has them") @Nullable
        String sshKnownHosts,

        @Description("Longest pack to take from a remote, in bytes") @Range(min = 1) @Default("2147483648")
        long maxPackBytes,

        @Description("Also describe the fields of results in the list of tools, for typed clients") @Default("false")
        boolean describeResults) {

    /** Does not show the passphrase. */
    @Override
    public String toString() {
        return "GitSettings[" + directories + ", " + allowHosts + "]";
    }
}
