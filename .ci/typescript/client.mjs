// The official TypeScript client against the filesystem server, on each transport and in each way to agree on a revision.
// node client.mjs JAR; prints a line for each check and fails if any does.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const MODES = {
  legacy: { mode: 'legacy', era: 'legacy', version: '2025-11-25' },
  automatic: { mode: 'auto', era: 'modern', version: '2026-07-28' },
  pinned: { mode: { pin: '2026-07-28' }, era: 'modern', version: '2026-07-28' },
};
const MISSING_CAPABILITY = -32021;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'typescript-client-')));
// One call at a time: what goes on after it was cancelled would keep all others waiting.
const server = [
  '-jar', resolve(process.argv[2]), '--write', '--allow-delete', '--page-size', '5', '--max-calls', '1',
  '--seconds', '300', root,
];
const environment = { PATH: process.env.PATH, HOME: root, LC_ALL: 'C.UTF-8' };
let failed = 0;

// Some small files, then minutes of work on big ones; all links to one of each, so that they take no room.
const many = join(root, 'many');
mkdirSync(many);
writeFileSync(join(root, 'small.txt'), 'needle\n');
writeFileSync(join(root, 'big.txt'), 'hay in a haystack\n'.repeat(400_000));
for (let i = 0; i < 1_000; i++) linkSync(join(root, 'small.txt'), join(many, `a${i}.txt`));
const slow = join(root, 'slow');
mkdirSync(slow);
for (let i = 0; i < 1_000; i++) linkSync(join(root, 'small.txt'), join(slow, `a${i}.txt`));
for (let i = 0; i < 20_000; i++) linkSync(join(root, 'big.txt'), join(slow, `b${i}.txt`));

const http = spawn('java', [...server, '--http', '127.0.0.1:0'], { env: environment });
try {
  const url = await listening(http);
  const transports = {
    stdio: () => new StdioClientTransport({ command: 'java', args: server, env: environment }),
    http: () => new StreamableHTTPClientTransport(url),
  };
  for (const [transport, open] of Object.entries(transports)) {
    for (const mode of Object.keys(MODES)) await run(`${transport}, ${mode}`, open, MODES[mode]);
  }
} finally {
  http.kill();
  rmSync(root, { recursive: true, force: true });
}
console.log(failed === 0 ? 'all passed' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The address that the server tells. */
async function listening(child) {
  for await (const line of createInterface({ input: child.stderr })) {
    const url = line.match(/http:\S+\/mcp/);
    if (url) {
      child.stderr.pipe(process.stderr);
      return new URL(url[0]);
    }
  }
  throw new Error('The server ended before it listened');
}

/** A connected client; without answers it does not declare that a person can be asked. */
async function connect(open, { mode }, answers) {
  const client = new Client(
    { name: 'check', version: '1' },
    { versionNegotiation: { mode }, capabilities: answers ? { elicitation: {} } : {} },
  );
  if (answers) {
    client.setRequestHandler('elicitation/create', request => {
      answers.asked.push(request.params.message);
      return answers.next === 'accept' ? { action: 'accept', content: {} } : { action: answers.next };
    });
  }
  await client.connect(open());
  return client;
}

async function check(name, work) {
  try {
    await work();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}: ${error.message.replaceAll('\n', ' ')}`);
  }
}

async function run(where, open, expected) {
  const answers = { next: 'accept', asked: [] };
  const client = await connect(open, expected, answers);
  try {
    await reads(where, client, expected);
    await deletes(where, client, answers);
    await check(`${where}: tells of a change`, () => subscription(client, expected));
    await check(`${where}: stops what is aborted`, () => abort(client));
  } finally {
    await client.close();
  }
  await check(`${where}: deletes nothing when nobody can be asked`, () => nobody(open, expected));
}

async function reads(where, client, { era, version }) {
  const path = join(root, 'small.txt');
  const uri = pathToFileURL(path).href;

  await check(`${where}: speaks ${version}`, () => {
    assert.equal(client.getProtocolEra(), era);
    assert.equal(client.getNegotiatedProtocolVersion(), version);
    assert.equal(client.getServerVersion().name, 'mcp-filesystem');
    assert.match(client.getInstructions(), /^Paths are absolute/);
  });
  await check(`${where}: lists tools page by page`, async () => {
    // Without a cursor the client fetches all pages itself.
    const all = (await client.listTools()).tools.map(tool => tool.name);
    let page = await client.request({ method: 'tools/list', params: {} });
    const names = page.tools.map(tool => tool.name);
    while (page.nextCursor) {
      page = await client.listTools({ cursor: page.nextCursor });
      assert.ok(page.tools.length <= 5);
      names.push(...page.tools.map(tool => tool.name));
    }
    assert.equal(names.length, 18);
    assert.deepEqual(names, all);
  });
  await check(`${where}: lists resources, templates and prompts`, async () => {
    assert.equal((await client.listResources()).resources[0].uri, 'filesystem://roots');
    assert.equal((await client.listResourceTemplates()).resourceTemplates[0].uriTemplate, 'file:///{+path}');
    assert.equal((await client.listPrompts()).prompts.length, 3);
  });
  await check(`${where}: reads a file`, async () => {
    const result = await client.callTool({ name: 'read_text_file', arguments: { path } });
    assert.equal(result.content[0].text, 'needle\n');
    assert.equal(result.structuredContent.content, 'needle\n');
  });
  await check(`${where}: searches and tells the progress`, async () => {
    const notes = [];
    const result = await client.callTool(
      { name: 'search_content', arguments: { path: many, query: 'absent' } },
      { onprogress: note => notes.push(note) },
    );
    assert.equal(result.structuredContent?.filesSearched, 1_000, JSON.stringify(result));
    assert.equal(notes[0].progress, 500);
  });
  await check(`${where}: reads a resource`, async () => {
    assert.equal((await client.readResource({ uri })).contents[0].text, 'needle\n');
    await assert.rejects(client.readResource({ uri: `${uri}.missing` }), /small.txt.missing/);
  });
  await check(`${where}: completes a path`, async () => {
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'file:///{+path}' },
      argument: { name: 'path', value: path.slice(1, -3) },
    });
    assert.deepEqual(completion.values, [path.slice(1)]);
  });
  await check(`${where}: renders a prompt`, async () => {
    const { messages } = await client.getPrompt({ name: 'review-file', arguments: { path } });
    assert.ok(messages[0].content.text.startsWith(`Review the file ${path}.`));
  });
  await check(`${where}: says what is wrong`, async () => {
    const result = await client.callTool({ name: 'read_text_file', arguments: { path: `${path}.missing` } });
    assert.equal(result.isError, true);
    assert.match(result.content[0].text, /small.txt.missing/);
  });
}

async function deletes(where, client, answers) {
  const path = join(root, 'doomed.txt');
  for (const [answer, deleted] of [['decline', false], ['cancel', false], ['accept', true]]) {
    await check(`${where}: ${deleted ? 'deletes' : 'keeps'} a file on ${answer}`, async () => {
      writeFileSync(path, 'x');
      answers.next = answer;
      answers.asked.length = 0;
      const result = await client.callTool({ name: 'delete_file', arguments: { path } });
      assert.equal(result.isError ?? false, !deleted);
      assert.equal(existsSync(path), !deleted);
      assert.equal(answers.asked.length, 1);
      assert.match(answers.asked[0], /^Delete .*doomed.txt for good/);
    });
  }
}

async function nobody(open, expected) {
  const path = join(root, 'kept.txt');
  writeFileSync(path, 'x');
  const client = await connect(open, expected);
  try {
    const deleting = client.callTool({ name: 'delete_file', arguments: { path } });
    if (expected.era === 'modern') {
      await assert.rejects(deleting, { code: MISSING_CAPABILITY, message: /--confirm never/ });
    } else {
      const result = await deleting;
      assert.equal(result.isError, true);
      assert.match(result.content[0].text, /--confirm never/);
    }
    assert.ok(existsSync(path));
  } finally {
    await client.close();
  }
}

async function subscription(client, { era }) {
  const path = join(root, 'watched.txt');
  const uri = pathToFileURL(path).href;
  writeFileSync(path, 'one');
  const updated = new Promise((told, late) => {
    client.setNotificationHandler('notifications/resources/updated', note => told(note.params.uri));
    setTimeout(() => late(new Error('No word of the change')), 30_000).unref();
  });
  if (era === 'modern') {
    const listening = await client.listen({ resourceSubscriptions: [uri] });
    assert.deepEqual(listening.honoredFilter.resourceSubscriptions, [uri]);
    writeFileSync(path, 'two');
    assert.equal(await updated, uri);
    await listening.close();
    assert.equal(await listening.closed, 'local');
  } else {
    await client.subscribeResource({ uri });
    writeFileSync(path, 'two');
    assert.equal(await updated, uri);
    await client.unsubscribeResource({ uri });
  }
}

async function abort(client) {
  const controller = new AbortController();
  const search = client.callTool(
    { name: 'search_content', arguments: { path: slow, query: '(?i)h[a-z]+k[0-9]$', regex: true } },
    { signal: controller.signal, onprogress: () => controller.abort('enough') },
  );
  await assert.rejects(search, /enough/);
  const result = await client.callTool(
    { name: 'read_text_file', arguments: { path: join(root, 'small.txt') } }, { timeout: 30_000 });
  assert.equal(result.content[0].text, 'needle\n');
}
