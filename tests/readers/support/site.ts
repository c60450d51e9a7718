/** A server of the built page's files that tells what it was asked for, also as a proxy for what is not its own. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** As the proxy it gives the page out under this name too: an address without https, as of a machine in the house. */
const NAME = 'page.test';

export class Site {
  /** Method and path of each request, in their order; of what is not the page's own, all of the address. */
  readonly asked: string[] = [];
  /** What it does not give meanwhile. */
  refused: RegExp | null = null;
  private readonly server: Server;

  private constructor(folder: string) {
    this.server = createServer(({ method, url = '' }, response) => {
      const own = url.replace(new RegExp(`^http://(?:127\\.0\\.0\\.1:\\d+|${NAME})(?=/)`, 'u'), '');
      const path = own === '/' ? '/index.html' : own;
      this.asked.push(`${method} ${path}`);
      if (!path.startsWith('/') || this.refused?.test(path)) {
        response.writeHead(503).end();
        return;
      }
      readFile(join(folder, path)).then(
        (bytes) =>
          response
            .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
            .end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    this.server.on('connect', ({ url }, socket) => {
      this.asked.push(`CONNECT ${url}`);
      socket.destroy();
    });
  }

  static async open(folder: string): Promise<Site> {
    const site = new Site(folder);
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** For a browser that asks here for all addresses. */
  get insecureAddress(): string {
    return `http://${NAME}/`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
