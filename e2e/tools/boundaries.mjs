// Checks that imports point one way: core ← engine ← state ← panels ← labs ← lessons ← app, with plot and ui beside, on core alone.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** What each layer may import besides itself. */
const allowed = {
  core: [],
  engine: ['core'],
  state: ['core', 'engine'],
  plot: ['core'],
  ui: ['core'],
  panels: ['core', 'state', 'plot', 'ui'],
  labs: ['core', 'state', 'plot', 'ui', 'panels'],
  lessons: ['core', 'state', 'plot', 'ui', 'panels', 'labs'],
  app: ['core', 'engine', 'state', 'plot', 'ui', 'panels', 'labs', 'lessons', 'styles'],
}

/** @param {string} file a path below src */
const layerOf = (file) => file.split('/')[0] ?? ''
/** @param {string} file */
const labOf = (file) => (layerOf(file) === 'labs' ? file.split('/')[1] : undefined)

/**
 * What is wrong with an import.
 * @param {string} from @param {string} to
 */
function complaint(from, to) {
  if (!to.startsWith('.'))
    return layerOf(from) === 'core' ? `core imports the package ${to}` : undefined
  if (layerOf(from) === 'core' && !to.endsWith('.ts'))
    return `core imports ${to}, which plain JavaScript cannot`
  const target = normalize(join(dirname(from), to))
  const [own, other] = [layerOf(from), layerOf(target)]
  if (own === other) {
    return labOf(from) === labOf(target) ? undefined : `one lab imports another: ${target}`
  }
  const known = /** @type {Record<string, string[]>} */ (allowed)[own]
  return known?.includes(other) ? undefined : `${own} may not import ${other}: ${target}`
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|\/test\//.test(file))
const complaints = files.flatMap((file) => {
  const { module } = parseSync(file, readFileSync(join('src', file), 'utf8'))
  const targets = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) =>
      e.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  return targets.flatMap((target) => {
    const words = complaint(file, target)
    return words ? [`src/${file}: ${words}`] : []
  })
})
for (const words of complaints) process.stderr.write(`${words}\n`)
if (complaints.length) process.exit(1)
process.stdout.write(`Imports of ${files.length} files point one way.\n`)
