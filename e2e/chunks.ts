// The files of the build as they depend on each other, read from Vite's manifest.
import { readFileSync } from 'node:fs'

interface Chunk {
  readonly file: string
  readonly name?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync('dist/.vite/manifest.json', 'utf8'),
)
const chunkOf = (key: string): Chunk => manifest[key] ?? { file: key }

/** The chunk of a name. */
export const keyNamed = (name: string): string =>
  Object.keys(manifest).find((key) => manifest[key]?.name === name) ?? name

/** What a chunk needs before it runs, itself included. */
function withImports(key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found
  found.add(key)
  for (const other of chunkOf(key).imports ?? []) withImports(other, found)
  return found
}

/** The same as files, with style sheets. */
export const filesOf = (key: string): string[] =>
  [...withImports(key)].flatMap((one) => [chunkOf(one).file, ...(chunkOf(one).css ?? [])])

/** What stands at the places beside the labs, and reads their files. */
const isElsewhere = (part: string) =>
  /^(src\/(app\/Elsewhere|lessons\/|presenting\/)|_(own|openTalk)-)/.test(part)

/** What of the page may be loaded later than it, by the source files: of the labs only one, and no places beside them. */
export function lazyParts(page: string, lab: string): string[] {
  const found = new Set<string>()
  const visit = (key: string) => {
    for (const one of withImports(key))
      for (const part of chunkOf(one).dynamicImports ?? []) {
        const isOther = part.startsWith('src/labs/') && !part.startsWith(`src/labs/${lab}/`)
        if (isOther || isElsewhere(part) || found.has(part)) continue
        found.add(part)
        visit(part)
      }
  }
  visit(page)
  return [...found]
}
