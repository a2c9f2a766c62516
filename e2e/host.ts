// A static host as plain as they come: files below a path, no headers but what it is told; another version can be deployed on it.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

export interface Host {
  readonly address: string
  /** What was asked for since it was last read, below the path. */
  readonly asked: () => string[]
  readonly deploy: (folder: string) => void
  readonly close: () => Promise<void>
}

/** Serves a folder below a path, with headers if need be. */
export async function host(
  first: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Host> {
  let folder = first
  let asked: string[] = []
  const server = createServer(({ url = '/' }, response) => {
    const name = url.replace(/[?#].*/, '').slice(path.length) || 'index.html'
    const file = join(folder, name)
    asked.push(name)
    if (!url.startsWith(path) || !existsSync(file) || !statSync(file).isFile())
      return response.writeHead(404).end()
    response.writeHead(200, { ...headers, 'content-type': types[extname(name)] ?? 'text/plain' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${path}`,
    asked() {
      const before = asked
      asked = []
      return before
    },
    deploy: (other) => {
      folder = other
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
