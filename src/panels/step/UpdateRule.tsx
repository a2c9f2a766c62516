// panels/step/: the step that is shown: its rule with numbers, and how the run ends.
import { useCallback, useMemo, useState } from 'react'
import { held, numberOf } from '../../core/descent/recorded.ts'
import { exactLine } from '../../core/formulas/exactLine.ts'
import type { FormulaLine } from '../../core/formulas/formula.ts'
import { symbolsOf } from '../../core/formulas/hyperSymbols.ts'
import { wholeFormula } from '../../core/formulas/stepFormula.ts'
import { plain } from '../../core/number.ts'
import { rolesOf } from '../../core/rules/roles.ts'
import type { Source } from '../../core/rules/source.ts'
import { ExactLines } from '../../ui/formula/ExactLines.tsx'
import { Formula } from '../../ui/formula/Formula.tsx'
import { katex } from '../../ui/formula/katex.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { Late } from '../../ui/parts/Part.tsx'
import { Region } from '../../ui/place.tsx'
import {
  selectedOf,
  useDescentLab,
  useSelected,
  useShownLater,
  workingAt,
} from '../lab/descents.ts'
import { afterFrame, readablePlayhead, useReadableStep } from '../lab/pace.ts'
import { useRacerNames } from '../lab/racerNames.ts'
import { marking, nameOfSource } from './marking.ts'
import styles from './UpdateRule.module.css'

type Chosen = Parameters<typeof wholeFormula>[2]['coordinate']

/** The rule that runs: general, and with this step's numbers. */
export function UpdateRule() {
  const lab = useDescentLab()
  const shown = useShownLater(afterFrame)
  const { prepared, traces } = shown
  const racers = useRacerNames(prepared.runs)
  const selected = selectedOf(shown, useSelected())
  const step = Math.min(useReadableStep(), Math.max(0, selected.trace.f.length - 2))
  const { index, run, trace } = workingAt(shown, selected, step)
  const lastStep = Math.max(0, trace.f.length - 2)
  const { written, variables: names } = prepared.loss
  const letters = names.join()
  const variables = useMemo(() => letters.split(','), [letters])
  const [coordinate, choose] = useState<Chosen>(variables.length > 1 ? 'all' : 0)
  const isNoisy = prepared.noise > 0
  const { rule } = run
  const { optimizer } = run
  const schedule = run.schedule?.schedule
  const lines = useMemo(
    () =>
      wholeFormula(rule, written, {
        variables,
        coordinate,
        noisy: isNoisy,
        symbols: symbolsOf(optimizer, schedule),
        mark: marking(rule),
      }),
    [rule, optimizer, schedule, written, variables, coordinate, isNoisy],
  )
  const roles = useMemo(() => rolesOf(rule), [rule])
  const nameOf = useCallback((source: Source) => nameOfSource(source, rule), [rule])
  const numbers = useMemo(
    () => ({
      of: (source: Source, k: number, i: number) => numberOf(source, trace, run, k, i),
      held: (condition: FormulaLine['conditions'][number], k: number, i: number) =>
        held(condition, trace, run, k, i),
      lastStep,
    }),
    [trace, run, lastStep],
  )
  return (
    <Region name="Update rule" className={styles.region}>
      <header className={styles.header}>
        <h2>
          Update rule
          {traces.length > 1 && (
            <span data-run={index} className={styles.whose}>
              {racers[index]}
            </span>
          )}
        </h2>
        {variables.length > 1 && (
          <Coordinate variables={variables} chosen={coordinate} onChoose={choose} />
        )}
        <GraphHere />
        <span>
          step {step} → {step + 1}
        </span>
      </header>
      <p className="visually-hidden">{spoken(lines, variables, numbers.of, step)}</p>
      <Late of={katex} />
      <ExactLines
        label="Formula"
        lines={lines.map(
          (line) => () => exactLine(line, (source, i) => numbers.of(source, step, i)),
        )}
      >
        <Formula
          lines={lines}
          roles={roles}
          nameOf={nameOf}
          numbers={numbers}
          playhead={readablePlayhead(lab)}
        />
      </ExactLines>
    </Region>
  )
}

const linking = arrival(async () => (await import('../more.ts')).graphOf)

/** Where the gradient comes from: the graph of the function at this point. What writes its link comes when it is wanted. */
function GraphHere() {
  const lab = useDescentLab()
  const go = async () => {
    lab.pause()
    const { shown, playhead, selected } = lab.store.getState()
    if (!shown) return
    const { trace } = selectedOf(shown, selected)
    const d = shown.prepared.loss.variables.length
    const step = Math.min(Math.floor(playhead), trace.f.length - 1)
    const point = [...trace.x.subarray(step * d, (step + 1) * d)]
    try {
      location.hash = (await linking.soon())(shown, point)
    } catch {
      lab.complain({
        words: 'The way to the graph did not load',
        action: { name: 'Try again', act: () => void go() },
      })
    }
  }
  return (
    <button
      type="button"
      title="How the gradient at this point comes about, step by step"
      className={styles.graph}
      onClick={() => void go()}
    >
      ∇f as a graph
    </button>
  )
}

interface CoordinateProps {
  readonly variables: readonly string[]
  readonly chosen: Chosen
  readonly onChoose: (coordinate: Chosen) => void
}

/** Of which coordinate the formula is: of one, or of all as vectors. */
function Coordinate({ variables, chosen, onChoose }: CoordinateProps) {
  const options: readonly (readonly [Chosen, string])[] = [
    ['all', 'vectors'],
    ...variables.map((variable, i) => [i, variable] as const),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a header has no field set
    <div role="group" aria-label="Formula of" className={styles.coordinate}>
      {options.map(([coordinate, name]) => (
        <button
          key={name}
          type="button"
          aria-pressed={coordinate === chosen}
          onClick={() => onChoose(coordinate)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** The numbers of a step for screen readers. */
function spoken(
  lines: readonly FormulaLine[],
  variables: readonly string[],
  of: (source: Source, k: number, coordinate: number) => number,
  step: number,
): string {
  const results = lines.flatMap(({ name, result, rows }) =>
    rows.flatMap((row) => {
      const value = result && of(result, step, row.coordinate)
      if (value === undefined || Number.isNaN(value)) return []
      return [`${name === 'x' ? `next ${variables[row.coordinate]}` : row.name} = ${plain(value)}`]
    }),
  )
  return `From step ${step} to ${step + 1}: ${results.join(', ')}.`
}
