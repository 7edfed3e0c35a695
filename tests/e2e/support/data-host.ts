import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Manners {
  /** Sends the parts asked for; else always the whole. */
  ranges?: boolean;
  /** Lets other pages read. */
  cors?: boolean;
  /** Lets other pages see Content-Range and ETag. */
  exposes?: boolean;
  /** Bytes a second of a whole answer. */
  speed?: number;
  /** Answers in its own way; true where it has. */
  answer?(request: IncomingMessage, response: ServerResponse, count: number): boolean;
}

export interface DataHost {
  url: string;
  /** Bytes of bodies sent so far. */
  sent: number;
  requests: number;
  close(): void;
}

/** A host of one file, on a port and so an origin of its own. */
export async function hostFile(
  path: string,
  { ranges = true, cors = true, exposes = true, speed, answer }: Manners = {},
): Promise<DataHost> {
  const bytes = readFileSync(path);
  const host: DataHost = {
    url: "",
    sent: 0,
    requests: 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer((request, response) => {
    host.requests++;
    if (cors) response.setHeader("Access-Control-Allow-Origin", "*");
    if (exposes) response.setHeader("Access-Control-Expose-Headers", "Content-Range, ETag");
    if (request.method === "OPTIONS") return void response.writeHead(cors ? 204 : 403, { "Access-Control-Allow-Headers": "Range" }).end();
    if (answer?.(request, response, host.requests)) return;
    const range = ranges ? /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") : null;
    const first = range ? Number(range[1]) : 0;
    const end = range && range[2] ? Math.min(Number(range[2]) + 1, bytes.length) : bytes.length;
    response.writeHead(range ? 206 : 200, {
      ETag: '"one"',
      "Content-Length": end - first,
      ...(range ? { "Content-Range": `bytes ${first}-${end - 1}/${bytes.length}` } : {}),
    });
    send(response, bytes.subarray(first, end), host, range ? undefined : speed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cells.h5ad`;
  return host;
}

/** Sends a piece once the last has left; stops where the other side has gone. */
function send(response: ServerResponse, body: Uint8Array, host: DataHost, speed = Infinity): void {
  const piece = speed === Infinity ? 65_536 : Math.ceil(speed / 10);
  let at = 0;
  const next = () => {
    if (response.destroyed) return;
    const part = body.subarray(at, at + piece);
    at += part.length;
    host.sent += part.length;
    if (at >= body.length) return void response.end(part);
    response.write(part, () => (speed === Infinity ? setImmediate(next) : setTimeout(next, 100)));
  };
  next();
}
