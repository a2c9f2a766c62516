// The runs of a link: one key for each, and the rules of those that are written, in the same order.

import { limits } from '../limits.ts'
import { customId, firstRule } from '../optimizers/written/custom.ts'
import type { Experiment, RunSpec } from './experiment.ts'
import { type InLinks, type Pair, readOr } from './part.ts'
import { readRun, writeRun } from './runText.ts'

export const runsInLinks: InLinks<Experiment, readonly RunSpec[]> = {
  keys: [
    { name: 'run', words: 'an optimizer with its arguments', example: 'adam(lr=0.1)' },
    { name: 'rule', words: 'the lines of a written rule', example: 'm=beta*m+g;x=x-lr*m' },
  ],
  read(said) {
    const { most, words } = limits.racers
    const rules = said.filter(({ key }) => key === 'rule')
    const racers = said.filter(({ key }) => key === 'run')
    const runs = racers.slice(0, most).flatMap((one): RunSpec[] => {
      const run = readOr(one, readRun(one.text, one.object))
      return run ? [run] : []
    })
    racers[most]?.tell(words)
    // The n-th written run takes the n-th rule.
    const ruled = runs.map((run): RunSpec => {
      const rule = run.optimizer === customId ? rules.shift() : undefined
      return rule ? { ...run, rule: ruleLines(rule.text) } : run
    })
    const strays = racers.length > most ? [] : rules
    for (const rule of strays) rule.object(`belongs to no run: it needs a \`run=${customId}\``)
    return ruled.length ? ruled : undefined
  },
  write(runs) {
    const lastWritten = runs.findLastIndex((run) => run.rule !== undefined)
    return runs.flatMap((run, i): Pair[] => {
      // Rules are told apart by their order alone, so none may be missing before another one.
      const isAssumed = run.optimizer === customId && i < lastWritten
      const rule = run.rule ?? (isAssumed ? firstRule : undefined)
      return [
        ['run', writeRun(run)],
        ...(rule === undefined ? [] : [['rule', ruleText(rule)] as const]),
      ]
    })
  },
}

function ruleLines(text: string): string {
  if (text.includes('#')) return text
  const lines = text.split(/[;\n]/).map((line) => line.trim())
  const spaced = lines.map((line) => line.replace(/^([A-Za-z]\w*)\s*([-+*]?=)(?!=)\s*/, '$1 $2 '))
  return spaced.filter(Boolean).join('\n')
}

/** A rule in one line, if that loses nothing: a comment ends only with its line. */
const ruleText = (rule: string) => (rule.includes('#') ? rule : compact(rule))

const compact = (rule: string) =>
  rule
    .split('\n')
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter(Boolean)
    .join(';')
