// Checks what a first visit costs: compressed JavaScript before the first path, and in all until someone asks for more;
// fonts only as WOFF2.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const kilobyte = 1024
const budget = { first: 150 * kilobyte, all: 240 * kilobyte, fonts: 130 * kilobyte }

const page = readFileSync('dist/index.html', 'utf8')
const assets = readdirSync('dist/assets')
/** @param {string} file */
const compressed = (file) => gzipSync(readFileSync(`dist/assets/${file}`), { level: 9 }).length
/** @param {string[]} files @param {(file: string) => number} size */
const sum = (files, size) => files.reduce((total, file) => total + size(file), 0)

/** Loaded when someone touches the plot, saves a file, writes a rule, chooses a schedule or starts a race. */
const onDemand = ['zoomBehavior', 'saving', 'RuleField', 'ScheduleArguments', 'Standings']

const scripts = assets.filter((file) => file.endsWith('.js'))
const isFirst = (/** @type {string} */ file) => page.includes(file) || file.startsWith('worker')
const isAsked = (/** @type {string} */ file) => onDemand.some((name) => file.startsWith(`${name}-`))
const visit = scripts.filter((file) => !isAsked(file))
const fonts = assets.filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file))
const rows = [
  ['JavaScript before the first path', sum(scripts.filter(isFirst), compressed), budget.first],
  ['JavaScript of a first visit', sum(visit, compressed), budget.all],
  ['Fonts', sum(fonts, (file) => readFileSync(`dist/assets/${file}`).length), budget.fonts],
].map(([name, size, limit]) => ({ name: String(name), size: Number(size), limit: Number(limit) }))

for (const { name, size, limit } of rows) {
  process.stdout.write(`${name}: ${(size / kilobyte).toFixed(1)} KB of ${limit / kilobyte} KB\n`)
}
const complaints = [
  ...rows.filter(({ size, limit }) => size > limit).map(({ name }) => `${name} is over its budget`),
  ...fonts.filter((file) => !file.endsWith('.woff2')).map((file) => `${file} is not WOFF2`),
]
for (const words of complaints) process.stderr.write(`${words}\n`)
if (complaints.length) process.exit(1)
