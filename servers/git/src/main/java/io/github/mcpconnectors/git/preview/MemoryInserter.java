package io.github.mcpconnectors.git.preview;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/** Keeps new objects in memory, so that nothing is written; its readers see them and those of the repository. */
final class MemoryInserter extends ObjectInserter {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final Repository repository;
    private final Map<ObjectId, ObjectLoader> objects = new HashMap<>();
    private long bytes;

    MemoryInserter(Repository repository) {
        this.repository = repository;
    }

    @Override
    public ObjectId insert(int type, long length, InputStream in) throws IOException {
        if (bytes + length > MOST_BYTES) {
            throw new LargeObjectException();
        }
        byte[] content = in.readNBytes((int) length);
        bytes += length;
        ObjectId id = idFor(type, content);
        objects.put(id, new ObjectLoader.SmallObject(type, content));
        return id;
    }

    @Override
    public PackParser newPackParser(InputStream in) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectReader newReader() {
        return new Reader(repository.newObjectReader());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Looks in memory first. */
    private final class Reader extends ObjectReader.Filter {

        private final ObjectReader stored;

        Reader(ObjectReader stored) {
            this.stored = stored;
        }

        @Override
        protected ObjectReader delegate() {
            return stored;
        }

        @Override
        public ObjectReader newReader() {
            return MemoryInserter.this.newReader();
        }

        @Override
        public boolean has(AnyObjectId id) throws IOException {
            return objects.containsKey(id.toObjectId()) || stored.has(id);
        }

        @Override
        public ObjectLoader open(AnyObjectId id, int type) throws IOException {
            ObjectLoader inMemory = objects.get(id.toObjectId());
            return inMemory == null ? stored.open(id, type) : inMemory;
        }

        @Override
        public ObjectLoader open(AnyObjectId id) throws IOException {
            return open(id, OBJ_ANY);
        }

        @Override
        public long getObjectSize(AnyObjectId id, int type) throws IOException {
            ObjectLoader inMemory = objects.get(id.toObjectId());
            return inMemory == null ? stored.getObjectSize(id, type) : inMemory.getSize();
        }

        @Override
        public ObjectInserter getCreatedFromInserter() {
            return MemoryInserter.this;
        }
    }
}
