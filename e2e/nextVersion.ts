// Another version of what is built, without building it: every file that is called by its hash is called otherwise, in all
// that speaks of it.
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeKept } from '../build/offline.ts'

const built = 'dist'
const other = (hash: string) => hash.replace(/[a-z]/i, (c) => (c === 'x' ? 'y' : 'x'))

/** Makes the next version in a folder. @returns how the files of this one are called there */
export function nextVersion(folder: string): Map<string, string> {
  rmSync(folder, { recursive: true, force: true })
  cpSync(built, folder, { recursive: true })
  const assets = readdirSync(join(built, 'assets'))
  const names = new Map(
    assets.map((name) => [name, name.replace(/[\w-]{8}(?=\.\w+$)/, (hash) => other(hash))]),
  )
  const renamed = (text: string) =>
    text.replace(/[\w.-]+-[\w-]{8}\.\w+/g, (name) => names.get(name) ?? name)
  for (const name of assets) {
    const file = join(folder, 'assets', name)
    if (/\.(js|css)$/.test(name)) writeFileSync(file, renamed(readFileSync(file, 'utf8')))
    renameSync(file, join(folder, 'assets', names.get(name) ?? name))
  }
  const page = join(folder, 'index.html')
  writeFileSync(page, permitted(readFileSync(page, 'utf8'), renamed))
  const worker = readFileSync(join(built, 'sw.js'), 'utf8')
  writeKept(folder, worker.slice(worker.indexOf('\n') + 1))
  return names
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64')

/** A page whose own scripts and styles have changed, by a policy that allows them. */
function permitted(html: string, change: (text: string) => string): string {
  const held = [...html.matchAll(/<(script|style)>(.*?)<\/\1>/gs)].map(([, , text = '']) => text)
  return held.reduce((page, text) => page.replace(hash(text), hash(change(text))), change(html))
}
