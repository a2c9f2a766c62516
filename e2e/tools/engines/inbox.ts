// The folder where a browser puts what is downloaded.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { soon } from './soon.ts'

export interface Inbox {
  readonly folder: string
  /** The file that comes of doing something. */
  readonly awaits: (act: () => Promise<void>) => Promise<Buffer>
  readonly remove: () => void
}

/** What browsers call a file that has not come whole. */
const coming = /\.(?:part|crdownload|wkdownload)$/

/** A folder of its own, for one visit after another. */
export function createInbox(): Inbox {
  const folder = mkdtempSync(join(tmpdir(), 'inbox-'))
  const options = { recursive: true, force: true, maxRetries: 5 }
  return {
    folder,
    async awaits(act) {
      await act()
      return soon('a file', async () => taken(folder))
    },
    remove: () => rmSync(folder, options),
  }
}

/** A file that is there, which goes with being read. */
function taken(folder: string): Buffer | undefined {
  const files = readdirSync(folder).filter((file) => !file.startsWith('.'))
  const [name] = files
  if (!name || files.some((file) => coming.test(file))) return undefined
  const file = readFileSync(join(folder, name))
  // An empty one only holds the place of what comes.
  if (file.length) rmSync(join(folder, name))
  return file.length ? file : undefined
}
