package io.github.mcpconnectors.git.network;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.PackParser;

/** A repository as JGit's transports see it: the real objects and refs, limits on what comes in, and a config of ours. */
final class TransferRepository extends Repository {

    private final Repository real;
    private final Intake intake;
    private final StoredConfig config = new OurConfig();

    TransferRepository(Repository real, Intake intake) {
        super(new Places()
                .setGitDir(real.getDirectory())
                .setGitCommonDir(real.getCommonDirectory())
                .setFS(real.getFS()));
        this.real = real;
        this.intake = intake;
    }

    @Override
    public StoredConfig getConfig() {
        return config;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inserter = real.newObjectInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return inserter;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                PackParser parser = super.newPackParser(intake.pack(in));
                parser.setMaxObjectSizeLimit(Intake.LARGEST_OBJECT);
                return parser;
            }
        };
    }

    @Override
    public ObjectDatabase getObjectDatabase() {
        return real.getObjectDatabase();
    }

    @Override
    public RefDatabase getRefDatabase() {
        return real.getRefDatabase();
    }

    @Override
    public String getIdentifier() {
        return real.getIdentifier();
    }

    @Override
    public AttributesNodeProvider createAttributesNodeProvider() {
        return real.createAttributesNodeProvider();
    }

    @Override
    public void create(boolean bare) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void scanForRepoChanges() throws IOException {
        real.scanForRepoChanges();
    }

    @Override
    public void notifyIndexChanged(boolean internal) {
        real.notifyIndexChanged(internal);
    }

    /** The real one is closed by whoever opened it. */
    @Override
    protected void doClose() {}

    /** Where it lies. */
    private static final class Places extends BaseRepositoryBuilder<Places, Repository> {}

    /** Every object that comes in is checked; all else is as JGit has it by itself. */
    private static final class OurConfig extends StoredConfig {

        OurConfig() {
            setBoolean("transfer", null, "fsckObjects", true);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}
    }
}
