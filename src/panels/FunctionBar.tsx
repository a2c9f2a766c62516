import { useId, useMemo } from 'react'
import type { Parameter } from '../core/functions/function.ts'
import { functions } from '../core/functions/index.ts'
import { latex } from '../core/language/latex.ts'
import { print } from '../core/language/print.ts'
import { plainLeaf } from '../core/language/symbol.ts'
import { plain } from '../core/number.ts'
import { budgets } from '../core/runs/experiment.ts'
import {
  chooseFunction,
  setBudget,
  setNoise,
  setParameter,
  setSeed,
  setStart,
  setSteps,
  writtenOut,
} from '../state/edits.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { nudge, sliderScale } from '../ui/scale.ts'
import { Tex } from '../ui/Tex.tsx'
import { ExpressionField } from './ExpressionField.tsx'
import styles from './FunctionBar.module.css'
import { useLab, useLabState } from './lab.ts'

const custom = 'custom'
/** The catalogue's functions of so many variables, and one's own. */
const optionsFor = (variables: number) => [
  ...functions
    .filter(({ domain }) => domain.length === variables)
    .map(({ id, name }) => ({ value: id, name })),
  { value: custom, name: 'Your own' },
]

/** The function: chosen or typed, typeset, and where to start on it. */
export function FunctionBar() {
  const lab = useLab()
  const entry = useLabState(({ prepared }) => prepared.loss.entry)
  const steps = useLabState(({ prepared }) => prepared.steps)
  const count = useLabState(({ prepared }) => prepared.loss.variables.length)
  const options = useMemo(() => optionsFor(count), [count])
  return (
    <div className={styles.bar}>
      <Title />
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
        <ExpressionField />
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
        <Noise />
        <Budget />
      </div>
    </div>
  )
}

/** What the number of steps counts: it matters where a step may cost more than one evaluation. */
function Budget() {
  const lab = useLab()
  const budget = useLabState(({ prepared }) => prepared.budget)
  const matters = useLabState(
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
  const lab = useLab()
  const variable = useLabState(({ prepared }) => prepared.loss.variables[index])
  const value = useLabState(({ prepared }) => prepared.start[index] ?? 0)
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

interface ParameterProps {
  readonly name: string
  readonly parameter: Parameter
}

/** A constant of the function: slider and number of one name. */
function ParameterField({ name, parameter }: ParameterProps) {
  const lab = useLab()
  const id = useId()
  const value = useLabState(({ prepared }) => prepared.loss.parameters[name] ?? 0)
  const change = (next: number) => lab.change(setParameter(name, next), `parameter ${name}`)
  const label = [parameter.name, parameter.unit && `(${parameter.unit})`].filter(Boolean).join(' ')
  const scale = sliderScale({ scale: 'linear', range: parameter.range })
  return (
    <div className={styles.parameter}>
      <span id={id}>{label}</span>
      <span>
        <input
          type="range"
          aria-labelledby={id}
          aria-valuetext={plain(value)}
          min={scale.min}
          max={scale.max}
          step={scale.step}
          value={scale.position(value)}
          onChange={({ target }) => change(scale.value(target.valueAsNumber))}
        />
        <NumberField
          label={label}
          labelledBy={id}
          value={value}
          onChange={change}
          nudge={nudge(scale)}
        />
      </span>
    </div>
  )
}

/** Gaussian noise on the gradient, and which: offered where it can be seen in the plane, shown where there is some. */
function Noise() {
  const lab = useLab()
  const noise = useLabState(({ prepared }) => prepared.noise)
  const seed = useLabState(({ prepared }) => prepared.seed)
  const isOffered = useLabState(({ prepared }) => prepared.loss.variables.length > 1)
  if (noise === 0 && !isOffered) return null
  return (
    <>
      <div className={styles.number}>
        <NumberField
          label="Noise"
          value={noise}
          onChange={(value) => lab.change(setNoise(value), 'noise')}
          nudge={(value, direction) => Math.max(0, Number((value + direction / 10).toFixed(10)))}
        />
      </div>
      {noise > 0 && (
        <div className={styles.number}>
          <NumberField
            label="Seed"
            value={seed}
            onChange={(value) => lab.change(setSeed(value), 'seed')}
            nudge={(value, direction) => Math.max(0, value + direction)}
          />
        </div>
      )}
    </>
  )
}

/** What is shown, typeset, and why it is worth a look. */
function Title() {
  const written = useLabState(({ shown }) => shown?.prepared.loss.written)
  const entry = useLabState(({ shown }) => shown?.prepared.loss.entry)
  const variables = useLabState(({ shown }) => shown?.prepared.loss.variables.join(', '))
  if (!written) return null
  return (
    <div className={styles.title}>
      <h1>
        <Tex
          latex={`f(${variables}) = \\displaystyle ${latex(written, { leaf: plainLeaf })}`}
          text={`f(${variables}) = ${print(written)}`}
        />
      </h1>
      {entry && <p>{entry.lesson}</p>}
    </div>
  )
}
