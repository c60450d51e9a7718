/** Browsers other than Chromium, steered by the commands of the W3C's WebDriver. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** What each is called in Firefox, and where it stands below the session of a driver by HTTP. */
const COMMANDS = {
  go: ['WebDriver:Navigate', '/url'],
  run: ['WebDriver:ExecuteScript', '/execute/sync'],
  find: ['WebDriver:FindElement', '/element'],
  click: ['WebDriver:ElementClick', '/element/{id}/click'],
  type: ['WebDriver:ElementSendKeys', '/element/{id}/value'],
  act: ['WebDriver:PerformActions', '/actions'],
} as const;

type Command = keyof typeof COMMANDS;

export interface WebDriver {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the command gives.
  send(command: Command, parameters: Readonly<Record<string, unknown>>): Promise<any>;
  /** Where the browser saves what is downloaded. */
  downloads: string;
  close(): Promise<void>;
}

interface Start {
  /** Of its own: profile, settings and downloads. */
  folder: string;
  /** All that is not of this machine goes there. */
  proxyPort: number;
}

export type OpenDriver = (given: Start) => Promise<WebDriver>;

/** The page asks before it is left and before it forgets; the answer is yes. */
const capabilities = ({ proxyPort }: Start) => ({
  unhandledPromptBehavior: 'accept',
  proxy: {
    proxyType: 'manual',
    httpProxy: `127.0.0.1:${proxyPort}`,
    sslProxy: `127.0.0.1:${proxyPort}`,
  },
});

const PATIENCE_MS = 30_000;

async function untilGiven<Value>(
  what: string,
  get: () => Promise<Value | null> | Value | null,
): Promise<Value> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const value = await get();
    if (value !== null) return value;
    await sleep(50);
  }
  throw new Error(`${what} does not come`);
}

/** A program that is not there is an error, never a reason to skip. */
function start(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
  if (!found) throw new Error(`${program} is not installed`);
  const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'pipe'];
  const child = spawn(program, args, { stdio, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } });
  // Also where a test ends before it closes what it opened.
  process.once('exit', () => child.kill());
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

/** What Firefox asks of its maker by itself is not the page's. */
const firefoxSettings = (downloads: string): Readonly<Record<string, unknown>> => ({
  'marionette.port': 0,
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.alwaysOpenPanel': false,
  'browser.helperApps.neverAsk.saveToDisk': 'application/pdf,application/yaml,text/calendar',
  'pdfjs.disabled': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'app.update.disabledForTesting': true,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': 'data:,',
});

/** By Marionette, its own socket, which takes the commands by name. */
export async function openFirefox(given: Start): Promise<WebDriver> {
  const downloads = join(given.folder, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const settings = Object.entries(firefoxSettings(downloads));
  const lines = settings.map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(given.folder, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--marionette', '--profile', given.folder];
  const child = start('firefox-esr', args, {
    HOME: given.folder,
    MOZ_CRASHREPORTER_DISABLE: '1',
    MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
  });
  const portFile = join(given.folder, 'MarionetteActivePort');
  const port = await untilGiven('the port of Firefox', () =>
    existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || null : null,
  );
  const marionette = await Marionette.open(port);
  await marionette.send('WebDriver:NewSession', capabilities(given));
  return {
    downloads,
    send: async (command, parameters) => marionette.send(COMMANDS[command][0], parameters),
    async close() {
      marionette.end();
      await end(child);
    },
  };
}

/** Messages are JSON after their length in bytes: `[0, number, name, parameters]`, and `[1, number, error, result]` back. */
class Marionette {
  private readonly socket: Socket;
  private readonly waiting = new Map<number, (error: { message: string } | null, result: unknown) => void>();
  private received = Buffer.alloc(0);
  private count = 0;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => this.receive(chunk));
  }

  static async open(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Marionette(socket);
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const colon = this.received.indexOf(':');
      const end = colon + 1 + Number(this.received.subarray(0, colon));
      if (colon < 0 || this.received.length < end) return;
      const message = JSON.parse(this.received.subarray(colon + 1, end).toString());
      this.received = this.received.subarray(end);
      // The first says who is there.
      if (Array.isArray(message)) this.waiting.get(message[1])?.(message[2], message[3]);
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the command gives.
  send(name: string, parameters: object): Promise<any> {
    const number = ++this.count;
    const text = Buffer.from(JSON.stringify([0, number, name, parameters]));
    return new Promise((resolve, reject) => {
      this.waiting.set(number, (error, result) => {
        if (error) reject(new Error(`${name}: ${error.message}`));
        // A plain value stands in an object of its own.
        else resolve((result as { value?: unknown } | null)?.value);
      });
      this.socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    });
  }

  end(): void {
    this.socket.destroy();
  }
}

/** A driver by HTTP, which starts the browser. */
async function openByHttp(given: Start, program: string, env: NodeJS.ProcessEnv): Promise<WebDriver> {
  const port = await freePort();
  const child = start(program, [`--port=${port}`], env);
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    // biome-ignore lint/suspicious/noExplicitAny: whatever the command gives.
    const { value } = (await response.json()) as { value: any };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
  await untilGiven(program, () => ask('GET', '/status').catch(() => null));
  const { sessionId } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: capabilities(given) },
  });
  return {
    downloads: join(given.folder, 'downloads'),
    send(command, { id, ...parameters }) {
      const path = COMMANDS[command][1].replace('{id}', String(id));
      return ask('POST', `/session/${sessionId}${path}`, parameters);
    },
    async close() {
      await ask('DELETE', `/session/${sessionId}`);
      await end(child);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** WebKitGTK has no mode without a screen. */
async function startScreen(): Promise<{ display: string; child: ChildProcess }> {
  const child = start('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1280x1400x24'], {});
  let told = '';
  (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    told += chunk;
  });
  const number = await untilGiven('the screen', () => (told.endsWith('\n') ? told.trim() : null));
  return { display: `:${number}`, child };
}

/** The browser that WebKit brings with its driver. */
export async function openWebKit(given: Start): Promise<WebDriver> {
  const screen = await startScreen();
  const env = {
    HOME: given.folder,
    XDG_CONFIG_HOME: given.folder,
    XDG_CACHE_HOME: given.folder,
    XDG_DATA_HOME: given.folder,
    DISPLAY: screen.display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
  };
  const downloads = join(given.folder, 'downloads');
  mkdirSync(downloads, { recursive: true });
  writeFileSync(join(given.folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const driver = await openByHttp(given, 'WebKitWebDriver', env);
  return {
    ...driver,
    async close() {
      await driver.close();
      await end(screen.child);
    },
  };
}
