// Checks that imports point one way: core ← engine ← state ← panels ← labs ← scenes ← lessons ← presenting ← app,
// with plot and ui beside, on core alone; inside the core from folder to folder; and nowhere in a circle. Dynamic imports count too. And
// that a store is changed only by the file that makes it: everyone else calls its functions.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
  scenes: ['core', 'engine', 'state', 'ui', 'panels'],
  lessons: ['core', 'state', 'plot', 'ui', 'panels', 'scenes'],
  presenting: ['core', 'state', 'ui', 'panels', 'scenes', 'lessons', 'styles'],
  app: [
    'core',
    'engine',
    'state',
    'plot',
    'ui',
    'panels',
    'labs',
    'scenes',
    'lessons',
    'presenting',
    'styles',
  ],
}

/** The folders of the core: each may import what stands behind it here, and all the files that lie in no folder. */
const coreFolders = [
  'export',
  'maps',
  'studies',
  'runs',
  'analysis',
  'outcome',
  'kernel',
  'descent',
  'experiment',
  'formulas',
  'landscape',
  'graphs',
  'networks',
  'loss',
  'optimizers',
  'bugs',
  'schedules',
  'rules',
  'functions',
  'language',
]

/** @param {string} file a path below src */
const layerOf = (file) => file.split('/')[0] ?? ''
/** The folder of a lab, or of the core; nothing for a file that lies in none. @param {string} file */
const roomOf = (file) => (file.split('/').length > 2 ? file.split('/')[1] : undefined)

/** What is wrong with an import. @param {string} from @param {string} to @param {string} target */
function complaint(from, to, target) {
  if (!to.startsWith('.'))
    return layerOf(from) === 'core' ? `core imports the package ${to}` : undefined
  if (layerOf(from) === 'core' && !to.endsWith('.ts'))
    return `core imports ${to}, which plain JavaScript cannot`
  const [own, other] = [layerOf(from), layerOf(target)]
  if (own === other) return complaintInside(own, from, target)
  const known = /** @type {Record<string, string[]>} */ (allowed)[own]
  return known?.includes(other) ? undefined : `${own} may not import ${other}: ${target}`
}

/** @param {string} layer @param {string} from @param {string} target */
function complaintInside(layer, from, target) {
  const [own, other] = [roomOf(from), roomOf(target)]
  if (own === other) return undefined
  if (layer === 'labs') return `one lab imports another: ${target}`
  if (layer !== 'core' || other === undefined || from === 'core/index.ts') return undefined
  if (own === undefined) return `the ground of the core imports ${target}`
  return coreFolders.indexOf(other) > coreFolders.indexOf(own)
    ? undefined
    : `core/${own} may not import core/${other}: ${target}`
}

/** What a file imports, as it says it. @param {string} file */
function importsOf(file) {
  const { module } = parseSync(file, readFileSync(join('src', file), 'utf8'))
  const text = readFileSync(join('src', file), 'utf8')
  const statically = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) =>
      e.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  const later = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start + 1, end - 1),
  )
  return { statically, later }
}

/** The first circle of imports that is found. @param {ReadonlyMap<string, readonly string[]>} graph */
function circleIn(graph) {
  const done = new Set()
  /** @param {string} file @param {readonly string[]} path @returns {readonly string[] | undefined} */
  const visit = (file, path) => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    done.add(file)
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...path, file])
      if (circle) return circle
    }
    return undefined
  }
  for (const file of graph.keys()) {
    const circle = visit(file, [])
    if (circle) return circle
  }
  return undefined
}

/** Whether a file changes a store that it has not made; a component's own state is its own. @param {string} file */
function changesStoreOfOthers(file) {
  const text = readFileSync(join('src', file), 'utf8')
  return /(?<!\bthis)\.setState\(/.test(text) && !/\bcreateStore\b/.test(text)
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|\/test\/|\/assembly\//.test(file))
const unlisted = readdirSync('src/core', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !coreFolders.includes(entry.name))
  .map(({ name }) => `src/core/${name} has no place in the order of the core's folders`)
/** @type {Map<string, readonly string[]>} */
const graph = new Map()
const complaints = files.flatMap((file) => {
  const { statically, later } = importsOf(file)
  /** @param {string} to */
  const targetOf = (to) => normalize(join(dirname(file), to))
  graph.set(file, statically.filter((to) => to.startsWith('.')).map(targetOf))
  return [...statically, ...later].flatMap((to) => {
    const target = targetOf(to)
    const isMissing = to.startsWith('.') && !existsSync(join('src', target))
    const words = isMissing ? `imports ${to}, which is not there` : complaint(file, to, target)
    return words ? [`src/${file}: ${words}`] : []
  })
})
const reaching = files
  .filter(changesStoreOfOthers)
  .map((file) => `src/${file} changes a store that it has not made: let it call a function`)
const circle = circleIn(graph)
const all = [
  ...unlisted,
  ...complaints,
  ...reaching,
  ...(circle ? [`A circle: ${circle.join(' → ')}`] : []),
]
for (const words of all) process.stderr.write(`${words}\n`)
if (all.length) process.exit(1)
process.stdout.write(`Imports of ${files.length} files point one way.\n`)
