// How the page's code is read by the browser while the page begins.
import type { Plugin, Rolldown } from 'vite'

/** The labs that a first visit may come to; what only others share comes with those. */
export const firstLabs = ['curve', 'surface']

/** What every first visit runs: the page, a lab, and what follows its first picture. */
const beginnings = new RegExp(
  [
    'index\\.html',
    `src/labs/(${firstLabs.join('|')})/\\w+Lab\\.tsx`,
    'src/panels/later\\.ts',
    'src/ui/formula/wholeKatex\\.ts',
  ]
    .map((file) => `${file}$`)
    .join('|'),
)

/**
 * What every first visit runs is compiled while it is read, beside the page's own thread: else each function would hold
 * the page for a moment when it is called first, a third of the time that the page needs to begin. Where a browser does
 * not know the line, nothing is otherwise.
 */
export const compiledEarly: Plugin = {
  name: 'compiled-early',
  apply: 'build',
  generateBundle: {
    // It has to be the first line, before what Vite writes there.
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && file.moduleIds.some((id) => beginnings.test(id)))
          for (const needed of scriptsOf(file, bundle)) hint(needed)
    },
  },
}

const line = '//# allFunctionsCalledOnLoad\n'
/** What is shorter (characters) has too little to compile for a line of its own. */
const shortest = 9000

function hint(chunk: Rolldown.OutputChunk): void {
  if (chunk.code.length >= shortest && !chunk.code.startsWith(line)) chunk.code = line + chunk.code
}

/** What a chunk needs before it runs, itself included. */
function scriptsOf(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  found = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (found.has(chunk)) return found
  found.add(chunk)
  for (const name of chunk.imports) {
    const other = bundle[name]
    if (other?.type === 'chunk') scriptsOf(other, bundle, found)
  }
  return found
}
