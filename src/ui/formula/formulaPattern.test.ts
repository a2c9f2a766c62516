// What the page typesets for the rule: KaTeX reads all of it, and every number has its place.
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { type Prepared, prepare, type Run } from '../../core/experiment/prepare.ts'
import { canStart, experiments } from '../../core/export/test/random.ts'
import type { FormulaLine } from '../../core/formulas/formula.ts'
import { symbolsOf } from '../../core/formulas/hyperSymbols.ts'
import { wholeFormula } from '../../core/formulas/stepFormula.ts'
import { optimizers } from '../../core/optimizers/index.ts'
import { rolesOf } from '../../core/rules/roles.ts'
import type { Source } from '../../core/rules/source.ts'
import { schedules } from '../../core/schedules/index.ts'
import { numbersToFill } from './formulaPattern.ts'

const nameOf = (source: Source) => (source.of === 'hyper' ? source.name : source.of)

/** Reads LaTeX as the page does. @throws what KaTeX cannot read */
const read = (latex: string): string =>
  katex.renderToString(latex, {
    output: 'html',
    throwOnError: true,
    trust: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  })

/** Each way that the conditions of two rows may go, up to the number that makes a difference. */
const decisionsFor = ({ rows, conditions }: FormulaLine) =>
  [0, 1, 2, 3].map((way) => rows.map((_, row) => conditions.map(() => ((way >> row) & 1) === 1)))

function check(coordinate: number | 'all', run: Run, { variables, written }: Prepared['loss']) {
  const roles = rolesOf(run.rule)
  const writing = {
    variables,
    coordinate,
    symbols: symbolsOf(run.optimizer, run.schedule?.schedule),
    mark: (name: string, text: string) => `\\htmlData{name=${name}}{${text}}`,
  }
  for (const line of wholeFormula(run.rule, written, writing)) {
    read(line.left)
    read(`\\displaystyle {}${line.sign} ${line.right}`)
    for (const decisions of decisionsFor(line)) {
      const { text, wanted, results } = numbersToFill(line, decisions, { roles, nameOf })
      if (!line.numbers) continue
      const html = read(`\\displaystyle ${text}`)
      expect(html.match(/data-slot="/g)?.length ?? 0).toBe(wanted.length)
      expect([0, line.rows.length]).toContain(wanted.length - results)
    }
  }
}

const f = 'x^2 + 10*y^2 + sin(3*x*y)'

describe.each([0, 1, 'all'] as const)('the lines of coordinate %s', (coordinate) => {
  test.each(optimizers.map((o) => [o.id]))('%s', (optimizer) => {
    const { runs, loss } = prepare({ f, runs: [{ optimizer, hyper: { lr: 0.1 } }] })
    check(coordinate, runs[0] as Run, loss)
  })

  test('behind every schedule that needs no more than its name', () => {
    const needsMore = new Set(['step', 'multistep', 'cosine', 'cosine-restarts', 'cyclic'])
    for (const { id } of schedules.filter((s) => !needsMore.has(s.id))) {
      const rest = {
        exponential: { gamma: 0.9 },
        'one-cycle': { max_lr: 1 },
        'exp-decay': { k: 1 },
      }
      const schedule = { kind: id, ...rest[id as keyof typeof rest] }
      const { runs, loss } = prepare({ f, runs: [{ optimizer: 'sgd', schedule }] })
      check(coordinate, runs[0] as Run, loss)
    }
  })
})

test('of every optimizer, schedule and written rule with each other', () => {
  fc.assert(
    fc.property(experiments.filter(canStart), (experiment) => {
      const { runs, loss } = prepare(experiment)
      for (const run of runs) check('all', run, loss)
    }),
    { seed: 1, numRuns: 120 },
  )
})

test('rows that take different branches are written with different numbers', () => {
  const { runs, loss } = prepare({ f, runs: [{ optimizer: 'rprop' }] })
  const { rule } = runs[0] as Run
  const lines = wholeFormula(rule, loss.written, { variables: ['x', 'y'], coordinate: 'all' })
  const line = lines.find(({ right }) => right.includes('cases')) as FormulaLine
  const isGrowing = line.conditions.map(
    ({ expression }) => expression.kind === 'apply' && expression.operation === 'gt',
  )
  const decisions = [isGrowing, isGrowing.map((taken) => !taken)]
  const { wanted, text } = numbersToFill(line, decisions, { roles: new Map(), nameOf })
  expect(wanted.map(({ source, coordinate }) => `${nameOf(source)} ${coordinate}`)).toEqual([
    'line 0',
    'etaplus 0',
    'line 1',
    'etaminus 1',
    'line 0',
    'line 1',
  ])
  expect(text.match(/pmatrix/g)).toHaveLength(4)
})
