// panels/function/: the function: chosen, typed, with its parameters and its start.
import { useMemo } from 'react'
import { budgets } from '../../core/experiment/experiment.ts'
import { functions } from '../../core/functions/index.ts'
import {
  chooseFunction,
  setBudget,
  setStart,
  setSteps,
  writtenOut,
} from '../../state/edits/experiment.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { part } from '../../ui/parts/Part.tsx'
import { Select } from '../../ui/Select.tsx'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import { DescentExpression } from './DescentExpression.tsx'
import styles from './FunctionBar.module.css'

/** Most functions have none; functions of two variables have fields for noise, which come alone. */
const ParameterField = part(
  async () => (await import('../more.ts')).ParameterField,
  styles.parameter,
)
const NoiseFields = part(async () => (await import('./NoiseFields.tsx')).NoiseFields, styles.number)

const Heading = part(async () => (await import('../later.ts')).Heading, styles.heading)

const custom = 'custom'
/** The catalogue's functions of so many variables, and one's own. */
const optionsFor = (variables: readonly number[]) => [
  ...functions
    .filter(({ domain }) => variables.includes(domain.length))
    .map(({ id, name }) => ({ value: id, name })),
  { value: custom, name: 'Your own' },
]

/** The function: chosen or typed, typeset, why it is worth a look, and where to start on it. */
export function FunctionBar({ variables }: { readonly variables?: readonly number[] | undefined }) {
  const lab = useDescentLab()
  const entry = useDescentState(({ prepared }) => prepared.loss.entry)
  const shown = useDescentState((state) => state.shown?.prepared.loss.entry)
  const steps = useDescentState(({ prepared }) => prepared.steps)
  const count = useDescentState(({ prepared }) => prepared.loss.variables.length)
  // Offered where it can be seen in the plane, shown where there is some.
  const isNoisy = useDescentState(({ prepared }) => prepared.noise > 0) || count > 1
  const options = useMemo(() => optionsFor(variables ?? [count]), [variables, count])
  return (
    <div className={styles.bar}>
      <div className={styles.title}>
        <Heading />
        {shown && <p>{shown.lesson}</p>}
      </div>
      <div className={styles.fields}>
        <Select
          label="Function"
          value={entry?.id ?? custom}
          options={options}
          onChange={(id) => {
            lab.change(id === custom ? writtenOut : chooseFunction(id))
            lab.seek(0)
          }}
        />
        <DescentExpression />
        {Object.entries(entry?.parameters ?? {}).map(([name, parameter]) => (
          <ParameterField key={name} name={name} parameter={parameter} />
        ))}
        {Array.from({ length: count }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: variables are told apart by their place
          <StartField key={i} index={i} />
        ))}
        <div className={styles.number}>
          <NumberField
            label="Steps"
            value={steps}
            onChange={(value) => lab.change(setSteps(value), 'steps')}
            nudge={(value, direction) => Math.max(0, value + direction)}
          />
        </div>
        {isNoisy && <NoiseFields />}
        <Budget />
      </div>
    </div>
  )
}

/** What the number of steps counts: it matters where a step may cost more than one evaluation. */
function Budget() {
  const lab = useDescentLab()
  const budget = useDescentState(({ prepared }) => prepared.budget)
  const matters = useDescentState(
    ({ prepared }) =>
      prepared.budget !== 'steps' ||
      prepared.runs.length > 1 ||
      prepared.runs.some(({ optimizer }) => optimizer.method),
  )
  if (!matters) return null
  return (
    <div className={styles.budget}>
      <Select
        label="Budget in"
        value={budget}
        options={budgets.map((value) => ({ value, name: value }))}
        onChange={(value) => lab.change(setBudget(value))}
      />
    </div>
  )
}

/** One coordinate of the start. */
function StartField({ index }: { readonly index: number }) {
  const lab = useDescentLab()
  const variable = useDescentState(({ prepared }) => prepared.loss.variables[index])
  const value = useDescentState(({ prepared }) => prepared.start[index] ?? 0)
  const change = (next: number) => {
    const { start } = lab.store.getState().prepared
    return lab.change(setStart(start.map((old, i) => (i === index ? next : old))), 'start')
  }
  return (
    <div className={styles.number}>
      <NumberField label={`Start ${variable}`} value={value} onChange={change} />
    </div>
  )
}
