import { useId, useMemo } from 'react'
import type { RunSpec } from '../../../core/experiment/experiment.ts'
import { usualRun } from '../../../core/experiment/graphExperiment.ts'
import { optimizerOf } from '../../../core/experiment/lookUp.ts'
import { writeRun } from '../../../core/experiment/runText.ts'
import type { Graph } from '../../../core/graphs/graph.ts'
import { written } from '../../../core/graphs/names.ts'
import { optimizers } from '../../../core/optimizers/index.ts'
import { hyperOf } from '../../../core/optimizers/optimizer.ts'
import { customId } from '../../../core/optimizers/written/custom.ts'
import { setRun } from '../../../state/graphs/edits.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Slider } from '../../../ui/slider/Slider.tsx'
import { nudge, sliderScale } from '../../../ui/slider/sliderScale.ts'
import { useGraphLab, useGraphState } from '../useGraph.ts'
import styles from './Panel.module.css'

const options = optimizers.map(({ id, name }) => ({ value: id, name }))
/** A link or a file may bring a written rule. */
const own = { value: customId, name: 'Your rule' }

/** Steps from here: w ← w − η∇f, or what another optimizer makes of it; the graph keeps pace. */
export function Steps() {
  const lab = useGraphLab()
  const run = useGraphState(({ experiment }) => experiment.run ?? usualRun)
  const chosen = useGraphState(({ prepared }) => prepared.run)
  return (
    <div className={styles.steps}>
      <Select
        label="Optimizer"
        value={run.optimizer}
        options={run.optimizer === customId ? [...options, own] : options}
        onChange={(optimizer) =>
          lab.change(
            setRun(({ hyper }) => ({
              optimizer,
              hyper: { ...usualRun.hyper, ...(hyper?.lr !== undefined && { lr: hyper.lr }) },
            })),
          )
        }
      />
      {'lr' in chosen.settings && <Rate />}
      <button type="button" onClick={lab.takeStep}>
        Take a step
      </button>
      <Taken />
      <Besides run={run} />
    </div>
  )
}

function Rate() {
  const lab = useGraphLab()
  const id = useId()
  const run = useGraphState(({ experiment }) => experiment.run ?? usualRun)
  const value = useGraphState(({ prepared }) => Number(prepared.run.settings.lr))
  const hyper = useMemo(() => hyperOf(optimizerOf(run)).get('lr'), [run])
  const change = (lr: number) =>
    lab.change(
      setRun((before) => ({ ...before, hyper: { ...before.hyper, lr } })),
      'lr',
    )
  if (!hyper) return null
  return (
    <div className={styles.rate} data-name="lr">
      <span id={id}>Learning rate</span>
      <Slider
        hyper={hyper}
        value={value}
        labelledBy={id}
        onChange={change}
        scent={undefined}
        bound={undefined}
      />
      <NumberField
        label="Learning rate"
        labelledBy={id}
        value={value}
        onChange={change}
        nudge={nudge(sliderScale(hyper.kind))}
      />
    </div>
  )
}

/** What a link or a file has said of the steps besides. */
function Besides({ run }: { readonly run: RunSpec }) {
  const text = writeRun(run)
  const { optimizer, hyper: { lr } = {} } = run
  const plain = writeRun({ optimizer, ...(lr !== undefined && { hyper: { lr } }) })
  if (text === plain && run.rule === undefined) return null
  return (
    <p className={styles.taken}>
      by <code>{text}</code>
      {run.rule !== undefined && (
        <>
          {' '}
          with <code>{run.rule}</code>
        </>
      )}
    </p>
  )
}

/** How far the steps have come. */
function Taken() {
  const walk = useGraphState((state) => state.walk)
  const { graph, point } = useGraphState((state) => state.prepared)
  const isHere = walk && walk.graph === graph && isAt(graph, walk.to, point)
  return (
    <p role="status" className={styles.taken}>
      {isHere && wordsOf(walk.values)}
    </p>
  )
}

const isAt = (
  { loss }: Graph,
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
) => loss.variables.every((name) => a[name] === b[name])

const wordsOf = (values: readonly number[]): string => {
  const steps = values.length - 1
  return `${steps === 1 ? 'One step' : `${steps} steps`}: f went from ${written(values[0] ?? 0)} to ${written(values.at(-1) ?? 0)}.`
}
