// The service worker with the list of what it keeps, and what all that weighs.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { isolating } from './isolating.mjs'

const script = 'sw.js'
const page = 'index.html'

/** Everything that is built but the worker itself and what only the build's own tools read. */
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, posix.sep))
    .filter((file) => file !== script && !file.startsWith('.'))
    .sort()

const hash = (content: string | Buffer, as: 'base64' | 'hex') =>
  createHash('sha256').update(content).digest(as)

/**
 * The files of a built folder, each with the hash of its content: by it the worker sees that all of them are of one build.
 * The page is called as it is asked for, since some hosts do not answer to index.html.
 */
function keptFiles(dir: string): Record<string, string> {
  const rows = filesIn(dir).map((file) => [
    file === page ? '' : file,
    `sha256-${hash(readFileSync(join(dir, file)), 'base64')}`,
  ])
  return Object.fromEntries(rows)
}

/** Puts before the worker's script what it keeps, and by which name. */
export function writeKept(dir: string, worker: string): void {
  const files = keptFiles(dir)
  const id = hash(JSON.stringify(files), 'hex').slice(0, 12)
  // In small letters they take the place of what the host sends: twice the same would be neither.
  const headers = Object.fromEntries(new Headers(isolating))
  const kept = JSON.stringify({ id, files, headers })
  writeFileSync(join(dir, script), `const built=${kept}\n${worker}`)
}

/** What a visit costs, compressed as hosts send it. */
function weigh(dir: string, files: readonly string[]): string {
  const bytes = files
    .map((file) => readFileSync(join(dir, file)))
    .map((content, i) =>
      /\.(woff2|png)$/.test(files[i] ?? '') ? content.length : gzipSync(content).length,
    )
  return `${Math.round(bytes.reduce((a, b) => a + b, 0) / 1000)} kB in ${files.length} files`
}

/** Builds the service worker of the page; pages that tests build have none. */
export const offline: Plugin = {
  name: 'offline',
  apply: ({ build }, { command }) =>
    command === 'build' && !build?.ssr && !build?.rolldownOptions?.input,
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/app/offline/serviceWorker.ts', fileName: script })
  },
  writeBundle: {
    order: 'post',
    sequential: true,
    handler({ dir = 'dist' }, bundle) {
      const worker = bundle[script]
      if (worker?.type !== 'chunk') throw new Error('The service worker is not built')
      if (worker.imports.length) throw new Error('The service worker has to be in one piece')
      writeKept(dir, worker.code)
      const html = readFileSync(join(dir, page), 'utf8')
      const all = filesIn(dir)
      const first = all.filter((file) => file === page || html.includes(file))
      this.info(
        `${relative('.', dir)}/ can be put on any host. A first visit loads ${weigh(dir, first)} at most before its first picture, compressed; all that is kept for use without network is ${weigh(dir, all)}.`,
      )
    },
  },
}
