import { functions } from '../../core/functions/index.ts'
import { latex } from '../../core/language/latex.ts'
import { print } from '../../core/language/print.ts'
import { plainLeaf } from '../../core/language/symbol.ts'
import { budgets } from '../../core/runs/experiment.ts'
import {
  chooseFunction,
  setBudget,
  setParameter,
  setStart,
  setSteps,
  writtenOut,
} from '../../state/edits.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Tex } from '../../ui/Tex.tsx'
import { ExpressionField } from './ExpressionField.tsx'
import styles from './FunctionBar.module.css'
import { useLab, useLabState } from './lab.ts'

const custom = 'custom'
const curves = functions.filter(({ domain }) => domain.length === 1)
const options = [
  ...curves.map(({ id, name }) => ({ value: id, name })),
  { value: custom, name: 'Your own' },
]

/** The function: chosen or typed, typeset, and where to start on it. */
export function FunctionBar() {
  const lab = useLab()
  const entry = useLabState(({ experiment }) => curves.find(({ id }) => id === experiment.f))
  const start = useLabState(({ prepared }) => prepared.start[0] as number)
  const steps = useLabState(({ prepared }) => prepared.steps)
  const variable = useLabState(({ prepared }) => prepared.loss.variables[0] as string)
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
        {Object.keys(entry?.parameters ?? {}).map((name) => (
          <ParameterField key={name} name={name} />
        ))}
        <div className={styles.number}>
          <NumberField
            label={`Start ${variable}`}
            value={start}
            onChange={(value) => lab.change(setStart([value]), 'start')}
          />
        </div>
        <div className={styles.number}>
          <NumberField
            label="Steps"
            value={steps}
            onChange={(value) => lab.change(setSteps(value), 'steps')}
            nudge={(value, direction) => Math.max(0, value + direction)}
          />
        </div>
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

function ParameterField({ name }: { readonly name: string }) {
  const lab = useLab()
  const value = useLabState(({ prepared }) => prepared.loss.parameters[name] ?? 0)
  const parameter = useLabState(({ prepared }) => prepared.loss.entry?.parameters?.[name])
  return (
    <div className={styles.number}>
      <NumberField
        label={[parameter?.name ?? name, parameter?.unit && `(${parameter.unit})`]
          .filter(Boolean)
          .join(' ')}
        value={value}
        onChange={(next) => lab.change(setParameter(name, next), `parameter ${name}`)}
      />
    </div>
  )
}

/** What is shown, typeset, and why it is worth a look. */
function Title() {
  const written = useLabState(({ shown }) => shown?.prepared.loss.written)
  const entry = useLabState(({ shown }) => shown?.prepared.loss.entry)
  const variable = useLabState(({ shown }) => shown?.prepared.loss.variables[0])
  if (!written) return null
  return (
    <div className={styles.title}>
      <h1>
        <Tex
          latex={`f(${variable}) = \\displaystyle ${latex(written, { leaf: plainLeaf })}`}
          text={`f(${variable}) = ${print(written)}`}
        />
      </h1>
      {entry && <p>{entry.lesson}</p>}
    </div>
  )
}
